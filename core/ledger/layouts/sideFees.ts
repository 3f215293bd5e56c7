import { moneyText, shareOf, ZERO_MONEY, type Money, type Quantity } from "../../money/amounts.ts";
import { quantityOf, type DecimalNumber } from "../../money/decimalNumber.ts";
import type { LedgerSheet } from "../ledgerSheet.ts";
import { logError, logWarning } from "../problemLog.ts";
import type { Side } from "./sides.ts";
import type { TwoSidedRow, Units } from "./twoSidedRow.ts";

/** A fee of a row: none, dollars, or units with what they were worth. */
export type RowFee =
  | { readonly kind: "none"; readonly value: Money }
  | { readonly kind: "dollars"; readonly value: Money }
  | { readonly kind: "units"; readonly units: Units; readonly value: Money };

const NO_FEE: RowFee = { kind: "none", value: ZERO_MONEY };

/**
 * The fee of a row with its dollar value; undefined and an Error where units or another currency
 * have no value. The row states it, or it is the share of the row's value that falls on the fee where
 * the fee is in what a side holds. `value` is the row's, where it is known.
 */
export function feeOf(
  sheet: LedgerSheet,
  row: TwoSidedRow,
  value: Money | undefined,
): RowFee | undefined {
  const { fee } = row;
  if (fee === undefined) return NO_FEE;
  if (fee.kind === "dollars") return { kind: "dollars", value: fee.value };
  const worth = feeValue(row, fee, value);
  if (worth === undefined) {
    const asset = fee.kind === "units" ? fee.asset.symbol : fee.code;
    const columns = row.feeWorth.kind === "none" ? row.feeWorth.columns : "Fee Value (USD)";
    logError(sheet.log, { code: "fee-without-value", asset, columns });
    return undefined;
  }
  return fee.kind === "units"
    ? { kind: "units", units: fee, value: worth }
    : { kind: "dollars", value: worth };
}

/** Warns of a dollar fee where it is part of neither basis nor proceeds. */
export function warnOfDollarFee(sheet: LedgerSheet, fee: RowFee, type: string): void {
  if (fee.kind !== "dollars" || fee.value === ZERO_MONEY) return;
  logWarning(sheet.log, { code: "fee-not-counted", fee: moneyText(fee.value), type });
}

/** Warns of proceeds below zero. */
export function warnOfLargeFee(sheet: LedgerSheet, fee: Money, amount: Money): void {
  if (fee <= amount) return;
  const facts = { fee: moneyText(fee), amount: moneyText(amount) };
  logWarning(sheet.log, { code: "fee-above-amount", ...facts });
}

function feeValue(
  row: TwoSidedRow,
  fee: Exclude<Side, { readonly kind: "dollars" }>,
  value: Money | undefined,
): Money | undefined {
  if (row.feeWorth.kind === "dollars") return row.feeWorth.value;
  if (value === undefined) return undefined;
  for (const side of [row.received, row.sent]) {
    const whole = side === undefined ? undefined : partOf(side, fee);
    if (whole !== undefined) return shareOf(value, whole.part, whole.of);
  }
  return undefined;
}

type Share = { readonly part: Quantity; readonly of: Quantity };

/** The fee as a part of a side that holds the same. */
function partOf(side: Side, fee: Exclude<Side, { readonly kind: "dollars" }>): Share | undefined {
  if (side.kind === "units" && fee.kind === "units" && side.asset === fee.asset) {
    return { part: fee.quantity, of: side.quantity };
  }
  if (side.kind === "currency" && fee.kind === "currency" && side.code === fee.code) {
    return { part: sizeOf(fee.amount), of: sizeOf(side.amount) };
  }
  return undefined;
}

function sizeOf(amount: DecimalNumber): Quantity {
  const parts = quantityOf(amount, 10);
  return (parts < 0 ? -BigInt(parts) : parts) as Quantity;
}
