import type { Money } from "../../money/amounts.ts";
import { moneyOf } from "../../money/decimalNumber.ts";
import { multiplyExact } from "../../money/exact.ts";
import type { CellValue } from "../cells.ts";
import { cellIn, columnOf, type SheetColumn } from "../columns.ts";
import { isDollars } from "../fiatCurrencies.ts";
import type { LedgerSheet } from "../ledgerSheet.ts";
import { readDollars, readNumber, readText } from "../readCell.ts";

/** What a row says that it, or its fee, is worth. */
export type StatedValue =
  | { readonly kind: "dollars"; readonly value: Money }
  | { readonly kind: "other currency"; readonly column: string; readonly currency: string }
  | { readonly kind: "none"; readonly columns: string };

/** A column of values with that of their currency; dollars where the latter is blank. */
type ValueColumns = { readonly value: SheetColumn; readonly currency: SheetColumn };

/** Where the values of a sheet's rows and of their fees stand, the best first. */
export type WorthColumns = {
  readonly row: readonly ValueColumns[];
  readonly fee: readonly ValueColumns[];
  /** The donor's basis of a gift, or the basis of an opening lot. */
  readonly basis: ValueColumns;
  /** Dollars a unit of the base asset. */
  readonly reference: ValueColumns;
  readonly baseAmount: SheetColumn;
};

/** Finds those columns. */
export function worthColumns({ columns }: LedgerSheet): WorthColumns {
  const valueCurrency = columnOf(columns, "valueCurrency", "Value Currency");
  // A base currency without a base amount is that of the values.
  const worthCurrency =
    columns.baseAmount === undefined && columns.worthCurrency === undefined
      ? columnOf(columns, "baseAsset", "Net Worth Currency")
      : columnOf(columns, "worthCurrency", "Net Worth Currency");
  return {
    row: [
      { value: columnOf(columns, "worth", "Net Worth Amount"), currency: worthCurrency },
      { value: columnOf(columns, "netValue", "Net Value (USD)"), currency: valueCurrency },
      {
        value: columnOf(columns, "total", "Total"),
        currency: columnOf(columns, "amountCurrency", "Total currency"),
      },
    ],
    fee: [
      {
        value: columnOf(columns, "feeWorth", "Fee Worth Amount"),
        currency: columnOf(columns, "feeWorthCurrency", "Fee Worth Currency"),
      },
      { value: columnOf(columns, "feeValue", "Fee Value (USD)"), currency: valueCurrency },
    ],
    basis: { value: columnOf(columns, "receivedBasis", "Received Cost Basis"), currency: NONE },
    reference: {
      value: columnOf(columns, "referencePrice", "Reference Price Per Unit"),
      currency: columnOf(columns, "referenceCurrency", "Reference Price Currency"),
    },
    baseAmount: columnOf(columns, "baseAmount", "Base Amount"),
  };
}

/** The value that the row states for itself. */
export function readWorth(
  sheet: LedgerSheet,
  worth: WorthColumns,
  cells: readonly CellValue[],
): StatedValue {
  const stated = firstValue(sheet, worth.row, cells);
  if (stated.kind !== "none" || worth.reference.value.index < 0) return stated;
  const price = firstValue(sheet, [worth.reference], cells);
  const amount = readNumber(sheet.log, cellIn(cells, worth.baseAmount), worth.baseAmount);
  if (price.kind !== "dollars" || amount === undefined) return price;
  const size = amount.coefficient < 0 ? multiplyExact(amount.coefficient, -1) : amount.coefficient;
  const coefficient = multiplyExact(price.value, size);
  return {
    kind: "dollars",
    value: moneyOf({ coefficient, decimals: 10 + amount.decimals }),
  };
}

/** The value that the row states for its fee. */
export const readFeeWorth = (
  sheet: LedgerSheet,
  worth: WorthColumns,
  cells: readonly CellValue[],
): StatedValue => firstValue(sheet, worth.fee, cells);

/** The basis that the row states for what is received. */
export const readReceivedBasis = (
  sheet: LedgerSheet,
  worth: WorthColumns,
  cells: readonly CellValue[],
): StatedValue => firstValue(sheet, [worth.basis], cells);

const NONE: SheetColumn = { index: -1, text: "" };

function firstValue(
  sheet: LedgerSheet,
  candidates: readonly ValueColumns[],
  cells: readonly CellValue[],
): StatedValue {
  let other: StatedValue | undefined;
  for (const { value, currency } of candidates) {
    const amount = readDollars(sheet.log, cellIn(cells, value), value);
    if (amount === undefined) continue;
    const code = readText(sheet.log, cellIn(cells, currency), currency).replace(/;\d+$/, "");
    if (code === "" || isDollars(code)) return { kind: "dollars", value: moneyOf(amount) };
    other ??= { kind: "other currency", column: value.text, currency: code };
  }
  return other ?? { kind: "none", columns: nameOf(candidates) };
}

/** The first column that the sheet has, or the one that it should have. */
function nameOf(candidates: readonly ValueColumns[]): string {
  const present = candidates.find(({ value }) => value.index >= 0) ?? candidates[0];
  return present?.value.text ?? "";
}
