import {
  cellReference,
  COLORS,
  columnLetters,
  areaReference,
  quotedSheet,
  tabConditions,
  tabWidths,
  textColumns,
  textRows,
  type Tab,
  type TabLayout,
} from "../../core/index.ts";
import type { Condition, Sheet } from "../sheet/sheetXml.ts";
import type { StyleBook } from "../sheet/styleBook.ts";
import type { TabPlace } from "./tabPlace.ts";
import { tabRows } from "./tabRows.ts";

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
  return textRows(layout).map((row) => `A${row}:${last}${row}`);
}

function conditions(tab: Tab, layout: TabLayout, styles: StyleBook): readonly Condition[] {
  return tabConditions(tab, layout).map(({ areas, rule, color, fill }) => ({
    range: areas.map(areaReference).join(" "),
    overlay: styles.overlayOf({
      ...(color === undefined ? {} : { color }),
      ...(fill === undefined ? {} : { fill }),
    }),
    rule,
  }));
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
