import type { CellFault, CellValue } from "../../core/index.ts";
import { unescapeText } from "./stringItem.ts";

/** What the file holds for one cell, entities resolved. */
export type StoredCell = {
  /** The attribute `t`; undefined for a number. */
  readonly type: string | undefined;
  /** The value; undefined when the cell has none, which is not the same as empty. */
  readonly value: string | undefined;
  /** The text of an inline string. */
  readonly inline: string | undefined;
  /** Without equals sign; undefined when the cell has none. */
  readonly formula: string | undefined;
};

/**
 * The value of a cell as the ledger takes it: ECMA-376 part 1, 18.18.11.
 *
 * A formula gives the value that the file holds; without one it is a fault, with the formula. A
 * date stays a serial number; one stored in ISO 8601 is text. What is no number where a number
 * should be is a fault.
 */
export function cellValue(cell: StoredCell, sharedStrings: readonly string[]): CellValue {
  const { type, value, inline, formula } = cell;
  if (inline !== undefined) return inline;
  // Some writers leave `<v/>` behind a formula; only a text may really be empty.
  const valueless = value === undefined || (value === "" && type !== "str");
  if (!valueless) return typedValue(type, value, sharedStrings);
  return formula === undefined
    ? null
    : { fault: "uncached-formula", text: `=${unescapeText(formula)}` };
}

function typedValue(
  type: string | undefined,
  value: string,
  sharedStrings: readonly string[],
): CellValue {
  switch (type) {
    case undefined:
    case "n":
      return numberValue(value);
    case "s":
      return sharedStrings[Number(value)] ?? errorFault(`shared string ${value} is missing`);
    case "b":
      return booleanValue(value);
    case "e":
      return errorFault(value);
    default:
      return unescapeText(value);
  }
}

const errorFault = (text: string): CellFault => ({ fault: "error", text });

function numberValue(value: string): CellValue {
  const number = Number(value);
  if (number === 0 && value.trim() === "") return null;
  return Number.isFinite(number) ? number : errorFault(value);
}

function booleanValue(value: string): CellValue {
  if (value === "1" || value === "true") return true;
  return value === "0" || value === "false" ? false : errorFault(value);
}
