import type { Switches } from "../switches.ts";
import type { Area } from "./area.ts";
import type { Cell } from "./cell.ts";

/** A spreadsheet in memory. */
export type Book = {
  readonly id: string;
  name: string;
  timeZone: string;
  locale: string;
  switches: Switches;
  sheets: Sheet[];
  activeSheet: Sheet;
  namedRanges: NamedRange[];
  metadata: Metadata[];
  readonly toasts: Toast[];
  nextId: number;
  /** The year that a date typed without one gets. */
  year: number;
};

/** A sheet of a spreadsheet. Rows and columns count from 1 in areas, from 0 in `rows`. */
export type Sheet = {
  readonly id: number;
  readonly book: Book;
  name: string;
  hidden: boolean;
  rows: (Cell | undefined)[][];
  maxRows: number;
  maxColumns: number;
  frozenRows: number;
  frozenColumns: number;
  columnWidths: Map<number, number>;
  rowHeights: Map<number, number>;
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
  tabColor: string | null;
  gridlinesHidden: boolean;
  rightToLeft: boolean;
  merges: Area[];
  filter: Filter | undefined;
  bandings: Banding[];
  conditionalRules: unknown[];
  charts: Chart[];
  protections: Protection[];
  selection: Area;
  /** False once the sheet has been deleted; a script may still hold it. */
  alive: boolean;
};

/** A filter on a range, with the criteria of columns counted from 1. */
export type Filter = { readonly sheet: Sheet; area: Area; readonly criteria: Map<number, unknown> };

/** Alternating colours of a range. */
export type Banding = {
  readonly sheet: Sheet;
  area: Area;
  readonly direction: "rows" | "columns";
  readonly theme: string;
  readonly header: boolean;
  readonly footer: boolean;
  readonly colors: Record<string, string | null>;
};

/** A chart on a sheet as its builder was asked for it. */
export type Chart = {
  readonly id: number;
  readonly type: string;
  readonly ranges: readonly { readonly sheet: Sheet; readonly area: Area }[];
  readonly position: readonly number[];
  readonly options: Readonly<Record<string, unknown>>;
};

/** A protected sheet or range. */
export type Protection = {
  readonly sheet: Sheet;
  area: Area | undefined;
  description: string;
  warningOnly: boolean;
  unprotected: Area[];
};

/** A name for a range. */
export type NamedRange = { name: string; sheet: Sheet; area: Area };

/** Where developer metadata is: on the spreadsheet, a sheet, a row or a column. */
export type MetadataPlace =
  | { readonly kind: "SPREADSHEET" }
  | { readonly kind: "SHEET"; readonly sheet: Sheet }
  | { readonly kind: "ROW" | "COLUMN"; readonly sheet: Sheet; readonly area: Area };

/** A key and value that a script has left on a part of the spreadsheet. */
export type Metadata = {
  readonly id: number;
  readonly book: Book;
  key: string;
  value: string | null;
  visibility: "DOCUMENT" | "PROJECT";
  place: MetadataPlace;
};

/** A message shown for some seconds. */
export type Toast = { readonly message: string; readonly title: string };

/** A sheet with nothing in it, not yet in the spreadsheet's list. */
export function newSheet(book: Book, name: string, size = { rows: 1000, columns: 26 }): Sheet {
  book.nextId += 1;
  return {
    id: book.sheets.length === 0 ? 0 : book.nextId * 7919,
    book,
    name,
    hidden: false,
    rows: [],
    maxRows: size.rows,
    maxColumns: size.columns,
    frozenRows: 0,
    frozenColumns: 0,
    columnWidths: new Map(),
    rowHeights: new Map(),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    tabColor: null,
    gridlinesHidden: false,
    rightToLeft: false,
    merges: [],
    filter: undefined,
    bandings: [],
    conditionalRules: [],
    charts: [],
    protections: [],
    selection: { row: 1, column: 1, rows: 1, columns: 1 },
    alive: true,
  };
}

/** A copy of a sheet under another name; its cells are shared, which are never changed in place. */
export function copyOfSheet(book: Book, sheet: Sheet, name: string): Sheet {
  const copy = newSheet(book, name);
  Object.assign(copy, {
    ...sheet,
    id: copy.id,
    book,
    name,
    rows: sheet.rows.map((row) => [...row]),
    columnWidths: new Map(sheet.columnWidths),
    rowHeights: new Map(sheet.rowHeights),
    hiddenRows: new Set(sheet.hiddenRows),
    hiddenColumns: new Set(sheet.hiddenColumns),
    merges: [...sheet.merges],
    filter: sheet.filter && {
      sheet: copy,
      area: sheet.filter.area,
      criteria: new Map(sheet.filter.criteria),
    },
    bandings: sheet.bandings.map((banding) => ({
      ...banding,
      sheet: copy,
      colors: { ...banding.colors },
    })),
    conditionalRules: [...sheet.conditionalRules],
    charts: [...sheet.charts],
    protections: [],
  });
  if (book.switches.metadataOfCopy === "copied") copyMetadata(book, sheet, copy);
  return copy;
}

function copyMetadata(book: Book, from: Sheet, to: Sheet): void {
  for (const mark of [...book.metadata]) {
    if (mark.place.kind === "SPREADSHEET" || mark.place.sheet !== from) continue;
    book.nextId += 1;
    book.metadata.push({ ...mark, id: book.nextId, place: { ...mark.place, sheet: to } });
  }
}
