import type { Day } from "../../calendar/day.ts";
import type { Instant } from "../../calendar/timeZone.ts";
import type { Money, Quantity } from "../../money/amounts.ts";
import type { Asset } from "../asset.ts";
import type { LedgerSheet } from "../ledgerSheet.ts";
import { NO_PICKS } from "../ledgerSheet.ts";
import { logError } from "../problemLog.ts";
import type { OpeningTerms } from "../openingLotsRow.ts";
import { addLeaving } from "../rowBasics.ts";
import type {
  Acquisition,
  BrokerReport,
  Disposal,
  DisposalReason,
  LotPick,
  Origin,
  Removal,
} from "../transaction.ts";
import type { Wallet } from "../wallet.ts";
import type { SideMeaning } from "./sideMeanings.ts";
import type { Side } from "./sides.ts";
import type { StatedValue } from "./sideValues.ts";

/** A row of two sides as read, before it is decided what happened. */
export type TwoSidedRow = {
  readonly row: number;
  readonly at: Instant;
  readonly day: Day;
  readonly id: string;
  readonly sent: Side | undefined;
  readonly received: Side | undefined;
  readonly fee: Side | undefined;
  readonly worth: StatedValue;
  readonly feeWorth: StatedValue;
  readonly meaning: SideMeaning;
  /** The label or type as the user wrote it. */
  readonly word: string;
  readonly sentWallet: Wallet;
  readonly receivedWallet: Wallet;
  /** True where the row names a sending and a receiving wallet, which differ. */
  readonly namesBothWallets: boolean;
  readonly receivedBasis: StatedValue;
  /** Undefined for an opening lot, whose own terms say it. */
  readonly acquired: Day | undefined;
  /** Of an opening lot alone. */
  readonly opening: OpeningTerms | undefined;
  readonly lotText: string;
  readonly brokerReport: BrokerReport;
  /** In a merged ledger the rows that could be the other end of a move; empty elsewhere. */
  readonly candidates: string;
};

/** A side of units. */
export type Units = Extract<Side, { readonly kind: "units" }>;

/** Dollars for something; undefined and an Error where the row does not state them. */
export function dollarsOf(
  sheet: LedgerSheet,
  stated: StatedValue,
  type: string,
): Money | undefined {
  if (stated.kind === "dollars") return stated.value;
  logError(
    sheet.log,
    stated.kind === "none"
      ? { code: "no-amount", type, columns: stated.columns }
      : { code: "amount-not-dollars", column: stated.column, currency: stated.currency },
  );
  return undefined;
}

/** Adds what came in, and gives it back for the fee that may be taken from it. */
export function addReceived(
  sheet: LedgerSheet,
  row: TwoSidedRow,
  terms: {
    readonly units: Units;
    readonly origin: Origin;
    readonly basis: Money;
    readonly holdingPeriodStart?: Day | undefined;
    readonly lossBasis?: Money | undefined;
  },
): Acquisition {
  const acquisition: Acquisition = {
    kind: "acquisition",
    row: row.row,
    at: row.at,
    day: row.day,
    asset: terms.units.asset,
    quantity: terms.units.quantity,
    wallet: row.receivedWallet,
    id: row.id,
    origin: terms.origin,
    basis: terms.basis,
    holdingPeriodStart: terms.holdingPeriodStart ?? row.day,
    lossBasis: terms.lossBasis,
  };
  sheet.transactions.push(acquisition);
  return acquisition;
}

/** Units that leave for value. */
export type Leaving = {
  readonly asset: Asset;
  readonly quantity: Quantity;
  readonly reason: DisposalReason;
  readonly proceeds: Money;
};

/** Adds what was sold, traded or spent, from the lots that the row names. */
export function addSent(sheet: LedgerSheet, row: TwoSidedRow, leaving: Leaving): void {
  const disposal = disposalOf(row, leaving, row.sentWallet);
  addLeaving(sheet, { ...disposal, brokerReport: row.brokerReport }, row.lotText);
}

/** Adds the units that a fee was paid with, from the named acquisition if it was taken from it. */
export function addFeeDisposal(
  sheet: LedgerSheet,
  row: TwoSidedRow,
  fee: {
    readonly units: Units;
    readonly value: Money;
    readonly takenFrom: Acquisition | undefined;
  },
): void {
  const { asset, quantity } = fee.units;
  const wallet =
    fee.takenFrom?.wallet ?? (row.sent === undefined ? row.receivedWallet : row.sentWallet);
  const leaving: Leaving = { asset, quantity, reason: "Fee", proceeds: fee.value };
  const picks: readonly LotPick[] =
    fee.takenFrom === undefined ? NO_PICKS : [{ acquisition: fee.takenFrom, quantity }];
  sheet.transactions.push({ ...disposalOf(row, leaving, wallet), picks });
}

/** Adds units that were given, donated or lost. */
export function addRemoved(
  sheet: LedgerSheet,
  row: TwoSidedRow,
  { units, reason }: { readonly units: Units; readonly reason: Removal["reason"] },
): void {
  const removal: Removal = {
    kind: "removal",
    row: row.row,
    at: row.at,
    day: row.day,
    asset: units.asset,
    quantity: units.quantity,
    wallet: row.sentWallet,
    id: row.id,
    reason,
    picks: NO_PICKS,
  };
  addLeaving(sheet, removal, row.lotText);
}

function disposalOf(row: TwoSidedRow, leaving: Leaving, wallet: Wallet): Disposal {
  return {
    kind: "disposal",
    row: row.row,
    at: row.at,
    day: row.day,
    asset: leaving.asset,
    quantity: leaving.quantity,
    wallet,
    id: row.id,
    reason: leaving.reason,
    proceeds: leaving.proceeds,
    picks: NO_PICKS,
    brokerReport: "none",
  };
}
