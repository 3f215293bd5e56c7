import type { ICellData, IStyleData, IWorksheetData } from "@univerjs/core";
import {
  dayValue,
  EXCEL_LIMITS,
  numberFormatOf,
  paintTab,
  type Area,
  type AreaLook,
  type CellGrid,
  type ColumnFormat,
  type PaintedCell,
  type PaintedTab,
  type Tab,
} from "../core/index.ts";

/** Types of cells as the grid numbers them. */
const TEXT = 1;
const NUMBER = 2;
const BOOLEAN = 3;

/** Pixels of a column for each character of its width. */
const CHARACTER = 7.5;

type Cells = Record<number, Record<number, ICellData>>;

/** A user's sheet for the grid: values as the file has them, text always as text. */
export function sheetOfGrid(name: string, grid: CellGrid): Partial<IWorksheetData> {
  const cellData: Cells = {};
  const dates = dateColumns(grid);
  let columns = 1;
  grid.forEach((row, index) => {
    const cells: Record<number, ICellData> = {};
    row.forEach((value, column) => {
      const cell = dataOf(value);
      if (cell === undefined) return;
      if (typeof value === "number" && dates.has(column)) cell.s = dateStyle(value);
      cells[column] = cell;
      columns = Math.max(columns, column + 1);
    });
    cellData[index] = cells;
  });
  return {
    name,
    cellData,
    rowCount: Math.max(100, grid.length + 50),
    columnCount: columns + 40,
    columnData: widthsOf(grid, columns),
    freeze: { xSplit: 0, ySplit: 0, startRow: -1, startColumn: -1 },
  };
}

/** Rows among which headings are looked for. */
const HEADING_ROWS = 10;

/** Columns whose heading speaks of dates: their serial numbers are shown as days. */
function dateColumns(grid: CellGrid): ReadonlySet<number> {
  const found = new Set<number>();
  for (const row of grid.slice(0, HEADING_ROWS)) {
    row.forEach((cell, column) => {
      if (
        typeof cell === "string" &&
        /^(?:date|time|timestamp|acquired|as of|sold)\b/i.test(cell)
      ) {
        found.add(column);
      }
    });
  }
  return found;
}

const dateStyle = (serial: number): IStyleData => ({
  n: { pattern: Number.isInteger(serial) ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm" },
});

function dataOf(value: CellGrid[number][number]): ICellData | undefined {
  if (value === null || value === "") return undefined;
  if (typeof value === "string") return { v: value, t: TEXT };
  if (typeof value === "number") return { v: value, t: NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: BOOLEAN };
  return { v: value.text, t: TEXT };
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

/** A generated tab for the grid, painted as in every other host. */
export function sheetOfTab(tab: Tab, name: string): Partial<IWorksheetData> {
  const painted = paintTab(tab, { hasSource: false, limits: EXCEL_LIMITS });
  const { layout, columnCount, widths } = painted;
  const cellData: Cells = {};
  painted.cells(1, layout.rowCount).forEach((row, index) => {
    const cells: Record<number, ICellData> = {};
    row.forEach((cell, column) => {
      const data = paintedData(cell);
      if (data !== undefined) cells[column] = data;
    });
    cellData[index] = cells;
  });
  const looks = new LookSheet(cellData);
  for (const { area, look } of painted.looks) looks.add(area, styleOf(look));
  addNumberFormats(looks, tab, painted);
  addConditions(looks, tab, painted);
  const rowData: Record<number, { h: number }> = {};
  for (const { area, look } of painted.looks) {
    if (look.height !== undefined) rowData[area.row - 1] = { h: look.height * (4 / 3) };
  }
  return {
    name,
    cellData,
    rowCount: layout.rowCount + 20,
    columnCount: columnCount + 4,
    columnData: Object.fromEntries(
      widths.map((width, column) => [column, { w: width * CHARACTER }]),
    ),
    rowData,
    mergeData: painted.merges
      .filter(({ columns }) => columns > 1)
      .map(({ row, columns }) => ({
        startRow: row - 1,
        endRow: row - 1,
        startColumn: 0,
        endColumn: columns - 1,
      })),
    freeze: { xSplit: 1, ySplit: layout.titlesRow, startRow: layout.titlesRow, startColumn: 1 },
    showGridlines: 0,
    tabColor: "#1F3864",
  };
}

function paintedData(cell: PaintedCell): ICellData | undefined {
  if (cell === null) return undefined;
  if (typeof cell === "string") return { v: cell, t: TEXT };
  if (typeof cell === "number") return { v: cell, t: NUMBER };
  switch (cell.kind) {
    case "day": {
      const value = dayValue(cell.day, 1900);
      return typeof value === "string" ? { v: value, t: TEXT } : { v: value, t: NUMBER };
    }
    case "formula":
      return { f: `=${cell.formula}`, v: cell.value, t: NUMBER };
    case "source":
      return { v: cell.row, t: NUMBER };
  }
}

/** Styles of cells, put together from the looks of the areas that they are in. */
class LookSheet {
  readonly #cells: Cells;

  constructor(cells: Cells) {
    this.#cells = cells;
  }

  add({ row, column, rows, columns }: Area, style: IStyleData): void {
    for (let r = row - 1; r < row - 1 + rows; r++) {
      const cells = (this.#cells[r] ??= {});
      for (let c = column; c < column + columns; c++) {
        const cell = (cells[c] ??= {});
        cell.s = { ...(cell.s as IStyleData | undefined), ...style };
      }
    }
  }

  valueAt(row: number, column: number): ICellData["v"] {
    return this.#cells[row - 1]?.[column]?.v;
  }
}

function styleOf(look: AreaLook): IStyleData {
  const line = look.bottom ?? look.top;
  const border = line && { s: line.weight === "thin" ? 1 : 8, cl: { rgb: `#${line.color}` } };
  return {
    ...(look.bold === true ? { bl: 1 } : {}),
    ...(look.italic === true ? { it: 1 } : {}),
    ...(look.underline === true ? { ul: { s: 1 } } : {}),
    ...(look.size === undefined ? {} : { fs: look.size }),
    ...(look.color === undefined ? {} : { cl: { rgb: `#${look.color}` } }),
    ...(look.fill === undefined ? {} : { bg: { rgb: `#${look.fill}` } }),
    ...(look.horizontal === undefined ? {} : { ht: HORIZONTAL[look.horizontal] }),
    ...(look.vertical === undefined ? {} : { vt: look.vertical === "top" ? 1 : 2 }),
    ...(look.wrap === true ? { tb: 3 } : {}),
    ...(look.numberFormat === undefined ? {} : { n: { pattern: look.numberFormat } }),
    ...(border === undefined
      ? {}
      : { bd: look.bottom === undefined ? { t: border } : { b: border } }),
  } as IStyleData;
}

const HORIZONTAL = { left: 1, center: 2, right: 3 } as const;

/** Number formats of columns in which each number has its own. */
function addNumberFormats(looks: LookSheet, { table }: Tab, { layout }: PaintedTab): void {
  table.columns.forEach(({ format }: { readonly format: ColumnFormat }, column) => {
    if (format !== "quantity" && format !== "unitMoney") return;
    for (let row = layout.firstRow; row < layout.firstRow + layout.shownRows; row++) {
      const value = table.rows[row - layout.firstRow]?.[column] ?? null;
      if (typeof value !== "number") continue;
      const pattern = numberFormatOf(format, value);
      looks.add({ row, column, rows: 1, columns: 1 }, { n: { pattern } });
    }
  });
}

/** Colours by value. The grid has no rules for them, so that they are those of the moment. */
function addConditions(looks: LookSheet, tab: Tab, { conditions }: PaintedTab): void {
  for (const { areas, rule, color, fill } of conditions) {
    const style = {
      ...(color === undefined ? {} : { cl: { rgb: `#${color}` } }),
      ...(fill === undefined ? {} : { bg: { rgb: `#${fill}` } }),
    };
    for (const area of areas) {
      for (let row = area.row; row < area.row + area.rows; row++) {
        if (rule.kind === "formula") {
          const { emphasis } = tab;
          if (emphasis === undefined || looks.valueAt(row, emphasis.column) !== emphasis.value)
            continue;
          looks.add({ ...area, row, rows: 1 }, style);
          continue;
        }
        const value = looks.valueAt(row, area.column);
        const holds =
          typeof value === "number" && (rule.kind === "below zero" ? value < 0 : value > 0);
        if (holds) looks.add({ ...area, row, rows: 1 }, style);
      }
    }
  }
}
