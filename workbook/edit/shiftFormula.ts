import { columnLetters } from "../../core/index.ts";
import { columnNumber, MOST_COLUMNS, MOST_ROWS } from "../read/cellReference.ts";

/** How far a formula moves; down and to the right are positive. */
export type Shift = { readonly rows: number; readonly columns: number };

/**
 * A formula as another cell would have it that shares it: references without $ move along, as when
 * Excel copies a cell. Undefined when one would leave the sheet.
 *
 * Texts, names, functions, sheets, tables and their columns stay as they are.
 */
export function shiftFormula(formula: string, shift: Shift): string | undefined {
  const outside: string[] = [];
  const moved = (written: string, reference: string | undefined): string => {
    if (reference === undefined) outside.push(written);
    return reference ?? written;
  };
  const text = formula.replace(TOKEN, (token: string, ...groups: readonly unknown[]) => {
    const [columns, rows, cell] = groups as readonly (string | undefined)[];
    const ends = (columns ?? rows)?.split(":");
    if (ends !== undefined) return ends.map((end) => moved(end, shiftedEnd(end, shift))).join(":");
    return cell === undefined ? token : moved(cell, shiftedCell(cell, shift));
  });
  return outside.length === 0 ? text : undefined;
}

const LETTER = String.raw`[\p{L}\p{N}_.\\$?]`;
const NOT_A_NAME = String.raw`(?!${LETTER}|[(!\[])`;
const WORD = String.raw`[\p{L}_\\$?]${LETTER}*`;

/**
 * What a formula consists of, as far as references must be told from it (ECMA-376 Part 1, 18.17):
 * texts, quoted sheets, brackets of tables and of other workbooks, errors, sheets without quotes;
 * then columns (1), rows (2) and cells (3); then names and functions, and numbers.
 */
const TOKEN = new RegExp(
  [
    String.raw`"(?:[^"]|"")*"`,
    String.raw`'(?:[^']|'')*'`,
    String.raw`\[(?:[^\[\]']|'[\s\S]|\[(?:[^\[\]']|'[\s\S])*\])*\]`,
    String.raw`#[A-Z/0]+[!?]?`,
    String.raw`${WORD}(?::${WORD})?(?=!)`,
    String.raw`(\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}${NOT_A_NAME})`,
    String.raw`(\$?\d+:\$?\d+${NOT_A_NAME})`,
    String.raw`(\$?[A-Za-z]{1,3}\$?\d{1,7}${NOT_A_NAME})`,
    WORD,
    String.raw`\d+(?:\.\d*)?(?:[eE][+-]?\d+)?`,
  ].join("|"),
  "gu",
);

const END = /^(\$?)([A-Za-z]{0,3})(\$?)(\d*)$/;

/** One end of whole columns (`$B`) or rows (`3`). */
function shiftedEnd(end: string, { rows, columns }: Shift): string | undefined {
  const [, fixed = "", letters = "", , digits = ""] = END.exec(end) ?? [];
  if (letters !== "") return shiftedColumn(fixed, letters, columns);
  return shiftedRow(end.startsWith("$") ? "$" : "", digits, rows);
}

function shiftedCell(cell: string, { rows, columns }: Shift): string | undefined {
  const [, fixedColumn = "", letters = "", fixedRow = "", digits = ""] = END.exec(cell) ?? [];
  // What is beyond the last cell is a name.
  if (columnNumber(letters.toUpperCase()) > MOST_COLUMNS) return cell;
  if (Number(digits) > MOST_ROWS || Number(digits) === 0) return cell;
  const column = shiftedColumn(fixedColumn, letters, columns);
  const row = shiftedRow(fixedRow, digits, rows);
  return column === undefined || row === undefined ? undefined : column + row;
}

function shiftedColumn(fixed: string, letters: string, by: number): string | undefined {
  if (fixed !== "") return fixed + letters;
  const column = columnNumber(letters.toUpperCase()) + by;
  return column >= 1 && column <= MOST_COLUMNS ? columnLetters(column - 1) : undefined;
}

function shiftedRow(fixed: string, digits: string, by: number): string | undefined {
  if (fixed !== "") return fixed + digits;
  const row = Number(digits) + by;
  return row >= 1 && row <= MOST_ROWS ? String(row) : undefined;
}
