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
