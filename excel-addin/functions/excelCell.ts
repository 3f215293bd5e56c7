import type { CellValue } from "../../core/index.ts";

/** A cell as Excel hands it to a function: a plain value, or a data type with its parts. */
export type ExcelCell = string | number | boolean | null | undefined | ExcelDataType;

/** What a cell holds that is more than a plain value: an error, a formatted number, a record. */
export type ExcelDataType = {
  readonly type?: string;
  /** What formulas of the sheet see. */
  readonly basicValue?: unknown;
  readonly basicType?: string;
  /** The same as older versions of Excel name it. */
  readonly primitive?: unknown;
  /** The error's text as older versions name it. */
  readonly code?: unknown;
  /** What a record such as a currency or a stock shows in its cell. */
  readonly text?: unknown;
};

/**
 * The cell as the core reads it. A formatted number is its number, a record is the text that it
 * shows, and an error stays an error.
 */
export function cellValue(cell: ExcelCell): CellValue {
  if (cell === undefined || cell === null) return null;
  if (typeof cell !== "object") return cell;
  const basic = cell.basicValue ?? cell.primitive ?? cell.code;
  if (cell.type?.endsWith("Error") !== true) {
    if (typeof cell.text === "string") return cell.text;
    if (cell.basicType !== "Error" && isPlain(basic)) return basic;
  }
  return { fault: "error", text: typeof basic === "string" ? basic : "#VALUE!" };
}

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";
