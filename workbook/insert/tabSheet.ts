import {
  cellReference,
  COLORS,
  columnLetters,
  quotedSheet,
  tabWidths,
  type Tab,
  type TabLayout,
} from "../../core/index.ts";
import type { Condition, Sheet } from "../sheet/sheetXml.ts";
import type { StyleBook } from "../sheet/styleBook.ts";
import type { TabPlace } from "./tabPlace.ts";
import { tabRows, textColumns } from "./tabRows.ts";

/** A tab as a worksheet: heading, frozen titles with a filter, rows, totals, notes, breakdown. */
export function tabSheet(tab: Tab, place: TabPlace): Sheet {
  const { layout, styles } = place;
  const { table } = tab;
  const widths = tabWidths(tab, layout.shownRows);
  const lastColumn = columnLetters(table.columns.length - 1);
  const lines = textColumns(widths);
  return {
    rows: tabRows(tab, { ...place, widths, textColumns: lines }),
    rowCount: layout.rowCount,
    widths,
    frozen: { rows: layout.titlesRow, columns: 1 },
    filter: `A${layout.titlesRow}:${lastColumn}${layout.lastRow}`,
    merges: merges(layout, lines),
    conditions: conditions(tab, layout, styles),
    links: links(tab, place),
    paper: widths.reduce((sum, width) => sum + width, 0) > WIDE ? "tabloid" : "letter",
    gridLines: false,
    tabColor: COLORS.ink,
    drawing: place.drawing,
    codeName: place.codeName,
    selected: place.selected,
  };
}

/** Characters of width beyond which a sheet of letter size cannot be read. */
const WIDE = 170;

/** Lines of text run over as many columns as make a readable line. */
function merges(layout: TabLayout, columns: number): readonly string[] {
  if (columns < 2) return [];
  const last = columnLetters(columns - 1);
  const rows = layout.heading.map((_, index) => index + 1);
  const notes = layout.notes.map((_, index) => layout.notesRow + index);
  const remarks = layout.sections.flatMap(({ remarkRow }) => remarkRow ?? []);
  return [...rows, ...notes, ...remarks].map((row) => `A${row}:${last}${row}`);
}

function conditions(tab: Tab, layout: TabLayout, styles: StyleBook): readonly Condition[] {
  const { columns } = tab.table;
  const found: Condition[] = [];
  const emphasized = emphasisFormula(tab, layout);
  if (emphasized !== undefined) {
    found.push({
      range: `A${layout.firstRow}:${columnLetters(columns.length - 1)}${layout.lastRow}`,
      overlay: styles.overlayOf({ fill: COLORS.notice }),
      rule: { kind: "formula", formula: emphasized },
    });
  }
  const end = layout.totalsRow ?? layout.lastRow;
  const signedRanges = (table: Tab["table"], first: number, last: number): readonly string[] =>
    table.columns.flatMap(({ format }, index) =>
      format === "signedMoney"
        ? [`${cellReference(index, first)}:${cellReference(index, last)}`]
        : [],
    );
  const signed = [
    ...signedRanges(tab.table, layout.firstRow, end),
    ...tab.sections.flatMap(({ table }, index) => {
      const { firstRow = 1, lastRow = 1 } = layout.sections[index] ?? {};
      return signedRanges(table, firstRow, lastRow);
    }),
  ];
  if (signed.length > 0) {
    const range = signed.join(" ");
    const loss = styles.overlayOf({ color: COLORS.loss });
    const gain = styles.overlayOf({ color: COLORS.gain });
    found.push(
      { range, overlay: loss, rule: { kind: "below zero" } },
      { range, overlay: gain, rule: { kind: "above zero" } },
    );
  }
  return found;
}

function emphasisFormula({ emphasis }: Tab, layout: TabLayout): string | undefined {
  if (emphasis === undefined || layout.shownRows === 0) return undefined;
  const cell = `$${cellReference(emphasis.column, layout.firstRow)}`;
  const { value } = emphasis;
  if (typeof value === "number") return `${cell}=${value}`;
  return `${cell}="${(value ?? "").replace(/"/g, '""')}"`;
}

function links(tab: Tab, { layout, source }: TabPlace): Sheet["links"] {
  const column = layout.linkColumn;
  if (source === undefined || column === undefined) return [];
  const sheet = quotedSheet(source.sheet);
  const found: { readonly cell: string; readonly location: string }[] = [];
  for (let index = 0; index < layout.linkedRows; index++) {
    const row = tab.table.rows[index]?.[column];
    if (typeof row !== "number") continue;
    found.push({
      cell: cellReference(column, layout.firstRow + index),
      location: `${sheet}!A${row + source.rowsAbove}`,
    });
  }
  return found;
}
