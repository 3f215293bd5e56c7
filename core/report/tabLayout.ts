import type { Tab } from "./tab.ts";

/** Cells of a sheet. Rows count from 1, columns from 0. */
export type Area = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
};

/** Where a small table below the main one stands. Rows count from 1. */
export type PlacedTable = {
  readonly titleRow: number;
  /** The row of the sentence under the title; undefined for none. */
  readonly remarkRow: number | undefined;
  readonly titlesRow: number;
  readonly firstRow: number;
  /** Of a table without rows the row that says so. */
  readonly lastRow: number;
};

/** Where each part of a tab stands on its sheet. Rows count from 1, columns from 0. */
export type TabLayout = {
  /** The tab's heading lines and those that the sheet's own limits add. */
  readonly heading: readonly string[];
  readonly titlesRow: number;
  readonly firstRow: number;
  /** The last row of the table; the row that says "no rows" where there are none. */
  readonly lastRow: number;
  /** How many rows of the table the sheet shows; fewer than it has only past a sheet's end. */
  readonly shownRows: number;
  readonly totalsRow: number | undefined;
  readonly notes: readonly string[];
  readonly notesRow: number;
  readonly breakdown: PlacedTable | undefined;
  /** One for each section, in order. */
  readonly sections: readonly PlacedTable[];
  readonly rowCount: number;
  /** The column of links to the source rows, and how many of them a sheet bears. */
  readonly linkColumn: number | undefined;
  readonly linkedRows: number;
};

/** How much a sheet of a host holds: rows, and links to other sheets. */
export type SheetLimits = { readonly rows: number; readonly links: number };

/** The most rows and links that Excel bears on a worksheet. */
export const EXCEL_LIMITS: SheetLimits = { rows: 1048576, links: 65530 };

/**
 * Lays out a tab from top to bottom: heading, column titles, rows, totals, notes, breakdown,
 * sections. With a source the column of source rows holds links.
 */
export function tabLayout(
  tab: Tab,
  { hasSource, limits }: { readonly hasSource: boolean; readonly limits: SheetLimits },
): TabLayout {
  const notes = totalsNotes(tab);
  const tail = (tab.totals === undefined ? 0 : 1) + notes.length + tailRows(tab);
  const available = limits.rows - tab.heading.length - MOST_ADDED_LINES - 2 - tail;
  const shownRows = Math.min(tab.table.rows.length, available);
  const linkColumn = hasSource ? sourceColumn(tab) : undefined;
  const linkedRows = linkColumn === undefined ? 0 : Math.min(shownRows, limits.links);
  const heading = [...tab.heading, ...limitLines(tab, { shownRows, linkedRows, limits })];

  const titlesRow = heading.length + 2;
  const lastRow = titlesRow + Math.max(1, shownRows);
  const totalsRow = tab.totals === undefined ? undefined : lastRow + 1;
  const notesRow = (totalsRow ?? lastRow) + 1;
  let nextRow = notesRow + notes.length;
  const place = (rows: number, remark: string | undefined): PlacedTable => {
    const placed = placedTable(nextRow + 1, rows, remark);
    nextRow = placed.lastRow + 1;
    return placed;
  };
  const lines = tab.breakdown?.lines.length ?? 0;
  const breakdown = lines === 0 ? undefined : place(lines, undefined);
  if (breakdown !== undefined && tab.sections.length > 0) nextRow += rowsBesideChart(tab);
  const sections = tab.sections.map(({ table, remark }) => place(table.rows.length, remark));
  return {
    heading,
    titlesRow,
    firstRow: titlesRow + 1,
    lastRow,
    shownRows,
    totalsRow,
    notes,
    notesRow,
    breakdown,
    sections,
    rowCount: nextRow - 1,
    linkColumn,
    linkedRows,
  };
}

/** Rows that hold one sentence each: heading lines, notes, remarks. */
export function textRows(layout: TabLayout): readonly number[] {
  return [
    ...layout.heading.map((_, index) => index + 1),
    ...layout.notes.map((_, index) => layout.notesRow + index),
    ...layout.sections.flatMap(({ remarkRow }) => remarkRow ?? []),
  ];
}

const MOST_ADDED_LINES = 2;

/** Pixels of a chart without its bars, of a bar, and of a row: every host draws them so. */
const CHART_HEAD = 120;
const CHART_BAR = 28;
const ROW = 20;

/** Rows by which the chart of a breakdown reaches below its table. */
function rowsBesideChart({ breakdown }: Tab): number {
  if (breakdown?.chart !== "bars") return 0;
  const { length } = breakdown.lines;
  return Math.ceil((CHART_HEAD + CHART_BAR * length) / ROW) - length - 2;
}

function placedTable(titleRow: number, rows: number, remark: string | undefined): PlacedTable {
  const remarkRow = remark === undefined ? undefined : titleRow + 1;
  const titlesRow = (remarkRow ?? titleRow) + 1;
  return {
    titleRow,
    remarkRow,
    titlesRow,
    firstRow: titlesRow + 1,
    lastRow: titlesRow + Math.max(1, rows),
  };
}

/** Rows below the notes: each small table has an empty row, a title and column titles above it. */
function tailRows(tab: Tab): number {
  const { breakdown, sections } = tab;
  const lines = breakdown?.lines.length ?? 0;
  const besideChart = sections.length === 0 || lines === 0 ? 0 : rowsBesideChart(tab);
  return sections.reduce(
    (sum, { table, remark }) =>
      sum + 3 + (remark === undefined ? 0 : 1) + Math.max(1, table.rows.length),
    lines === 0 ? 0 : lines + 3 + besideChart,
  );
}

function sourceColumn(tab: Tab): number | undefined {
  const column = tab.table.columns.findIndex(({ format }) => format === "sourceRow");
  return column === -1 ? undefined : column;
}

function limitLines(
  tab: Tab,
  shown: {
    readonly shownRows: number;
    readonly linkedRows: number;
    readonly limits: SheetLimits;
  },
): readonly string[] {
  const { shownRows, linkedRows, limits } = shown;
  const all = tab.table.rows.length;
  const lines: string[] = [];
  if (shownRows < all) {
    lines.push(
      `A worksheet ends before this table does: the first ${shownRows} of its ${all} rows are ` +
        "shown. Totals are of all rows.",
    );
  }
  if (linkedRows === limits.links && linkedRows < shownRows) {
    lines.push(
      `Source rows are links in the first ${limits.links} rows and plain numbers below, because ` +
        "a worksheet bears no more links.",
    );
  }
  return lines;
}

/** One line for each note, before it the titles of the columns that it belongs to. */
function totalsNotes(tab: Tab): readonly string[] {
  const titlesOfNote = new Map<string, string[]>();
  (tab.totals ?? []).forEach((total, column) => {
    const title = tab.table.columns[column]?.title;
    if (total.kind !== "value" || total.note === "" || title === undefined) return;
    const titles = titlesOfNote.get(total.note);
    if (titles === undefined) titlesOfNote.set(total.note, [title]);
    else titles.push(title);
  });
  return [...titlesOfNote].map(([note, titles]) => `${titles.join(", ")}: ${note}`);
}
