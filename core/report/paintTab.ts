import type { Day } from "../calendar/day.ts";
import { keySumFormula, sumFormula } from "./tabFormulas.ts";
import { tabWidths, textColumns } from "./columnWidths.ts";
import { breakdownColumns, type Tab, type TotalCell } from "./tab.ts";
import { tabAreas, type LookedArea } from "./tabAreas.ts";
import { tabConditions, type PaintedCondition } from "./tabConditions.ts";
import {
  tabLayout,
  textRows,
  type Area,
  type PlacedTable,
  type SheetLimits,
  type TabLayout,
} from "./tabLayout.ts";
import type { ColumnFormat, TableCell } from "./table.ts";

/**
 * What a cell holds: text (always a text, whatever it begins with), a number, nothing, a day, a
 * live formula without `=` beside the number that it gives, or a row of the source sheet.
 */
export type PaintedCell =
  | string
  | number
  | null
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "formula"; readonly formula: string; readonly value: number }
  /** Counted from 1 at the first row of the ledger's range; a link where the sheet bears it. */
  | { readonly kind: "source"; readonly row: number; readonly isLink: boolean };

/** A tab as a host paints it: what the cells hold, and how they look, by area. */
export type PaintedTab = {
  readonly layout: TabLayout;
  readonly columnCount: number;
  /** In characters. */
  readonly widths: readonly number[];
  /** Rows from the first to the last one named, each `columnCount` cells long. */
  readonly cells: (firstRow: number, lastRow: number) => PaintedCell[][];
  /** In this order; a later look adds to an earlier one. */
  readonly looks: readonly LookedArea[];
  readonly conditions: readonly PaintedCondition[];
  /** Lines of text, each to be merged into one cell. */
  readonly merges: readonly Area[];
  /** The column titles and the rows under them. */
  readonly filter: Area;
};

/** Paints a tab for a sheet with such limits. With a source, source rows are links. */
export function paintTab(
  tab: Tab,
  to: { readonly hasSource: boolean; readonly limits: SheetLimits },
): PaintedTab {
  const layout = tabLayout(tab, to);
  const widths = tabWidths(tab, layout.shownRows);
  const columnCount = widths.length;
  return {
    layout,
    columnCount,
    widths,
    cells: (firstRow, lastRow) => {
      const rows: PaintedCell[][] = [];
      for (let row = firstRow; row <= lastRow; row++) {
        const cells = rowCells(tab, layout, row);
        while (cells.length < columnCount) cells.push(null);
        rows.push(cells);
      }
      return rows;
    },
    looks: tabAreas(tab, layout, widths),
    conditions: tabConditions(tab, layout),
    merges: textRows(layout).map((row) => ({
      row,
      column: 0,
      rows: 1,
      columns: textColumns(widths),
    })),
    filter: {
      row: layout.titlesRow,
      column: 0,
      rows: layout.lastRow - layout.titlesRow + 1,
      columns: tab.table.columns.length,
    },
  };
}

function rowCells(tab: Tab, layout: TabLayout, row: number): PaintedCell[] {
  const { titlesRow, firstRow, totalsRow, notesRow } = layout;
  if (row < titlesRow) return [layout.heading[row - 1] ?? null];
  if (row === titlesRow) return tab.table.columns.map(({ title }) => title);
  if (row <= layout.lastRow) {
    if (layout.shownRows === 0) return ["No rows"];
    return bodyCells(tab, layout, row - firstRow);
  }
  if (row === totalsRow) return totalsCells(tab, layout);
  if (row < notesRow + layout.notes.length) return [layout.notes[row - notesRow] ?? null];
  return belowCells(tab, layout, row);
}

function bodyCells(tab: Tab, layout: TabLayout, index: number): PaintedCell[] {
  const values = tab.table.rows[index] ?? [];
  return tab.table.columns.map(({ format }, column) =>
    painted(
      values[column] ?? null,
      format,
      column === layout.linkColumn && index < layout.linkedRows,
    ),
  );
}

function painted(value: TableCell, format: ColumnFormat, isLink: boolean): PaintedCell {
  if (typeof value !== "number") return value === "" ? null : value;
  if (format === "date") return { kind: "day", day: value as Day };
  return format === "sourceRow" ? { kind: "source", row: value, isLink } : value;
}

function totalsCells(tab: Tab, layout: TabLayout): PaintedCell[] {
  const isWhole = layout.shownRows === tab.table.rows.length;
  return tab.table.columns.map((_, column): PaintedCell => {
    const total: TotalCell = tab.totals?.[column] ?? { kind: "blank" };
    switch (total.kind) {
      case "blank":
        return null;
      case "text":
        return total.text;
      case "value":
        return total.value;
      case "sum":
        return isWhole
          ? { kind: "formula", formula: sumFormula(layout, column), value: total.value }
          : total.value;
    }
  });
}

/** What stands below the notes: breakdown and sections. */
function belowCells(tab: Tab, layout: TabLayout, row: number): PaintedCell[] {
  const { breakdown } = layout;
  if (breakdown !== undefined && isIn(breakdown, row))
    return breakdownCells(tab, layout, { placed: breakdown, row });
  const place = layout.sections.findIndex((section) => isIn(section, row));
  const placed = layout.sections[place];
  const section = tab.sections[place];
  if (placed === undefined || section === undefined) return [];
  if (row === placed.titleRow) return [section.title];
  if (row === placed.remarkRow) return [section.remark ?? null];
  const { columns, rows } = section.table;
  if (row === placed.titlesRow) return columns.map(({ title }) => title);
  if (rows.length === 0) return ["No rows"];
  const values = rows[row - placed.firstRow] ?? [];
  return columns.map(({ format }, column) => painted(values[column] ?? null, format, false));
}

const isIn = ({ titleRow, lastRow }: PlacedTable, row: number): boolean =>
  row >= titleRow && row <= lastRow;

function breakdownCells(
  tab: Tab,
  layout: TabLayout,
  at: { readonly placed: PlacedTable; readonly row: number },
): PaintedCell[] {
  const { breakdown, table } = tab;
  const { placed, row } = at;
  if (breakdown === undefined) return [];
  const { keyColumn, valueColumns, lines, title } = breakdown;
  if (row === placed.titleRow) return [title];
  if (row === placed.titlesRow) {
    return breakdownColumns(tab).map((column) => column.title);
  }
  const line = lines[row - placed.firstRow];
  if (line === undefined) return [];
  const isWhole = layout.shownRows === table.rows.length;
  return [
    line.key,
    ...valueColumns.map((column, index): PaintedCell => {
      const value = line.values[index] ?? 0;
      if (!isWhole) return value;
      const formula = keySumFormula(layout, { key: keyColumn, value: column }, row);
      return { kind: "formula", formula, value };
    }),
  ];
}
