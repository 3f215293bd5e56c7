import type { Tab, TableCell, TotalCell } from "../../core/index.ts";
import {
  blankCell,
  cellReference,
  columnLetters,
  formulaCell,
  numberCell,
  rowXml,
  textCell,
} from "../sheet/cellXml.ts";
import {
  bodyStyles,
  COLORS,
  TITLE_ROW,
  totalStyles,
  type ColumnStyles,
} from "../sheet/columnLooks.ts";
import { linesOf } from "../sheet/columnWidths.ts";
import type { Look } from "../sheet/look.ts";
import { dayValue, valueCell } from "../sheet/valueCell.ts";
import type { TabPlace } from "./tabPlace.ts";

/** A tab's place and the shape of its columns. */
type RowsPlace = TabPlace & {
  readonly widths: readonly number[];
  /** How many columns a line of text runs over. */
  readonly textColumns: number;
};

/** The rows of a tab's sheet as XML, top to bottom, one at a time. */
export function* tabRows(tab: Tab, place: RowsPlace): Generator<string> {
  const { layout } = place;
  yield* textRows(layout.heading, 1, place);
  yield titlesRow(tab, place);
  yield* tableRows(tab, place);
  if (tab.totals !== undefined) yield totalsRow(tab, tab.totals, place);
  yield* textRows(layout.notes, layout.notesRow, place);
  yield* breakdownRows(tab, place);
}

/** How many columns, from the first, make a line that is good to read. */
export function textColumns(widths: readonly number[]): number {
  let width = 0;
  let columns = 0;
  while (columns < widths.length && width < READABLE) width += widths[columns++] ?? 0;
  return columns;
}

/** Characters of a line that is good to read. */
const READABLE = 130;

/** Points that a line of the usual size takes. */
const LINE = 15;

/** Columns narrower than this do not break their text into lines. */
const WRAPPING_WIDTH = 30;

/** Points of the tallest row that Excel has. */
const TALLEST = 409;

/** Rows after which progress is told. */
const PROGRESS_STEP = 5000;

const TITLE: Look = { font: { bold: true, size: 16, color: COLORS.ink }, vertical: "center" };
const REMARK: Look = {
  font: { italic: true, color: COLORS.quiet },
  wrap: true,
  vertical: "top",
};

/** Lines of text; the first row of a sheet is its title. */
function* textRows(lines: readonly string[], firstRow: number, place: RowsPlace) {
  const { styles, widths } = place;
  const title = styles.styleOf(TITLE);
  const remark = styles.styleOf(REMARK);
  const width = widths.slice(0, place.textColumns).reduce((sum, one) => sum + one, 0);
  for (const [index, text] of lines.entries()) {
    const row = firstRow + index;
    const cell = textCell(`A${row}`, row === 1 ? title : remark, text);
    yield rowXml(row, cell, row === 1 ? 27 : LINE * linesOf(text, width));
  }
}

function titlesRow(tab: Tab, { layout, styles, widths }: RowsPlace): string {
  const style = styles.styleOf(TITLE_ROW);
  const { columns } = tab.table;
  const cells = columns.map(({ title }, index) =>
    textCell(cellReference(index, layout.titlesRow), style, title),
  );
  // The filter button takes room in each cell.
  const lines = columns.map(({ title }, index) => linesOf(title, (widths[index] ?? 8) - 2));
  return rowXml(layout.titlesRow, cells.join(""), LINE * Math.max(...lines) + 5);
}

function* tableRows(tab: Tab, place: RowsPlace): Generator<string> {
  const { layout, styles, widths, onRows } = place;
  if (layout.shownRows === 0) {
    const style = styles.styleOf({ font: { italic: true, color: COLORS.quiet } });
    yield rowXml(layout.firstRow, textCell(`A${layout.firstRow}`, style, "No rows"));
    return;
  }
  const wrapping = widths.flatMap((width, column) =>
    isWrapping(tab, column, width) ? [{ column, width }] : [],
  );
  const writers = tab.table.columns.map((_, index) => cellWriter(tab, index, place));
  for (let index = 0; index < layout.shownRows; index++) {
    const row = layout.firstRow + index;
    const values = tab.table.rows[index] ?? [];
    let cells = "";
    for (let column = 0; column < writers.length; column++) {
      cells += writers[column]?.(row, values[column] ?? null) ?? "";
    }
    yield rowXml(row, cells, rowHeight(values, wrapping));
    if ((index + 1) % PROGRESS_STEP === 0) onRows?.(PROGRESS_STEP);
  }
  onRows?.(layout.shownRows % PROGRESS_STEP);
}

const isWrapping = (tab: Tab, column: number, width: number): boolean =>
  tab.table.columns[column]?.format === "text" && width >= WRAPPING_WIDTH;

/** Not every host finds the height of a row by itself; undefined for one line. */
function rowHeight(
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

/** Writes the cells of one column. */
function cellWriter(
  tab: Tab,
  column: number,
  place: RowsPlace,
): (row: number, value: TableCell) => string {
  const { layout, styles, dateSystem, source, widths } = place;
  const { format = "text" } = tab.table.columns[column] ?? {};
  const letters = columnLetters(column);
  const looks = bodyStyles(styles, format, isWrapping(tab, column, widths[column] ?? 0));
  if (format === "date") {
    return (row, value) => {
      const held = typeof value === "number" ? dayValue(value, dateSystem) : value;
      return valueCell(`${letters}${row}`, looks, held);
    };
  }
  if (format !== "sourceRow") return (row, value) => valueCell(`${letters}${row}`, looks, value);
  const linked = styles.styleOf(SOURCE_LINK);
  const lastLinked = layout.firstRow + layout.linkedRows - 1;
  const above = source?.rowsAbove ?? 0;
  return (row, value) => {
    const reference = `${letters}${row}`;
    if (typeof value !== "number") return valueCell(reference, looks, value);
    return numberCell(reference, row <= lastLinked ? linked : looks.whole, value + above);
  };
}

const SOURCE_LINK: Look = {
  numberFormat: "0",
  font: { underline: true, color: COLORS.link },
  horizontal: "center",
  vertical: "top",
  bottom: { style: "thin", color: COLORS.rule },
};

function totalsRow(tab: Tab, totals: readonly TotalCell[], { layout, styles }: RowsPlace): string {
  const row = layout.totalsRow ?? 0;
  const isWhole = layout.shownRows === tab.table.rows.length;
  const cells = tab.table.columns.map(({ format }, column) => {
    const total = totals[column] ?? { kind: "blank" };
    const looks = totalStyles(styles, format, total.kind !== "value");
    const reference = cellReference(column, row);
    switch (total.kind) {
      case "blank":
        return blankCell(reference, looks.blank);
      case "text":
        return valueCell(reference, looks, total.text);
      case "value":
        return valueCell(reference, looks, total.value);
      case "sum":
        return isWhole
          ? sumCell(reference, looks, { layout, column, value: total.value })
          : valueCell(reference, looks, total.value);
    }
  });
  return rowXml(row, cells.join(""), LINE + 3);
}

function sumCell(
  reference: string,
  looks: ColumnStyles,
  sum: Pick<TabPlace, "layout"> & { readonly column: number; readonly value: number },
): string {
  const { layout, column, value } = sum;
  const letters = columnLetters(column);
  const formula = `SUM(${letters}${layout.firstRow}:${letters}${layout.lastRow})`;
  return formulaCell(reference, looks.fraction, { xml: formula, value });
}

function* breakdownRows(tab: Tab, { layout, styles }: RowsPlace): Generator<string> {
  const { breakdown, table } = tab;
  const place = layout.breakdown;
  if (breakdown === undefined || place === undefined) return;
  const { keyColumn, valueColumn, bars } = breakdown;
  const title = styles.styleOf({ font: { bold: true, size: 12, color: COLORS.ink } });
  yield rowXml(place.titleRow, textCell(`A${place.titleRow}`, title, breakdown.title), 21);

  const head = styles.styleOf(TITLE_ROW);
  const headRow = place.titleRow + 1;
  const headCells = [keyColumn, valueColumn].map((column, index) =>
    textCell(cellReference(index, headRow), head, table.columns[column]?.title ?? ""),
  );
  yield rowXml(headRow, headCells.join(""), LINE + 6);

  const keys = bodyStyles(styles, "text", false);
  const values = bodyStyles(styles, table.columns[valueColumn]?.format ?? "money", false);
  const isWhole = layout.shownRows === table.rows.length;
  const range = (column: number): string => {
    const letters = columnLetters(column);
    return `$${letters}$${layout.firstRow}:$${letters}$${layout.lastRow}`;
  };
  for (const [index, { key, value }] of bars.entries()) {
    const row = place.firstRow + index;
    // SUMIFS would take a key such as ">5" or "A*" for a pattern; this compares the text.
    const xml = `SUMPRODUCT(--(${range(keyColumn)}=A${row}),${range(valueColumn)})`;
    const sum = isWhole
      ? formulaCell(`B${row}`, values.fraction, { xml, value })
      : valueCell(`B${row}`, values, value);
    yield rowXml(row, valueCell(`A${row}`, keys, key) + sum);
  }
}
