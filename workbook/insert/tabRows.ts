import {
  cellReference,
  COLORS,
  dayValue,
  columnLetters,
  linesOf,
  sumFormula,
  type Tab,
  type TableCell,
  type TotalCell,
} from "../../core/index.ts";
import { blankCell, formulaCell, numberCell, rowXml, textCell } from "../sheet/cellXml.ts";
import { bodyStyles, totalStyles, type ColumnStyles } from "../sheet/columnLooks.ts";
import type { Look } from "../sheet/look.ts";
import { valueCell } from "../sheet/valueCell.ts";
import { isWrapping, LINE, REMARK, rowHeight, titlesRowXml, type RowsPlace } from "./rowShape.ts";
import { breakdownRows, sectionRows } from "./smallTables.ts";
import type { TabPlace } from "./tabPlace.ts";

/** The rows of a tab's sheet as XML, top to bottom, one at a time. */
export function* tabRows(tab: Tab, place: RowsPlace): Generator<string> {
  const { layout } = place;
  yield* textRows(layout.heading, 1, place);
  yield titlesRowXml(tab.table.columns, layout.titlesRow, place);
  yield* tableRows(tab, place);
  if (tab.totals !== undefined) yield totalsRow(tab, tab.totals, place);
  yield* textRows(layout.notes, layout.notesRow, place);
  yield* breakdownRows(tab, place);
  yield* sectionRows(tab, place);
}

/** Rows after which progress is told. */
const PROGRESS_STEP = 5000;

const TITLE: Look = { font: { bold: true, size: 16, color: COLORS.ink }, vertical: "center" };

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

function* tableRows(tab: Tab, place: RowsPlace): Generator<string> {
  const { layout, styles, widths, onRows } = place;
  if (layout.shownRows === 0) {
    const style = styles.styleOf({ font: { italic: true, color: COLORS.quiet } });
    yield rowXml(layout.firstRow, textCell(`A${layout.firstRow}`, style, "No rows"));
    return;
  }
  const wrapping = widths.flatMap((width, column) =>
    isWrapping(tab.table.columns[column], width) ? [{ column, width }] : [],
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

/** Writes the cells of one column. */
function cellWriter(
  tab: Tab,
  column: number,
  place: RowsPlace,
): (row: number, value: TableCell) => string {
  const { layout, styles, dateSystem, source, widths } = place;
  const { format = "text" } = tab.table.columns[column] ?? {};
  const letters = columnLetters(column);
  const looks = bodyStyles(
    styles,
    format,
    isWrapping(tab.table.columns[column], widths[column] ?? 0),
  );
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
  return formulaCell(reference, looks.fraction, { xml: sumFormula(layout, column), value });
}
