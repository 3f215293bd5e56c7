import { isSameArea, readReference, type Area } from "./model/area.ts";
import { isError, isFormula } from "./model/cells.ts";
import { Workbook } from "./model/workbook.ts";
import type { Sheet } from "./model/sheet.ts";
import type { Json } from "./wire.ts";

/** What a cell of a test's sheet is given as: null and empty text are blank, text stays text. */
export type GivenCell =
  string | number | boolean | null | { readonly formula: string } | { readonly error: string };

/** Sheets by name, each with its rows. */
export type GivenWorkbook = {
  readonly sheets: Readonly<Record<string, readonly (readonly GivenCell[])[]>>;
  /** Number formats by sheet and address, such as `{ Transactions: { "A2:A9": "yyyy-mm-dd" } }`. */
  readonly formats?: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/** A workbook with the cells given; nothing is converted as if typed. */
export function workbookOf({ sheets, formats = {} }: GivenWorkbook): Workbook {
  const workbook = new Workbook();
  for (const [name, rows] of Object.entries(sheets)) fill(workbook.addSheet(name), rows);
  if (workbook.sheets.length === 0) workbook.addSheet();
  for (const [name, ranges] of Object.entries(formats)) {
    for (const [address, format] of Object.entries(ranges)) {
      workbook.sheet(name).formats.set("numberFormat", areaOf(address), format);
    }
  }
  return workbook;
}

/** The values of a sheet's cells from A1 to the last one used: errors as text, blank as "". */
export function valuesOf(
  workbook: Workbook,
  name: string,
): readonly (readonly (string | number | boolean)[])[] {
  const sheet = workbook.sheet(name);
  const used = sheet.cells.used({ row: 0, column: 0, rows: 1_048_576, columns: 16_384 });
  const rows = used === undefined ? 0 : used.row + used.rows;
  const columns = used === undefined ? 0 : used.column + used.columns;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => workbook.plainValueAt(sheet, row, column)),
  );
}

/** Says what a formula gives that the host cannot compute. */
export function setFormulaValue(
  workbook: Workbook,
  cell: { readonly sheet: string; readonly address: string },
  value: string | number | boolean,
): void {
  const { row, column } = areaOf(cell.address);
  const found = workbook.sheet(cell.sheet).cells.get(row, column);
  if (!isFormula(found)) throw new Error(`${cell.address} holds no formula`);
  found.given = value;
}

/**
 * Everything about the sheets as text by name, to be compared before and after a run. Names of
 * sheets, or a test for them, choose which; all where nothing is given.
 */
export function snapshot(
  workbook: Workbook,
  isWanted: readonly string[] | ((name: string) => boolean) = () => true,
): Readonly<Record<string, string>> {
  const wants =
    typeof isWanted === "function" ? isWanted : (name: string) => isWanted.includes(name);
  return Object.fromEntries(
    workbook.sheets
      .filter(({ name }) => wants(name))
      .map((sheet) => [sheet.name, sheetText(sheet)]),
  );
}

function fill(sheet: Sheet, rows: readonly (readonly GivenCell[])[]): void {
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (cell === null || cell === "") continue;
      const isRecord = typeof cell === "object";
      sheet.cells.set(row, column, isRecord ? { ...cell } : cell);
    }
  }
}

function areaOf(address: string): Area {
  const area = readReference(address)?.area;
  if (area === undefined) throw new Error(`${address} is no address`);
  return area;
}

function sheetText(sheet: Sheet): string {
  const cells = [...sheet.cells.entries()].map(([row, column, cell]) => [
    row,
    column,
    isFormula(cell) ? { formula: cell.formula } : isError(cell) ? { error: cell.error } : cell,
  ]);
  const formats = sheet.formats
    .names()
    .map((name) => [name, joinColumns(sheet.formats.areas(name))] as const)
    .filter(([, areas]) => areas.length > 0);
  const { visibility, tabColor, showGridlines, showHeadings, merges, tables, names, frozen } =
    sheet;
  return JSON.stringify({
    cells,
    formats,
    ...{ visibility, tabColor, showGridlines, showHeadings, merges, tables, names, frozen },
    filter: sheet.filter,
    columnWidths: [...sheet.columnWidths],
    rowHeights: [...sheet.rowHeights],
    hidden: [[...sheet.hiddenRows], [...sheet.hiddenColumns]],
    conditions: sheet.conditions.map(({ type, area, look }) => ({
      type,
      area,
      look: look.toJson(),
    })),
    charts: sheet.charts.map(({ name, type, source, look }) => ({
      name,
      type,
      source,
      look: look.toJson(),
    })),
    customProperties: [...sheet.customProperties],
    protection: sheet.protection,
    pageLayout: sheet.pageLayout,
  });
}

/** Neighbouring columns with the same runs are one area. */
function joinColumns(
  areas: Iterable<{ readonly area: Area; readonly value: Json }>,
): readonly (readonly [Area, Json])[] {
  const joined: { area: Area; readonly value: Json }[] = [];
  for (const { area, value } of areas) {
    const last = joined.at(-1);
    const next =
      last === undefined
        ? undefined
        : { ...area, column: last.area.column + last.area.columns, columns: 1 };
    if (
      last !== undefined &&
      next !== undefined &&
      last.value === value &&
      next.column === area.column &&
      isSameArea({ ...last.area, column: 0, columns: 1 }, { ...area, column: 0, columns: 1 })
    ) {
      last.area = { ...last.area, columns: last.area.columns + 1 };
    } else {
      joined.push({ area, value });
    }
  }
  return joined.map(({ area, value }) => [area, value] as const);
}
