import { COLORS, hasCellFormats, numberFormatOf } from "./looks.ts";
import { linesOf, textColumns } from "./columnWidths.ts";
import { breakdownColumns, type Tab } from "./tab.ts";
import { textRows, type Area, type TabLayout } from "./tabLayout.ts";
import type { Column } from "./table.ts";

/** How the cells of an area look; what is absent stays as it is. */
export type AreaLook = {
  readonly numberFormat?: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  /** In points. */
  readonly size?: number;
  /** Six hexadecimal digits. */
  readonly color?: string;
  readonly fill?: string;
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical?: "top" | "center";
  readonly wrap?: true;
  /** Lines above and below each of its rows. */
  readonly top?: Line;
  readonly bottom?: Line;
  /** Height of each row in points, where the host should not find it itself. */
  readonly height?: number;
};

/** A line along the cells; the colour is six hexadecimal digits. */
export type Line = { readonly weight: "thin" | "medium"; readonly color: string };

/** An area and its look. */
export type LookedArea = { readonly area: Area; readonly look: AreaLook };

/** Points that a line of the usual size takes. */
const LINE = 15;

/** Columns narrower than this do not break their text into lines. */
const WRAPPING_WIDTH = 30;

/** How a tab looks, from the whole to the particular. The number of areas depends on its columns only. */
export function tabAreas(
  tab: Tab,
  layout: TabLayout,
  widths: readonly number[],
): readonly LookedArea[] {
  const areas: LookedArea[] = [];
  const add = (area: Area, look: AreaLook): void => {
    areas.push({ area, look });
  };
  textAreas(tab, layout, widths).forEach(({ area, look }) => {
    add(area, look);
  });
  const table = (columns: readonly Column[], titles: number, rows: RowSpan): void => {
    const lines = columns.map(({ title }, column) => linesOf(title, (widths[column] ?? 8) - 2));
    const height = LINE * Math.max(...lines) + 5;
    add({ row: titles, column: 0, rows: 1, columns: columns.length }, { ...TITLES, height });
    columns.forEach((column, index) => {
      add(columnArea(index, rows), bodyLook(column, widths[index] ?? 0));
    });
  };
  table(tab.table.columns, layout.titlesRow, { first: layout.firstRow, last: layout.lastRow });
  if (layout.totalsRow !== undefined) {
    const first = layout.totalsRow;
    tab.table.columns.forEach((column, index) => {
      const isSum = tab.totals?.[index]?.kind !== "value";
      add(columnArea(index, { first, last: first }), totalLook(column, isSum));
    });
  }
  const placedTitle = (row: number): void => {
    add({ row, column: 0, rows: 1, columns: 1 }, SECTION_TITLE);
  };
  if (layout.breakdown !== undefined) {
    const { titleRow, titlesRow, firstRow: first, lastRow: last } = layout.breakdown;
    placedTitle(titleRow);
    table(breakdownColumns(tab), titlesRow, { first, last });
  }
  layout.sections.forEach(({ titleRow, titlesRow, firstRow: first, lastRow: last }, index) => {
    placedTitle(titleRow);
    table(tab.sections[index]?.table.columns ?? [], titlesRow, { first, last });
  });
  return areas;
}

type RowSpan = { readonly first: number; readonly last: number };

const columnArea = (column: number, { first, last }: RowSpan): Area => ({
  row: first,
  column,
  rows: last - first + 1,
  columns: 1,
});

const TITLE: AreaLook = { bold: true, size: 16, color: COLORS.ink, vertical: "center", height: 27 };
const REMARK: AreaLook = { italic: true, color: COLORS.quiet, wrap: true, vertical: "top" };
const SECTION_TITLE: AreaLook = { bold: true, size: 12, color: COLORS.ink, height: 21 };
const TITLES: AreaLook = {
  bold: true,
  color: COLORS.paper,
  fill: COLORS.ink,
  horizontal: "center",
  vertical: "center",
  wrap: true,
};

/** Lines of text are merged cells, whose height no host finds by itself. */
function textAreas(tab: Tab, layout: TabLayout, widths: readonly number[]): readonly LookedArea[] {
  const columns = textColumns(widths);
  const width = widths.slice(0, columns).reduce((sum, one) => sum + one, 0);
  return textRows(layout).map((row) => {
    const area = { row, column: 0, rows: 1, columns };
    if (row === 1) return { area, look: TITLE };
    return { area, look: { ...REMARK, height: LINE * linesOf(textAt(tab, layout, row), width) } };
  });
}

function textAt(tab: Tab, layout: TabLayout, row: number): string {
  const section = layout.sections.findIndex(({ remarkRow }) => remarkRow === row);
  const remark = tab.sections[section]?.remark;
  return layout.heading[row - 1] ?? layout.notes[row - layout.notesRow] ?? remark ?? "";
}

function bodyLook({ format }: Column, width: number): AreaLook {
  const line: AreaLook = {
    vertical: "top",
    bottom: { weight: "thin", color: COLORS.rule },
  };
  if (format === "text") {
    return { ...line, horizontal: "left", ...(width >= WRAPPING_WIDTH ? { wrap: true } : {}) };
  }
  const isCentered = format === "date" || format === "sourceRow";
  return {
    ...line,
    horizontal: isCentered ? "center" : "right",
    ...(hasCellFormats(format) ? {} : { numberFormat: numberFormatOf(format, 1) }),
    ...(format === "sourceRow" ? { underline: true, color: COLORS.link } : {}),
  };
}

function totalLook({ format }: Column, isSum: boolean): AreaLook {
  return {
    bold: true,
    ...(isSum ? {} : { italic: true }),
    fill: COLORS.band,
    top: { weight: "medium", color: COLORS.ink },
    vertical: "top",
    ...(format === "text"
      ? { horizontal: "left" }
      : { horizontal: "right", numberFormat: numberFormatOf(format, 0.5) }),
  };
}
