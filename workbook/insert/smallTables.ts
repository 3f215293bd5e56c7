import {
  cellReference,
  COLORS,
  dayValue,
  keySumFormula,
  type ColumnFormat,
  type PlacedTable,
  type Tab,
  type TableCell,
  type TabSection,
} from "../../core/index.ts";
import { formulaCell, rowXml, textCell } from "../sheet/cellXml.ts";
import { bodyStyles } from "../sheet/columnLooks.ts";
import { valueCell } from "../sheet/valueCell.ts";
import { isWrapping, LINE, REMARK, rowHeight, titlesRowXml, type RowsPlace } from "./rowShape.ts";

/** The breakdown of a tab: sums by key as live formulas beside their values. */
export function* breakdownRows(tab: Tab, place: RowsPlace): Generator<string> {
  const { breakdown, table } = tab;
  const { layout, styles } = place;
  const placed = layout.breakdown;
  if (breakdown === undefined || placed === undefined) return;
  const { keyColumn, valueColumns, lines } = breakdown;
  const shown = [keyColumn, ...valueColumns].flatMap((column) => table.columns[column] ?? []);
  yield titleRow(breakdown.title, placed, place);
  yield titlesRowXml(shown, placed.titlesRow, place);
  const keys = bodyStyles(styles, "text", false);
  const looks = valueColumns.map((column) =>
    bodyStyles(styles, table.columns[column]?.format ?? "money", false),
  );
  const isWhole = layout.shownRows === table.rows.length;
  for (const [index, { key, values }] of lines.entries()) {
    const row = placed.firstRow + index;
    const cells = valueColumns.map((column, at) => {
      const value = values[at] ?? 0;
      const look = looks[at] ?? keys;
      const reference = cellReference(at + 1, row);
      if (!isWhole) return valueCell(reference, look, value);
      const xml = keySumFormula(layout, { key: keyColumn, value: column }, row);
      return formulaCell(reference, look.fraction, { xml, value });
    });
    yield rowXml(row, valueCell(`A${row}`, keys, key) + cells.join(""));
  }
}

/** The further tables of a tab. */
export function* sectionRows(tab: Tab, place: RowsPlace): Generator<string> {
  for (const [index, section] of tab.sections.entries()) {
    const placed = place.layout.sections[index];
    if (placed !== undefined) yield* oneSection(section, placed, place);
  }
}

function* oneSection(
  section: TabSection,
  placed: PlacedTable,
  place: RowsPlace,
): Generator<string> {
  const { styles, widths } = place;
  const { columns, rows } = section.table;
  yield titleRow(section.title, placed, place);
  if (section.remark !== undefined && placed.remarkRow !== undefined) {
    const style = styles.styleOf(REMARK);
    const width = widths.slice(0, place.textColumns).reduce((sum, one) => sum + one, 0);
    const wrapping = [{ column: 0, width: width / 1.12 }];
    const cell = textCell(`A${placed.remarkRow}`, style, section.remark);
    yield rowXml(placed.remarkRow, cell, rowHeight([section.remark], wrapping) ?? LINE);
  }
  yield titlesRowXml(columns, placed.titlesRow, place);
  const wrapping = columns.flatMap((column, at) =>
    isWrapping(column, widths[at] ?? 0) ? [{ column: at, width: widths[at] ?? 0 }] : [],
  );
  const looks = columns.map((column, at) =>
    bodyStyles(styles, column.format, isWrapping(column, widths[at] ?? 0)),
  );
  if (rows.length === 0) {
    const style = styles.styleOf({ font: { italic: true, color: COLORS.quiet } });
    yield rowXml(placed.firstRow, textCell(`A${placed.firstRow}`, style, "No rows"));
  }
  for (const [index, values] of rows.entries()) {
    const row = placed.firstRow + index;
    const cells = columns.map(({ format }, at) => {
      const value = values[at] ?? null;
      const look = looks[at];
      if (look === undefined) return "";
      return valueCell(cellReference(at, row), look, heldValue(value, format, place));
    });
    yield rowXml(row, cells.join(""), rowHeight(values, wrapping));
  }
}

/** Days as the workbook counts them, source rows as the ledger's sheet does. */
function heldValue(
  value: TableCell,
  format: ColumnFormat,
  { dateSystem, source }: RowsPlace,
): TableCell {
  if (typeof value !== "number") return value;
  if (format === "date") return dayValue(value, dateSystem);
  return format === "sourceRow" ? value + (source?.rowsAbove ?? 0) : value;
}

function titleRow(title: string, placed: PlacedTable, { styles }: RowsPlace): string {
  const style = styles.styleOf({ font: { bold: true, size: 12, color: COLORS.ink } });
  return rowXml(placed.titleRow, textCell(`A${placed.titleRow}`, style, title), 21);
}
