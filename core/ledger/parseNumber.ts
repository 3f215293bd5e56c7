import { decimalOfNumber, decimalOfText, type DecimalNumber } from "../money/decimalNumber.ts";
import type { CellValue } from "./cells.ts";

/** Why a cell is no number: words, a decimal comma, or an error value. */
export type NumberFault = "not-a-number" | "decimal-comma" | "cell-fault";

/** What a cell says as a number: the number, nothing, or why it cannot be read. */
export type NumberReading = DecimalNumber | undefined | NumberFault;

/**
 * Reads a cell as a number, keeping every digit of text.
 *
 * Text may carry a dollar sign or `USD`, commas or spaces between thousands, a minus of any make,
 * or parentheses for a negative number. A comma before the decimals (`1.234,56`) is a fault, since
 * nobody can tell `1,234` of one country from that of another. Blank is undefined.
 */
export function parseNumber(cell: CellValue | undefined): NumberReading {
  if (typeof cell === "number") return decimalOfNumber(cell) ?? "not-a-number";
  if (typeof cell === "string") return numberOfText(cell);
  if (cell === null || cell === undefined) return undefined;
  return typeof cell === "boolean" ? "not-a-number" : "cell-fault";
}

/** Reads a rate as a fraction: `0.24`, `24%`. */
export function parseRate(cell: CellValue | undefined): NumberReading {
  if (typeof cell !== "string" || !cell.trimEnd().endsWith("%")) return parseNumber(cell);
  const percent = numberOfText(cell.trimEnd().slice(0, -1));
  if (percent === undefined) return "not-a-number";
  return typeof percent === "string"
    ? percent
    : { coefficient: percent.coefficient, decimals: percent.decimals + 2 };
}

/** True for a reading that is a number. */
export const isNumber = (reading: NumberReading): reading is DecimalNumber =>
  typeof reading === "object";

const MINUS_SIGNS = /[\u2010-\u2013\u2212\uFE63\uFF0D]/g;
const SPACE = /[\s\u200B]/;
const SPACES = /[\s\u00A0\u2007\u2009\u202F\u200B\uFEFF]+/g;
const CURRENCY = /^([-(]?)(?:USD|US\$|\$)|(?:USD|\$)(\)?)$/gi;
const THOUSANDS = /^([-+]?)([1-9]\d{0,2}(?:,\d{3})+)(\.\d*)?$/;
const DECIMAL_COMMA =
  /^[-+]?(?:\d+|\d{1,3}(?:\.\d{3})+),\d+(?:e[-+]?\d+)?$|^[-+]?\d{1,3}(?:\.\d{3}){2,}$/i;

function numberOfText(cell: string): DecimalNumber | undefined | NumberFault {
  // Nearly all text numbers are plain.
  const plain = decimalOfText(cell);
  if (plain !== undefined) return plain;
  const spaced = cell.replace(MINUS_SIGNS, "-").trim();
  if (spaced === "") return undefined;
  const text = withoutParentheses(withoutSpaces(spaced).replace(CURRENCY, "$1$2"));
  const grouped = THOUSANDS.exec(text);
  const digits = grouped === null ? text : text.replace(/,/g, "");
  if (grouped === null && DECIMAL_COMMA.test(text)) return "decimal-comma";
  return decimalOfText(digits) ?? "not-a-number";
}

/** Spaces may stand at the ends, beside a sign and between thousands; elsewhere they stay. */
function withoutSpaces(text: string): string {
  if (!SPACE.test(text)) return text;
  const single = text.replace(SPACES, " ").trim();
  return single
    .replace(/(\d) (?=\d{3}(?:\D|$))/g, "$1")
    .replace(/([-+$(]|USD) /gi, "$1")
    .replace(/ (\$|USD|\))/gi, "$1");
}

/** Accountants write a negative number in parentheses. */
function withoutParentheses(text: string): string {
  const match = /^\(([^-+()]+)\)$/.exec(text);
  return match === null ? text : `-${match[1] ?? ""}`;
}
