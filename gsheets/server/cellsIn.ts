import type { CellGrid, CellValue } from "../../core/index.ts";
import { dateText } from "./sheetZone.ts";

/** Cells as Google hands them over, without the blank rows at the end of an open range. */
export function cellsIn(values: readonly (readonly unknown[])[], zone: string): CellGrid {
  let rows = values.length;
  while (rows > 0 && values[rows - 1]?.every(isBlankValue) === true) rows -= 1;
  return values.slice(0, rows).map((row) => row.map((value) => cellIn(value, zone)));
}

/** One cell. Dates become text in the spreadsheet's own zone, errors become faults. */
export function cellIn(value: unknown, zone: string): CellValue {
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "string") {
    if (value === "") return null;
    return ERROR.test(value) ? { fault: "error", text: value } : value;
  }
  return isDate(value) ? dateText(value, zone) : null;
}

/** A date of this or of another realm of the script engine. */
export const isDate = (value: unknown): value is Date =>
  Object.prototype.toString.call(value) === "[object Date]";

const isBlankValue = (value: unknown): boolean =>
  value === "" || value === null || value === undefined;

/** What Google hands over for a cell whose formula fails. */
const ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|ERROR!|SPILL!|CALC!)$/;
