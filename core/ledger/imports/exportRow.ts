import { moneyText, quantityText, shareOf, type Quantity } from "../../money/amounts.ts";
import { moneyOf, scaleDecimal, type DecimalNumber } from "../../money/decimalNumber.ts";
import { subtractExact } from "../../money/exact.ts";
import type { CellValue } from "../cells.ts";
import { isNumber, parseNumber } from "../parseNumber.ts";
import { cellText } from "../words.ts";

/** A row of a service's export, whose cells are found by the word keys of their headings. */
export type ExportRow = {
  /** Counted from 1 in the export itself. */
  readonly row: number;
  readonly cells: readonly CellValue[];
  /** Places by key; of headings that are repeated the first. */
  readonly places: ReadonlyMap<string, number>;
  /** The headings as written, in their order. */
  readonly headings: readonly string[];
};

/** The cell under the first of these headings that the export has; null where it has none. */
export function cellOf({ cells, places }: ExportRow, ...keys: readonly string[]): CellValue {
  for (const key of keys) {
    const place = places.get(key);
    if (place !== undefined) return cells[place] ?? null;
  }
  return null;
}

/** The same cell as text without white space at its ends; empty where it is blank. */
export const textOf = (row: ExportRow, ...keys: readonly string[]): string =>
  cellText(cellOf(row, ...keys));

/** A number's cell without its minus sign or parentheses; all else stays as it is. */
export function sizeOf(cell: CellValue): CellValue {
  if (typeof cell === "number") return Math.abs(cell);
  if (typeof cell !== "string") return cell;
  const text = cell.trim();
  const inside = /^\((.*)\)$/.exec(text)?.[1] ?? text;
  return inside.replace(/^([$\s]*)[-\u2212]/, "$1");
}

/** True for a number below zero, also one in parentheses. */
export const isBelowZero = (cell: CellValue): boolean => (numberIn(cell)?.coefficient ?? 0) < 0;

/** True for a cell without a number, and for zero. */
export function isNothing(cell: CellValue): boolean {
  const number = parseNumber(cell);
  return number === undefined || (isNumber(number) && number.coefficient === 0);
}

/** One number less another, exactly, as text; the first as it is where either cannot be read. */
export function lessCell(cell: CellValue, less: CellValue): CellValue {
  const a = numberIn(cell);
  const b = numberIn(less);
  if (a === undefined || b === undefined) return cell;
  const decimals = Math.max(a.decimals, b.decimals, 0);
  const rest = subtractExact(scaleDecimal(a, decimals), scaleDecimal(b, decimals));
  return quantityText(rest as Quantity, decimals);
}

/** The share of a value that falls on a part of its units, as text; null where one cannot be read. */
export function shareCell(value: CellValue, part: CellValue, of: CellValue): CellValue {
  const whole = numberIn(value);
  const a = numberIn(part);
  const b = numberIn(of);
  if (whole === undefined || a === undefined || b === undefined || b.coefficient === 0) return null;
  const decimals = Math.max(a.decimals, b.decimals, 0);
  const [units, all] = [a, b].map((number) => scaleDecimal(number, decimals) as Quantity);
  return moneyText(shareOf(moneyOf(whole), units as Quantity, all as Quantity));
}

function numberIn(cell: CellValue): DecimalNumber | undefined {
  const number = parseNumber(cell);
  return isNumber(number) ? number : undefined;
}
