import type { Book, Metadata, Sheet } from "./model/book.ts";

/** All that can be seen or found of a sheet, as plain data, for a comparison of before and after. */
export type SheetSnapshot = Readonly<Record<string, unknown>>;

/** What a sheet is now. Cells are never changed in place, so that the snapshot stays as it is. */
export function sheetSnapshot(sheet: Sheet): SheetSnapshot {
  const rows = sheet.rows.map((row) => trimmed(row));
  return {
    id: sheet.id,
    name: sheet.name,
    hidden: sheet.hidden,
    rows: trimmed(rows.map((row) => (row.length === 0 ? undefined : row))),
    size: [sheet.maxRows, sheet.maxColumns],
    frozen: [sheet.frozenRows, sheet.frozenColumns],
    columnWidths: [...sheet.columnWidths],
    rowHeights: [...sheet.rowHeights],
    hiddenRows: [...sheet.hiddenRows],
    hiddenColumns: [...sheet.hiddenColumns],
    tabColor: sheet.tabColor,
    gridlinesHidden: sheet.gridlinesHidden,
    merges: [...sheet.merges],
    filter: sheet.filter && { area: sheet.filter.area, criteria: [...sheet.filter.criteria] },
    bandings: sheet.bandings.map((banding) => ({
      ...banding,
      sheet: sheet.name,
      colors: { ...banding.colors },
    })),
    conditionalRules: sheet.conditionalRules.length,
    charts: sheet.charts.map(({ id, type, options, position }) => ({
      id,
      type,
      options,
      position,
    })),
    protections: sheet.protections.map(({ area, description, warningOnly }) => ({
      area,
      description,
      warningOnly,
    })),
    metadata: sheet.book.metadata
      .filter(({ place }) => place.kind !== "SPREADSHEET" && place.sheet === sheet)
      .map(mark),
    namedRanges: sheet.book.namedRanges
      .filter((named) => named.sheet === sheet)
      .map(({ name, area }) => ({ name, area })),
  };
}

/** What all sheets are now, in their order, with what is on the spreadsheet itself. */
export function bookSnapshot(book: Book): Readonly<Record<string, unknown>> {
  return {
    name: book.name,
    timeZone: book.timeZone,
    locale: book.locale,
    sheets: book.sheets.map(sheetSnapshot),
    metadata: book.metadata.filter(({ place }) => place.kind === "SPREADSHEET").map(mark),
  };
}

/** A sheet of a spreadsheet by its name; throws where there is none. */
export function sheetNamed(book: Book, name: string): Sheet {
  const sheet = book.sheets.find((other) => other.name === name);
  if (sheet === undefined)
    throw new Error(
      `No sheet is called ${name}; there are ${book.sheets.map((other) => other.name).join(", ")}.`,
    );
  return sheet;
}

function mark({ key, value, visibility, place }: Metadata): Readonly<Record<string, unknown>> {
  return { key, value, visibility, kind: place.kind };
}

function trimmed<Item>(items: readonly (Item | undefined)[]): (Item | undefined)[] {
  let length = items.length;
  while (length > 0 && items[length - 1] === undefined) length -= 1;
  return items.slice(0, length);
}
