import type { Area } from "../model/area.ts";
import { copyOfSheet, type Book, type Sheet } from "../model/book.ts";
import { implement, ServiceException, type ServiceObject } from "../service.ts";
import { protection } from "./protections.ts";
import { checkSheetName, duplicateName } from "./sheetList.ts";
import { cellWithValue } from "../model/writeCell.ts";
import { insertLines } from "../model/lines.ts";
import {
  bookObject,
  changeCells,
  checkAlive,
  lastUsed,
  mapCells,
  rangeObject,
  rangeOfText,
  sheetObject,
  type RangeState,
} from "./objects.ts";
import { clearCells, GRID, select, selectionOf } from "./rangePlace.ts";
import { scriptValue } from "./rangeValues.ts";

/** The part of a sheet that holds cells; formatting and clearing need go no further. */
function touched(sheet: Sheet): RangeState {
  const columns = Math.max(1, ...sheet.rows.map((row) => row.length));
  return { sheet, area: { row: 1, column: 1, rows: Math.max(1, sheet.rows.length), columns } };
}

function dataArea(sheet: Sheet): Area {
  const { row, column } = lastUsed(sheet);
  return { row: 1, column: 1, rows: Math.max(1, row), columns: Math.max(1, column) };
}

function getRange(sheet: Sheet, ...args: (string | number)[]): ServiceObject {
  const [first, column, rows, columns] = args;
  if (typeof first === "string") return rangeOfText(sheet.book, first, sheet);
  return rangeObject(sheet, {
    row: Number(first),
    column: Number(column),
    rows: Number(rows ?? 1),
    columns: Number(columns ?? 1),
  });
}

function checkFrozen(count: number, size: number, what: string): void {
  if (count < 0 || count >= size)
    throw new ServiceException(`You can't freeze all visible ${what} on the sheet.`);
}

/** Reading a sheet. */
implement<Sheet>("Spreadsheet.Sheet", {
  getRange,
  getDataRange: (sheet) => rangeObject(sheet, dataArea(sheet)),
  getSheetValues: (sheet, row: number, column: number, rows: number, columns: number) => {
    rangeObject(sheet, { row, column, rows, columns });
    return mapCells({ sheet, area: { row, column, rows, columns } }, (cell, down, across) =>
      scriptValue(sheet, cell, down, across),
    );
  },
  getLastRow: (sheet) => lastUsed(sheet).row,
  getLastColumn: (sheet) => lastUsed(sheet).column,
  getMaxRows: ({ maxRows }) => maxRows,
  getMaxColumns: ({ maxColumns }) => maxColumns,
  getName: named,
  getSheetName: named,
  getSheetId: ({ id }) => id,
  getIndex: (sheet) => sheet.book.sheets.indexOf(sheet) + 1,
  getParent: ({ book }) => bookObject(book),
  getType: () => GRID,
  isSheetHidden: ({ hidden }) => hidden,
  getFrozenRows: ({ frozenRows }) => frozenRows,
  getFrozenColumns: ({ frozenColumns }) => frozenColumns,
  getTabColor: ({ tabColor }) => tabColor,
  hasHiddenGridlines: ({ gridlinesHidden }) => gridlinesHidden,
  isRightToLeft: ({ rightToLeft }) => rightToLeft,
  getActiveRange: selectionOf,
  getActiveCell: (sheet) => rangeObject(sheet, { ...sheet.selection, rows: 1, columns: 1 }),
  getCurrentCell: (sheet) => rangeObject(sheet, { ...sheet.selection, rows: 1, columns: 1 }),
});

function named(sheet: Sheet): string {
  checkAlive(sheet);
  return sheet.name;
}

/** Changing a sheet as a whole. */
implement<Sheet>("Spreadsheet.Sheet", {
  setName: (sheet, name: string) => {
    checkAlive(sheet);
    checkSheetName(sheet.book, name, sheet);
    sheet.name = name;
  },
  activate: (sheet) => {
    select({ sheet, area: sheet.selection });
  },
  setActiveRange: (_, range: RangeState) => {
    select(range);
    return rangeObject(range.sheet, range.area);
  },
  setActiveSelection: (sheet, target: string | RangeState) => {
    const range =
      typeof target === "string"
        ? (rangeOfText(sheet.book, target, sheet).state as RangeState)
        : target;
    select(range);
    return rangeObject(range.sheet, range.area);
  },
  setCurrentCell: (_, range: RangeState) => {
    select(range);
    return rangeObject(range.sheet, range.area);
  },
  hideSheet: (sheet) => {
    checkAlive(sheet);
    if (sheet.book.sheets.filter(({ hidden }) => !hidden).length === 1 && !sheet.hidden) {
      throw new ServiceException("You can't hide all the sheets in a document.");
    }
    sheet.hidden = true;
  },
  showSheet: (sheet) => {
    sheet.hidden = false;
  },
  setTabColor: (sheet, color: string | null) => {
    sheet.tabColor = color;
  },
  setHiddenGridlines: (sheet, hidden: boolean) => {
    sheet.gridlinesHidden = hidden;
  },
  setRightToLeft: (sheet, rightToLeft: boolean) => {
    sheet.rightToLeft = rightToLeft;
  },
  setFrozenRows: (sheet, count: number) => {
    checkFrozen(count, sheet.maxRows, "rows");
    sheet.frozenRows = count;
  },
  setFrozenColumns: (sheet, count: number) => {
    checkFrozen(count, sheet.maxColumns, "columns");
    sheet.frozenColumns = count;
  },
  clear: (sheet, options: { contentsOnly?: boolean; formatOnly?: boolean } = {}) => {
    checkAlive(sheet);
    clearCells(touched(sheet), options);
    if (options.contentsOnly !== true) sheet.conditionalRules = [];
  },
  clearContents: (sheet) => {
    clearCells(touched(sheet), { contentsOnly: true });
  },
  clearFormats: (sheet) => {
    clearCells(touched(sheet), { formatOnly: true });
    sheet.conditionalRules = [];
  },
  clearNotes: (sheet) => {
    clearCells(touched(sheet), { commentsOnly: true });
  },
  appendRow: (sheet, values: unknown[]) => {
    checkAlive(sheet);
    const row = lastUsed(sheet).row + 1;
    if (row > sheet.maxRows) insertLines(sheet, "row", sheet.maxRows + 1, 1);
    if (values.length > sheet.maxColumns)
      insertLines(sheet, "column", sheet.maxColumns + 1, values.length - sheet.maxColumns);
    const range = { sheet, area: { row, column: 1, rows: 1, columns: Math.max(1, values.length) } };
    changeCells(range, (cell, _, across) => cellWithValue(sheet.book, cell, values[across]));
  },
  copyTo: (sheet, book: Book) => {
    checkAlive(sheet);
    const copy = copyOfSheet(book, sheet, duplicateName(book, sheet.name));
    book.sheets.push(copy);
    return sheetObject(copy);
  },
  protect: (sheet) => protection(sheet, undefined),
});
