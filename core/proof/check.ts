import type { Asset } from "../ledger/asset.ts";
import {
  moneyNumber,
  quantityNumber,
  subtract,
  ZERO_MONEY,
  ZERO_QUANTITY,
  type Money,
  type Quantity,
} from "../money/amounts.ts";

/** Two figures found in two ways, which must be the same. */
export type Check = {
  /** What must hold, in words. */
  readonly rule: string;
  /** What it is of; empty for the ledger as a whole. */
  readonly asset: string;
  readonly wallet: string;
  readonly account: string;
  /** What is counted: `units`, `dollars` or `rows`. */
  readonly unit: "units" | "dollars" | "rows";
  readonly expected: number;
  readonly found: number;
  /** Found less expected. */
  readonly difference: number;
  /** True when the exact amounts are the same, to the last digit kept. */
  readonly holds: boolean;
};

/** Of what a check is. */
export type CheckOf = {
  readonly rule: string;
  readonly asset: Asset;
  readonly wallet?: string;
  readonly account?: string;
};

/** Compares units, exactly. */
export function unitsCheck(of: CheckOf, expected: Quantity, found: Quantity): Check {
  const { decimals } = of.asset;
  const difference = subtract(found, expected);
  return {
    ...placeOf(of),
    unit: "units",
    expected: quantityNumber(expected, decimals),
    found: quantityNumber(found, decimals),
    difference: quantityNumber(difference, decimals),
    holds: difference === ZERO_QUANTITY,
  };
}

/** Compares dollars, exactly. */
export function dollarsCheck(of: CheckOf, expected: Money, found: Money): Check {
  const difference = subtract(found, expected);
  return {
    ...placeOf(of),
    unit: "dollars",
    expected: moneyNumber(expected),
    found: moneyNumber(found),
    difference: moneyNumber(difference),
    holds: difference === ZERO_MONEY,
  };
}

/** Compares counts of rows of the ledger. */
export const rowsCheck = (rule: string, expected: number, found: number): Check => ({
  rule,
  asset: "",
  wallet: "",
  account: "",
  unit: "rows",
  expected,
  found,
  difference: found - expected,
  holds: found === expected,
});

const placeOf = ({ rule, asset, wallet = "", account = "" }: CheckOf) => ({
  rule,
  asset: asset.symbol,
  wallet,
  account,
});
