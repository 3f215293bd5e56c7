import type { Money } from "../money/amounts.ts";
import { moneyOf, type DecimalNumber } from "../money/decimalNumber.ts";
import type { CellFault, CellValue } from "./cells.ts";
import type { SheetColumn } from "./columns.ts";
import type { DateFault, DateReader } from "./parseDate.ts";
import { isNumber, parseNumber, type NumberFault } from "./parseNumber.ts";
import type { CellFacts } from "./problem.ts";
import { logError, logWarning, type ProblemLog } from "./problemLog.ts";
import { cellText, isFault, wordKey } from "./words.ts";
import type { Instant } from "../calendar/timeZone.ts";

/** A cell with its column, for the words of a problem. */
export type PlacedCell = { readonly cell: CellValue | undefined; readonly column: SheetColumn };

/** The text of a cell that holds a word or a name; an error value is an Error and reads as blank. */
export function readText(
  log: ProblemLog,
  cell: CellValue | undefined,
  column: SheetColumn,
): string {
  if (!isFault(cell)) return cellText(cell);
  logError(log, faultFacts(cell, column));
  return "";
}

/**
 * A number of dollars or units; undefined when blank, and when it cannot be read, which is an Error.
 */
export function readNumber(
  log: ProblemLog,
  cell: CellValue | undefined,
  column: SheetColumn,
): DecimalNumber | undefined {
  const reading = parseNumber(cell);
  if (reading === undefined || isNumber(reading)) return reading;
  logError(log, numberFacts({ cell, column }, reading));
  return undefined;
}

/**
 * Dollars that are not below zero; undefined when there are none, which 0 says as well, because
 * hosts hand over blank cells as 0. The word `zero` is a real zero.
 */
export function readDollars(
  log: ProblemLog,
  cell: CellValue | undefined,
  column: SheetColumn,
): DecimalNumber | undefined {
  if (isZeroWord(cell)) return ZERO;
  const amount = readNumber(log, cell, column);
  if (amount === undefined || amount.coefficient === 0) return undefined;
  if (amount.coefficient > 0) return amount;
  logError(log, numberFacts({ cell, column }, "negative"));
  return undefined;
}

/** True for the word `zero`, which says of an amount of money that it is nothing, and not missing. */
export const isZeroWord = (cell: CellValue | undefined): boolean =>
  typeof cell === "string" && wordKey(cell) === "zero";

/** As readDollars, as an amount of money. */
export function readMoney(
  log: ProblemLog,
  cell: CellValue | undefined,
  column: SheetColumn,
): Money | undefined {
  if (typeof cell === "number" && cell > 0) {
    // Nearly every amount has at most 8 decimals and is below 100,000: no decimal number needed.
    const parts = Math.round(cell * 1e8);
    if (parts < 1e13 && parts / 1e8 === cell) return (parts * 100) as Money;
  }
  const amount = readDollars(log, cell, column);
  return amount === undefined ? undefined : moneyOf(amount);
}

/** The moment of a date cell that is not blank; what cannot be read is an Error. */
export function readMoment(
  log: ProblemLog,
  { cell, column }: PlacedCell,
  reader: DateReader,
): Instant | undefined {
  const reading = reader(cell);
  if (typeof reading === "number") {
    if (typeof cell === "string" && isDayFirst(cell)) {
      logWarning(log, { code: "day-first-date", column: column.text, found: cell });
    }
    return reading;
  }
  logError(log, dateFacts({ cell, column }, reading));
  return undefined;
}

/** The facts of a date that cannot be read. */
export function dateFacts({ cell, column }: PlacedCell, fault: DateFault): CellFacts {
  if (isFault(cell)) return faultFacts(cell, column);
  return {
    code: "bad-date",
    column: column.text,
    found: foundText(cell),
    fault: fault === "cell-fault" ? "not-a-date" : fault,
  };
}

/** The facts of a number that cannot be read or is out of bounds. */
export function numberFacts(
  { cell, column }: PlacedCell,
  fault: NumberFault | "negative" | "zero" | "too-many-decimals",
): CellFacts {
  if (isFault(cell)) return faultFacts(cell, column);
  return {
    code: "bad-number",
    column: column.text,
    found: foundText(cell),
    fault: fault === "cell-fault" ? "not-a-number" : fault,
  };
}

const ZERO: DecimalNumber = { coefficient: 0, decimals: 0 };

function faultFacts(cell: CellFault, column: SheetColumn): CellFacts {
  const code = cell.fault === "error" ? "error-cell" : "uncached-formula";
  return { code, column: column.text, found: cell.text };
}

function foundText(cell: CellValue | undefined): string {
  return cell === 0 ? "0" : cellText(cell);
}

/** A date such as `13/01/2024`: the first number, above 12, can only be the day. */
function isDayFirst(text: string): boolean {
  if (text.charCodeAt(2) !== 47) return false;
  return Number(text.slice(0, 2)) > 12;
}
