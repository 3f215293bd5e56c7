import { dayValue, resultRows, type GivenResult, type ResultCell } from "../../core/index.ts";

/** A number that brings its number format along. */
export type FormattedNumber = {
  readonly type: "FormattedNumber";
  readonly basicValue: number;
  readonly numberFormat: string;
};

/** A cell as Excel takes it from a function. */
export type ExcelResultCell = string | number | FormattedNumber;

/** What a function hands back: one value, or rows of cells. */
export type ExcelResult = ExcelResultCell | readonly (readonly ExcelResultCell[])[];

/** What the result's dates depend on. */
export type ResultDates = {
  readonly dateSystem: 1900 | 1904;
  /** True where a cell can bring its number format along. */
  readonly hasDataTypes: boolean;
};

/** The cells of a result. Dates are serial numbers, shown as dates where Excel lets a function say so. */
export const excelRows = (
  result: GivenResult,
  dates: ResultDates,
): readonly (readonly ExcelResultCell[])[] =>
  resultRows(result).map((row) => row.map((cell) => excelResultCell(cell, dates)));

function excelResultCell(
  cell: ResultCell,
  { dateSystem, hasDataTypes }: ResultDates,
): ExcelResultCell {
  // Excel shows null as 0.
  if (cell === null) return "";
  if (typeof cell !== "object") return cell;
  const value = dayValue(cell.day, dateSystem);
  if (typeof value === "string" || !hasDataTypes) return value;
  return { type: "FormattedNumber", basicValue: value, numberFormat: "yyyy-mm-dd" };
}
