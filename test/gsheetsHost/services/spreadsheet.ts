import { copyOfSheet, type Book, type NamedRange, type Sheet } from "../model/book.ts";
import {
  implement,
  implementations,
  ServiceException,
  ServiceObject,
  type EnumMember,
} from "../service.ts";
import { lastUsed, rangeObject, rangeOfText, sheetObject, type RangeState } from "./objects.ts";
import { select, selectionOf } from "./rangePlace.ts";
import { addSheet, checkSheetName, duplicateName, removeSheet } from "./sheetList.ts";

type InsertOptions = { readonly template?: Sheet };

function insertSheet(book: Book, ...args: (string | number | InsertOptions)[]): ServiceObject {
  const name = args.find((value) => typeof value === "string");
  const place = args.find((value) => typeof value === "number");
  const options = args.find((value): value is InsertOptions => typeof value === "object");
  const sheet = addSheet(book, name, place);
  if (options?.template === undefined) return sheetObject(sheet);
  const copy = copyOfSheet(book, options.template, sheet.name);
  book.sheets = book.sheets.map((other) => (other === sheet ? copy : other));
  book.activeSheet = copy;
  return sheetObject(copy);
}

function moveActive(book: Book, place: number): void {
  if (place < 1 || place > book.sheets.length)
    throw new ServiceException("The position is out of bounds.");
  const others = book.sheets.filter((sheet) => sheet !== book.activeSheet);
  book.sheets = [...others.slice(0, place - 1), book.activeSheet, ...others.slice(place - 1)];
}

function setNamedRange(book: Book, name: string, { sheet, area }: RangeState): void {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
    throw new ServiceException(`${name} is not a valid name for a range.`);
  book.namedRanges = book.namedRanges.filter((named) => named.name !== name);
  book.namedRanges.push({ name, sheet, area });
}

/** The spreadsheet itself: its sheets, names, zone and locale. */
implement<Book>("Spreadsheet.Spreadsheet", {
  getId: ({ id }) => id,
  getName: ({ name }) => name,
  rename: (book, name: string) => {
    book.name = name;
  },
  getUrl: ({ id }) => `https://docs.google.com/spreadsheets/d/${id}/edit`,
  getSpreadsheetTimeZone: ({ timeZone }) => timeZone,
  setSpreadsheetTimeZone: (book, timeZone: string) => {
    book.timeZone = timeZone;
  },
  getSpreadsheetLocale: ({ locale }) => locale,
  getSheets: ({ sheets }) => sheets.map(sheetObject),
  getNumSheets: ({ sheets }) => sheets.length,
  getSheetByName: ({ sheets }, name: string) =>
    found(sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase())),
  getSheetById: ({ sheets }, id: number) => found(sheets.find((sheet) => sheet.id === id)),
  getActiveSheet: ({ activeSheet }) => sheetObject(activeSheet),
  setActiveSheet: (book, sheet: Sheet) => {
    select({ sheet, area: sheet.selection });
    return sheetObject(book.activeSheet);
  },
  insertSheet,
  deleteSheet: removeSheet,
  deleteActiveSheet: (book) => {
    removeSheet(book, book.activeSheet);
    return sheetObject(book.activeSheet);
  },
  duplicateActiveSheet: (book) => {
    const copy = copyOfSheet(book, book.activeSheet, duplicateName(book, book.activeSheet.name));
    book.sheets.splice(book.sheets.indexOf(book.activeSheet) + 1, 0, copy);
    book.activeSheet = copy;
    return sheetObject(copy);
  },
  renameActiveSheet: (book, name: string) => {
    checkSheetName(book, name, book.activeSheet);
    book.activeSheet.name = name;
  },
  moveActiveSheet: moveActive,
  getRange: (book, a1: string) => rangeOfText(book, a1, book.activeSheet),
  getRangeByName: (book, name: string) => {
    const named = book.namedRanges.find((other) => other.name === name);
    return named === undefined ? null : rangeObject(named.sheet, named.area);
  },
  setNamedRange,
  removeNamedRange: (book, name: string) => {
    book.namedRanges = book.namedRanges.filter((named) => named.name !== name);
  },
  getNamedRanges: ({ namedRanges }) => namedRanges.map(namedObject),
  toast: (book, message: string, title = "") => {
    book.toasts.push({ message, title });
  },
  getProtections: ({ sheets }, kind: EnumMember) =>
    sheets.flatMap(
      (sheet) =>
        implementations
          .get("Spreadsheet.Sheet")
          ?.["getProtections"]?.(sheet as never, kind as never) ?? [],
    ),
  setActiveRange: (_, range: RangeState) => {
    select(range);
    return rangeObject(range.sheet, range.area);
  },
  getActiveRange: ({ activeSheet }) => selectionOf(activeSheet),
  getDataRange: ({ activeSheet }) => {
    const { row, column } = lastUsed(activeSheet);
    return rangeObject(activeSheet, {
      row: 1,
      column: 1,
      rows: Math.max(1, row),
      columns: Math.max(1, column),
    });
  },
  getLastRow: ({ activeSheet }) => lastUsed(activeSheet).row,
  getLastColumn: ({ activeSheet }) => lastUsed(activeSheet).column,
});

function found(sheet: Sheet | undefined): ServiceObject | null {
  return sheet === undefined ? null : sheetObject(sheet);
}

function namedObject(named: NamedRange): ServiceObject {
  return new ServiceObject("Spreadsheet.NamedRange", named);
}

implement<Sheet>("Spreadsheet.Sheet", {
  getNamedRanges: (sheet) =>
    sheet.book.namedRanges.filter((named) => named.sheet === sheet).map(namedObject),
});

implement<NamedRange>("Spreadsheet.NamedRange", {
  getName: ({ name }) => name,
  getRange: ({ sheet, area }) => rangeObject(sheet, area),
  setName: (named, name: string) => {
    named.name = name;
  },
  setRange: (named, { sheet, area }: RangeState) => {
    Object.assign(named, { sheet, area });
  },
  remove: (named) => {
    const { book } = named.sheet;
    book.namedRanges = book.namedRanges.filter((other) => other !== named);
  },
});
