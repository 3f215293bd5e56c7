import { cellOf, isNothing, sizeOf, textOf, type ExportRow } from "../exportRow.ts";
import type { Amount } from "../importedRow.ts";

/** The columns of one side: word keys of the headings of its amount and of its currency. */
export type SideKeys = readonly [amount: string, currency: string];

/** One side of a row, without its sign; undefined where it has no amount and no currency. */
export function sideIn(row: ExportRow, [amountKey, currencyKey]: SideKeys): Amount | undefined {
  const amount = cellOf(row, amountKey);
  const currency = textOf(row, currencyKey);
  return isNothing(amount) && currency === "" ? undefined : [sizeOf(amount), currency];
}

/** The fee of a row; undefined where there is none, which 0 says as well. */
export function feeIn(row: ExportRow, [amountKey, currencyKey]: SideKeys): Amount | undefined {
  const amount = cellOf(row, amountKey);
  return isNothing(amount) ? undefined : [sizeOf(amount), textOf(row, currencyKey)];
}
