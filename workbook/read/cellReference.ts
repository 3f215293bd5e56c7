/** A rectangle of cells; rows and columns count from 1, both ends included. */
export type CellRange = {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
};

/** Rows of a worksheet (ECMA-376 part 1, 18.3.1.73). */
export const MOST_ROWS = 1_048_576;

/** Columns of a worksheet, the last being XFD. */
export const MOST_COLUMNS = 16_384;

/** Reads a range such as `A1:N50`, or one cell, with or without $; undefined for anything else. */
export function parseRange(reference: string): CellRange | undefined {
  const match = RANGE.exec(reference);
  if (match === null) return undefined;
  const [, left = "", top = "", right = left, bottom = top] = match;
  const range = {
    firstRow: Number(top),
    firstColumn: columnNumber(left),
    lastRow: Number(bottom),
    lastColumn: columnNumber(right),
  };
  const ordered = range.firstRow <= range.lastRow && range.firstColumn <= range.lastColumn;
  const within = range.lastRow <= MOST_ROWS && range.lastColumn <= MOST_COLUMNS;
  return ordered && within && range.firstRow > 0 ? range : undefined;
}

const RANGE = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/;

/** The number of a column by its letters: A is 1, XFD is 16,384. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (let at = 0; at < letters.length; at++) number = number * 26 + letters.charCodeAt(at) - 64;
  return number;
}
