import {
  BooleanNumber,
  CellValueType,
  type ICellData,
  type IStyleData,
  type IWorksheetData,
} from "@univerjs/core";
import { DAYS_FROM_1900_TO_1904, type CellGrid, type CellValue } from "../core/index.ts";

/** Pixels of a column for each character of its width. */
export const CHARACTER = 7.5;

/** Columns beside a sheet's own: room for the widest table. */
const ROOM = 40;

type Cells = Record<number, Record<number, ICellData>>;

/**
 * A user's sheet for the grid: values as the file has them, text always as text. Days are shown as
 * such in columns whose heading speaks of them; the grid counts them from 1900.
 */
export function sheetOfGrid(
  name: string,
  grid: CellGrid,
  dateSystem: 1900 | 1904,
): Partial<IWorksheetData> {
  const cellData: Cells = {};
  const { headings, dates } = dateColumns(grid);
  let columns = 1;
  grid.forEach((row, index) => {
    const cells: Record<number, ICellData> = {};
    row.forEach((value, column) => {
      const cell = dataOf(value);
      if (cell === undefined) return;
      if (typeof value === "number" && (dates.has(column) || isAsOf(row[column - 1]))) {
        cell.s = dateStyle(value);
        cell.v = value + (dateSystem === 1904 ? DAYS_FROM_1900_TO_1904 : 0);
      }
      if (index < headings) cell.s = { bl: BooleanNumber.TRUE };
      cells[column] = cell;
      columns = Math.max(columns, column + 1);
    });
    cellData[index] = cells;
  });
  return {
    name,
    cellData,
    rowCount: Math.max(100, grid.length + 50),
    columnCount: columns + ROOM,
    columnData: widthsOf(grid, columns),
    freeze: {
      xSplit: 0,
      ySplit: headings,
      startRow: headings === 0 ? -1 : headings,
      startColumn: -1,
    },
  };
}

/** Rows among which headings are looked for. */
const HEADING_ROWS = 10;

type DateColumns = {
  /** The row of headings, counted from 1; 0 where none was found. */
  readonly headings: number;
  /** Their serial numbers are shown as days. */
  readonly dates: ReadonlySet<number>;
};

/** Columns whose heading speaks of dates. */
function dateColumns(grid: CellGrid): DateColumns {
  for (const [index, row] of grid.slice(0, HEADING_ROWS).entries()) {
    const dates = row.flatMap((cell, column) =>
      typeof cell === "string" && DATE_HEADING.test(cell) ? [column] : [],
    );
    if (dates.length > 0) return { headings: index + 1, dates: new Set(dates) };
  }
  return { headings: 0, dates: new Set() };
}

/** The name of the one setting that is a day. */
const isAsOf = (name: CellValue | undefined): boolean =>
  typeof name === "string" && /^as[ _]of$/i.test(name.trim());

const DATE_HEADING = /^(?:date|time|timestamp|acquired|as of|sold)\b/i;

const dateStyle = (serial: number): IStyleData => ({
  n: { pattern: Number.isInteger(serial) ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm" },
});

function dataOf(value: CellGrid[number][number]): ICellData | undefined {
  if (value === null || value === "") return undefined;
  if (typeof value === "string") return { v: value, t: CellValueType.STRING };
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: value.text, t: CellValueType.STRING };
}

/** Rows from which widths are taken. */
const SAMPLE_ROWS = 200;

function widthsOf(grid: CellGrid, columns: number): IWorksheetData["columnData"] {
  const widths: Record<number, { w: number }> = {};
  for (let column = 0; column < columns; column++) {
    const longest = grid.slice(0, SAMPLE_ROWS).reduce((most, row) => {
      const value = row[column] ?? null;
      const length = value === null || typeof value === "object" ? 0 : String(value).length;
      return Math.max(most, length);
    }, 4);
    widths[column] = { w: (Math.min(longest, 40) + 2) * CHARACTER };
  }
  return widths;
}
