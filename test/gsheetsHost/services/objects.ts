import { areaOfA1, splitReference, within, type Area } from "../model/area.ts";
import type { Book, Sheet } from "../model/book.ts";
import { BLANK, type Cell } from "../model/cell.ts";
import { ServiceException, ServiceObject } from "../service.ts";

/** What a Range stands for. */
export type RangeState = { readonly sheet: Sheet; readonly area: Area };

/** A Range of the script; the area must lie within the sheet. */
export function rangeObject(sheet: Sheet, area: Area): ServiceObject {
  checkAlive(sheet);
  if (area.row < 1) throw new ServiceException("The starting row of the range is too small.");
  if (area.column < 1) throw new ServiceException("The starting column of the range is too small.");
  if (area.rows < 1)
    throw new ServiceException("The number of rows in the range must be at least 1.");
  if (area.columns < 1)
    throw new ServiceException("The number of columns in the range must be at least 1.");
  const whole = { row: 1, column: 1, rows: sheet.maxRows, columns: sheet.maxColumns };
  if (!within(area, whole)) {
    throw new ServiceException(
      "The coordinates of the range are outside the dimensions of the sheet.",
    );
  }
  return new ServiceObject("Spreadsheet.Range", { sheet, area });
}

/** A Sheet of the script. */
export function sheetObject(sheet: Sheet): ServiceObject {
  return new ServiceObject("Spreadsheet.Sheet", sheet);
}

/** The Spreadsheet of the script. */
export function bookObject(book: Book): ServiceObject {
  return new ServiceObject("Spreadsheet.Spreadsheet", book);
}

/** The range of a reference such as `'My sheet'!A1:B2` or a named range. */
export function rangeOfText(book: Book, text: string, on: Sheet): ServiceObject {
  const named = book.namedRanges.find(({ name }) => name === text);
  if (named !== undefined) return rangeObject(named.sheet, named.area);
  const { sheet: sheetName, cells } = splitReference(text);
  const sheet = sheetName === undefined ? on : book.sheets.find(({ name }) => name === sheetName);
  const area = sheet === undefined ? undefined : areaOfA1(cells, sheet);
  if (sheet === undefined || area === undefined) throw new ServiceException("Range not found");
  return rangeObject(sheet, area);
}

/** Refuses work on a sheet that has been deleted. */
export function checkAlive(sheet: Sheet): void {
  if (!sheet.alive) throw new ServiceException(`Sheet ${sheet.id} not found`);
}

/** The cells of a range, row by row, each made into something. */
export function mapCells<Made>(
  { sheet, area }: RangeState,
  make: (cell: Cell, row: number, column: number) => Made,
): Made[][] {
  checkAlive(sheet);
  return Array.from({ length: area.rows }, (_, down) => {
    const row = area.row + down;
    const cells = sheet.rows[row - 1];
    return Array.from({ length: area.columns }, (__, across) => {
      const column = area.column + across;
      return make(cells?.[column - 1] ?? BLANK, row, column);
    });
  });
}

/** Changes each cell of a range; `down` and `across` count from 0 within it. */
export function changeCells(
  { sheet, area }: RangeState,
  change: (cell: Cell, down: number, across: number) => Cell | undefined,
): void {
  checkAlive(sheet);
  // All cells are made before any is written: a value that is refused leaves the range as it was.
  const made = Array.from({ length: area.rows }, (_, down) =>
    Array.from({ length: area.columns }, (__, across) =>
      change(sheet.rows[area.row - 1 + down]?.[area.column - 1 + across] ?? BLANK, down, across),
    ),
  );
  made.forEach((cells, down) => {
    const row = (sheet.rows[area.row - 1 + down] ??= []);
    cells.forEach((cell, across) => {
      row[area.column - 1 + across] = cell;
    });
  });
  for (let row = 0; row < area.row - 1; row += 1) sheet.rows[row] ??= [];
}

/** Refuses a grid of values that has not the size of its range. */
export function checkSize({ area }: RangeState, values: readonly (readonly unknown[])[]): void {
  if (values.length !== area.rows) {
    throw new ServiceException(
      `The number of rows in the data does not match the number of rows in the range. The data has ${values.length} but the range has ${area.rows}.`,
    );
  }
  for (const row of values) {
    if (row.length !== area.columns) {
      throw new ServiceException(
        `The number of columns in the data does not match the number of columns in the range. The data has ${row.length} but the range has ${area.columns}.`,
      );
    }
  }
}

/** The last row and column with content, 0 on an empty sheet. */
export function lastUsed(sheet: Sheet): { row: number; column: number } {
  let row = 0;
  let column = 0;
  sheet.rows.forEach((cells, down) => {
    for (let across = cells.length - 1; across >= 0; across -= 1) {
      const cell = cells[across];
      if (cell === undefined || (cell.entry === null && cell.formula === undefined)) continue;
      row = down + 1;
      column = Math.max(column, across + 1);
      break;
    }
  });
  return { row, column };
}
