import { compareText } from "./compareText.ts";

/** Whose property a wallet holds, which decides what a sale and a purchase there mean for tax. */
export type Account =
  "Taxable" | "IRA" | "Roth IRA" | "Spouse" | "Spouse IRA" | "Controlled entity";

/**
 * A wallet, or an account at an exchange or broker. One record for each pair of account and name:
 * the same name under two accounts is two wallets, because their lots never mix.
 */
export type Wallet = {
  /** As first spelled in the ledger; empty where the ledger names none. */
  readonly name: string;
  readonly account: Account;
  /** 0, 1, 2 … in the order in which the ledger first names them. */
  readonly index: number;
};

/** True for the accounts whose disposals the taxpayer's own return reports. */
export const isOnReturn = (account: Account, filingStatus: string): boolean =>
  account === "Taxable" || (account === "Spouse" && filingStatus === "mfj");

/** An order of wallets that rows do not change: by name, then by account. */
export const compareWallets = (a: Wallet, b: Wallet): number =>
  a === b
    ? 0
    : compareText(a.name.toUpperCase(), b.name.toUpperCase()) || compareText(a.account, b.account);
