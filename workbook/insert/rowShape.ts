import { COLORS, cellReference, linesOf, type Column, type TableCell } from "../../core/index.ts";
import { rowXml, textCell } from "../sheet/cellXml.ts";
import { TITLE_ROW } from "../sheet/columnLooks.ts";
import type { Look } from "../sheet/look.ts";
import type { TabPlace } from "./tabPlace.ts";

/** A tab's place and the shape of its columns. */
export type RowsPlace = TabPlace & {
  readonly widths: readonly number[];
  /** How many columns a line of text runs over. */
  readonly textColumns: number;
};

/** Points that a line of the usual size takes. */
export const LINE = 15;

/** Columns narrower than this do not break their text into lines. */
const WRAPPING_WIDTH = 30;

/** Points of the tallest row that Excel has. */
const TALLEST = 409;

/** The look of sentences around a table. */
export const REMARK: Look = {
  font: { italic: true, color: COLORS.quiet },
  wrap: true,
  vertical: "top",
};

/** True for a column of text that is wide enough to be broken into lines. */
export const isWrapping = (column: Column | undefined, width: number): boolean =>
  column?.format === "text" && width >= WRAPPING_WIDTH;

/** Not every host finds the height of a row by itself; undefined for one line. */
export function rowHeight(
  values: readonly TableCell[],
  wrapping: readonly { readonly column: number; readonly width: number }[],
): number | undefined {
  let lines = 1;
  for (const { column, width } of wrapping) {
    const value = values[column];
    // A width counts digits, and letters are narrower on the whole.
    if (typeof value === "string") lines = Math.max(lines, linesOf(value, width * 1.12));
  }
  return lines === 1 ? undefined : Math.min(LINE * lines, TALLEST);
}

/** A row of column titles, high enough for all of them. */
export function titlesRowXml(
  columns: readonly Pick<Column, "title">[],
  row: number,
  { styles, widths }: Pick<RowsPlace, "styles" | "widths">,
): string {
  const style = styles.styleOf(TITLE_ROW);
  const cells = columns.map(({ title }, index) =>
    textCell(cellReference(index, row), style, title),
  );
  // The filter button takes room in each cell.
  const lines = columns.map(({ title }, index) => linesOf(title, (widths[index] ?? 8) - 2));
  return rowXml(row, cells.join(""), LINE * Math.max(...lines) + 5);
}
