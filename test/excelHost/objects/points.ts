import { SHEET_COLUMNS, SHEET_ROWS } from "../model/area.ts";
import type { Sheet } from "../model/sheet.ts";

/** The width of a column and the height of a row that nobody has set, in points. */
export const USUAL_WIDTH = 48;
export const USUAL_HEIGHT = 15;

/** The width of columns together, in points. */
export function columnPoints(sheet: Sheet, first: number, count: number): number {
  return points(
    { sizes: sheet.columnWidths, hidden: sheet.hiddenColumns, usual: USUAL_WIDTH },
    first,
    count,
  );
}

/** The height of rows together, in points. */
export function rowPoints(sheet: Sheet, first: number, count: number): number {
  return points(
    { sizes: sheet.rowHeights, hidden: sheet.hiddenRows, usual: USUAL_HEIGHT },
    first,
    count,
  );
}

/** The column in which a distance from the left, in points, ends. */
export function columnAtPoint(sheet: Sheet, left: number): number {
  return lineAt(left, (column) => columnPoints(sheet, column, 1), SHEET_COLUMNS);
}

/** The row in which a distance from the top, in points, ends. */
export function rowAtPoint(sheet: Sheet, top: number): number {
  return lineAt(top, (row) => rowPoints(sheet, row, 1), SHEET_ROWS);
}

function lineAt(distance: number, sizeOf: (line: number) => number, lines: number): number {
  let rest = distance;
  let line = 0;
  while (line < lines - 1 && rest >= sizeOf(line)) rest -= sizeOf(line++);
  return line;
}

function points(
  lines: {
    readonly sizes: ReadonlyMap<number, number>;
    readonly hidden: ReadonlySet<number>;
    readonly usual: number;
  },
  first: number,
  count: number,
): number {
  let sum = count * lines.usual;
  for (const [index, size] of lines.sizes) {
    if (index >= first && index < first + count) sum += size - lines.usual;
  }
  for (const index of lines.hidden) {
    if (index >= first && index < first + count) sum -= lines.sizes.get(index) ?? lines.usual;
  }
  return sum;
}
