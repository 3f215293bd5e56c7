import type { Day } from "../../core/calendar/day.ts";
import type { Asset } from "../../core/ledger/asset.ts";
import type { LotMethod } from "../../core/ledger/settings.ts";
import type { Acquisition, Transaction } from "../../core/ledger/transaction.ts";
import type { Wallet } from "../../core/ledger/wallet.ts";
import { MONEY_DECIMALS, type Money, type Quantity } from "../../core/money/amounts.ts";
import {
  commonMeasure,
  compareFractions,
  countOf,
  fraction,
  over,
  ZERO,
  type Fraction,
} from "./fraction.ts";

/**
 * One unit: the largest part of which every quantity of the ledger is a whole multiple. A lot is
 * just the units of one acquisition, so no lot is ever split.
 */
export type Unit = {
  readonly acquisition: Acquisition;
  /** Its place among the units of its acquisition. */
  readonly serial: number;
  wallet: Wallet;
  state: "to come" | "held" | "gone";
  basis: Fraction;
  /** Value when given, for a gift that was then worth less than the donor's basis. */
  lossBasis: Fraction | undefined;
  holdingPeriodStart: Day;
  /** 1, 2, 3 … once it has replaced a unit sold at a loss. */
  orderOfMatching: number | undefined;
};

/** The largest part of which every quantity in the ledger is a whole multiple. */
export function unitOf(transactions: readonly Transaction[]): Fraction {
  return transactions.flatMap(quantitiesIn).reduce(commonMeasure, ZERO);
}

/** All units that the ledger ever brings in, in its order, none of them there yet. */
export function cutIntoUnits(transactions: readonly Transaction[], size: Fraction): Unit[] {
  return transactions.flatMap((transaction) => {
    if (transaction.kind !== "acquisition") return [];
    const count = countOf(quantityOf(transaction.quantity, transaction.asset), size);
    const share = (whole: Money): Fraction => over(dollars(whole), fraction(count));
    return Array.from({ length: count }, (_, serial): Unit => ({
      acquisition: transaction,
      serial,
      wallet: transaction.wallet,
      state: "to come",
      basis: share(transaction.basis),
      lossBasis: transaction.lossBasis === undefined ? undefined : share(transaction.lossBasis),
      holdingPeriodStart: transaction.holdingPeriodStart,
      orderOfMatching: undefined,
    }));
  });
}

/** Which of two units the method sells first. */
export function inOrderOf(method: LotMethod): (a: Unit, b: Unit) => number {
  switch (method) {
    case "FIFO":
    case "SPECIFIC":
      return oldestFirst;
    case "LIFO":
      return (a, b) => oldestFirst(b, a);
    case "HIFO":
      return (a, b) => compareFractions(b.basis, a.basis) || oldestFirst(a, b);
    case "LOFO":
      return (a, b) => compareFractions(a.basis, b.basis) || oldestFirst(a, b);
  }
}

/**
 * By real acquisition; parts of one purchase by holding period start, then by order of matching,
 * those that replaced nothing last.
 */
export const oldestFirst = (a: Unit, b: Unit): number =>
  acquiredFirst(a.acquisition, b.acquisition) ||
  a.holdingPeriodStart - b.holdingPeriodStart ||
  (a.orderOfMatching ?? Number.MAX_SAFE_INTEGER) - (b.orderOfMatching ?? Number.MAX_SAFE_INTEGER) ||
  a.serial - b.serial;

/** By instant, then by row. */
export const acquiredFirst = (a: Acquisition, b: Acquisition): number =>
  a.at - b.at || a.row - b.row;

/** Dollars as an exact fraction. */
export const dollars = (money: Money): Fraction => fraction(money, 10n ** BigInt(MONEY_DECIMALS));

/** Units of an asset as an exact fraction. */
export const quantityOf = (quantity: Quantity, asset: Asset): Fraction =>
  fraction(quantity, 10n ** BigInt(asset.decimals));

function quantitiesIn(transaction: Transaction): Fraction[] {
  const quantities = [quantityOf(transaction.quantity, transaction.asset)];
  if (transaction.kind !== "acquisition") {
    for (const { quantity } of transaction.picks) {
      if (quantity !== undefined) quantities.push(quantityOf(quantity, transaction.asset));
    }
  }
  if (transaction.kind === "transfer") {
    for (const fee of transaction.fees) quantities.push(quantityOf(fee.quantity, fee.asset));
  }
  return quantities;
}
