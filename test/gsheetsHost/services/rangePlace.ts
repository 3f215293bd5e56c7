import { a1Of, overlap, within, type Area } from "../model/area.ts";
import type { Sheet } from "../model/book.ts";
import { PLAIN, type Cell } from "../model/cell.ts";
import {
  enumMember,
  implement,
  ServiceException,
  ServiceObject,
  type EnumMember,
} from "../service.ts";
import {
  changeCells,
  checkAlive,
  mapCells,
  rangeObject,
  sheetObject,
  type RangeState,
} from "./objects.ts";
import { copyCells } from "./copyCells.ts";

type ClearOptions = {
  readonly contentsOnly?: boolean;
  readonly formatOnly?: boolean;
  readonly commentsOnly?: boolean;
  readonly validationsOnly?: boolean;
};

/** Clears what the options name of the cells of a range; without any, all but notes and validations. */
export function clearCells(range: RangeState, options: ClearOptions): void {
  const some = Object.values(options).includes(true);
  const contents = !some || options.contentsOnly === true;
  const formats = !some || options.formatOnly === true;
  changeCells(range, (cell) => cleared(cell, { contents, formats, options }));
  if (formats)
    range.sheet.bandings = range.sheet.bandings.filter(({ area }) => !within(area, range.area));
}

function cleared(
  cell: Cell,
  {
    contents,
    formats,
    options,
  }: { readonly contents: boolean; readonly formats: boolean; readonly options: ClearOptions },
): Cell {
  const { note, validation, ...rest } = cell;
  const kept: Cell = contents ? { entry: null, format: rest.format } : rest;
  return {
    ...kept,
    format: formats ? PLAIN : kept.format,
    ...(note === undefined || options.commentsOnly === true ? {} : { note }),
    ...(validation === undefined || options.validationsOnly === true ? {} : { validation }),
  };
}

/** Marks a range as the one selected, its sheet as the active one. */
export function select({ sheet, area }: RangeState): void {
  checkAlive(sheet);
  sheet.book.activeSheet = sheet;
  sheet.selection = area;
}

function merge(range: RangeState, parts: readonly Area[]): void {
  const { sheet, area } = range;
  if (sheet.merges.some((other) => overlap(other, area) && !within(other, area))) {
    throw new ServiceException(
      "You must select all cells in a merged range to merge or unmerge them.",
    );
  }
  sheet.merges = [
    ...sheet.merges.filter((other) => !overlap(other, area)),
    ...parts.filter(({ rows, columns }) => rows * columns > 1),
  ];
  // A merged range keeps the value of its first cell alone.
  changeCells(range, (cell, down, across) => {
    const row = area.row + down;
    const column = area.column + across;
    const corner = parts.some((part) => part.row === row && part.column === column);
    return corner ? cell : { entry: null, format: cell.format };
  });
}

function offset(
  { sheet, area }: RangeState,
  down: number,
  across: number,
  rows?: number,
  columns?: number,
): ServiceObject {
  return rangeObject(sheet, {
    row: area.row + down,
    column: area.column + across,
    rows: rows ?? area.rows,
    columns: columns ?? area.columns,
  });
}

/** The size and name of a range, and what is asked of its place. */
implement<RangeState>("Spreadsheet.Range", {
  getRow: ({ area }) => area.row,
  getRowIndex: ({ area }) => area.row,
  getColumn: ({ area }) => area.column,
  getNumRows: ({ area }) => area.rows,
  getNumColumns: ({ area }) => area.columns,
  getHeight: ({ area }) => area.rows,
  getWidth: ({ area }) => area.columns,
  getLastRow: ({ area }) => area.row + area.rows - 1,
  getLastColumn: ({ area }) => area.column + area.columns - 1,
  getA1Notation: ({ area }) => a1Of(area),
  getSheet: ({ sheet }) => sheetObject(sheet),
  getGridId: ({ sheet }) => sheet.id,
  getCell: ({ sheet, area }, row: number, column: number) => {
    if (row < 1 || column < 1 || row > area.rows || column > area.columns)
      throw new ServiceException("Cell reference out of range");
    return rangeObject(sheet, {
      row: area.row + row - 1,
      column: area.column + column - 1,
      rows: 1,
      columns: 1,
    });
  },
  offset,
  canEdit: () => true,
  activate: select,
  activateAsCurrentCell: select,
});

/** Merging, clearing, copying. */
implement<RangeState>("Spreadsheet.Range", {
  merge: (range) => {
    merge(range, [range.area]);
  },
  mergeAcross: (range) => {
    merge(
      range,
      Array.from({ length: range.area.rows }, (_, down) => ({
        ...range.area,
        row: range.area.row + down,
        rows: 1,
      })),
    );
  },
  mergeVertically: (range) => {
    merge(
      range,
      Array.from({ length: range.area.columns }, (_, across) => ({
        ...range.area,
        column: range.area.column + across,
        columns: 1,
      })),
    );
  },
  breakApart: ({ sheet, area }) => {
    sheet.merges = sheet.merges.filter((other) => !overlap(other, area));
  },
  isPartOfMerge: ({ sheet, area }) => sheet.merges.some((other) => overlap(other, area)),
  getMergedRanges: ({ sheet, area }) =>
    sheet.merges.filter((other) => overlap(other, area)).map((other) => rangeObject(sheet, other)),
  clear: (range, options: ClearOptions = {}) => {
    clearCells(range, options);
  },
  clearContent: (range) => {
    clearCells(range, { contentsOnly: true });
  },
  clearFormat: (range) => {
    clearCells(range, { formatOnly: true });
  },
  clearNote: (range) => {
    clearCells(range, { commentsOnly: true });
  },
  clearDataValidations: (range) => {
    clearCells(range, { validationsOnly: true });
  },
  copyTo: (range, target: RangeState, how?: EnumMember | ClearOptions) => {
    copyCells(range, target, how);
  },
  setDataValidation: (range, rule: unknown) => {
    changeCells(range, (cell) => withValidation(cell, rule));
  },
  getDataValidation: (range) => validations(range)[0]?.[0] ?? null,
  getDataValidations: (range) => validations(range),
});

function withValidation(cell: Cell, rule: unknown): Cell {
  const rest: Cell = { ...cell };
  Reflect.deleteProperty(rest, "validation");
  return rule === null ? rest : { ...rest, validation: rule };
}

function validations(range: RangeState): unknown[][] {
  return mapCells(range, ({ validation }) =>
    validation === undefined ? null : new ServiceObject("Spreadsheet.DataValidation", validation),
  );
}

/** The range selected on a sheet. */
export function selectionOf(sheet: Sheet): ServiceObject {
  return rangeObject(sheet, sheet.selection);
}

/** The kind of a sheet: the emulator has sheets of cells only. */
export const GRID = enumMember("Spreadsheet.SheetType", "GRID");
