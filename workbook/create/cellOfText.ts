import type { CellValue } from "../../core/index.ts";
import type { NewCell } from "./newCell.ts";

/**
 * A cell for a value as a CSV file has it: a number where the text is a plain decimal number that a
 * number holds with every digit, shown with the same digits; otherwise the text itself.
 *
 * Leading zeros, more than 15 digits, exponents and grouped thousands stay text.
 */
export function cellOfText(cell: CellValue): NewCell {
  if (typeof cell !== "string") return cell;
  const match = PLAIN_NUMBER.exec(cell);
  if (match === null) return cell;
  const decimals = match[2]?.length ?? 0;
  const digits = (match[1]?.length ?? 0) + decimals;
  return digits > EXACT_DIGITS ? cell : { number: Number(cell), decimals };
}

const PLAIN_NUMBER = /^-?(0|[1-9]\d*)(?:\.(\d+))?$/;

/** Any decimal of so many digits is one number's and no other's. */
const EXACT_DIGITS = 15;
