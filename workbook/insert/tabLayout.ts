import type { Tab } from "../../core/index.ts";

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
  readonly breakdown:
    { readonly titleRow: number; readonly firstRow: number; readonly lastRow: number } | undefined;
  readonly rowCount: number;
  /** The column of links to the source rows, and how many of them a sheet bears. */
  readonly linkColumn: number | undefined;
  readonly linkedRows: number;
};

/** The most rows that a worksheet has. */
export const SHEET_ROWS = 1048576;

/** The most links that Excel bears on a worksheet. */
export const SHEET_LINKS = 65530;

/** Lays out a tab from top to bottom: heading, column titles, rows, totals, notes, breakdown. */
export function tabLayout(tab: Tab, hasSource: boolean): TabLayout {
  const notes = totalsNotes(tab);
  const bars = tab.breakdown?.bars.length ?? 0;
  const tail = (tab.totals === undefined ? 0 : 1) + notes.length + (bars === 0 ? 0 : bars + 3);
  const available = SHEET_ROWS - tab.heading.length - MOST_ADDED_LINES - 2 - tail;
  const shownRows = Math.min(tab.table.rows.length, available);
  const linkColumn = hasSource ? sourceColumn(tab) : undefined;
  const linkedRows = linkColumn === undefined ? 0 : Math.min(shownRows, SHEET_LINKS);
  const heading = [...tab.heading, ...limitLines(tab, shownRows, linkedRows)];

  const titlesRow = heading.length + 2;
  const lastRow = titlesRow + Math.max(1, shownRows);
  const totalsRow = tab.totals === undefined ? undefined : lastRow + 1;
  const notesRow = (totalsRow ?? lastRow) + 1;
  const breakdownRow = notesRow + notes.length + 1;
  return {
    heading,
    titlesRow,
    firstRow: titlesRow + 1,
    lastRow,
    shownRows,
    totalsRow,
    notes,
    notesRow,
    breakdown:
      bars === 0
        ? undefined
        : {
            titleRow: breakdownRow,
            firstRow: breakdownRow + 2,
            lastRow: breakdownRow + 1 + bars,
          },
    rowCount: bars === 0 ? notesRow + notes.length - 1 : breakdownRow + 1 + bars,
    linkColumn,
    linkedRows,
  };
}

const MOST_ADDED_LINES = 2;

function sourceColumn(tab: Tab): number | undefined {
  const column = tab.table.columns.findIndex(({ format }) => format === "sourceRow");
  return column === -1 ? undefined : column;
}

function limitLines(tab: Tab, shownRows: number, linkedRows: number): readonly string[] {
  const all = tab.table.rows.length;
  const lines: string[] = [];
  if (shownRows < all) {
    lines.push(
      `A worksheet ends before this table does: the first ${shownRows} of its ${all} rows are ` +
        "shown. Totals are of all rows.",
    );
  }
  if (linkedRows === SHEET_LINKS && linkedRows < shownRows) {
    lines.push(
      `Source rows are links in the first ${SHEET_LINKS} rows and plain numbers below, because ` +
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
