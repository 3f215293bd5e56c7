import { CellValueType, type ICellData, type Nullable } from "@univerjs/core";
import { DAYS_FROM_1900_TO_1904, type CellGrid, type CellValue } from "../core/index.ts";
import { nextTurn } from "./turns.ts";

/** Where a cell stands: its row from 1, its column from 0. */
export type CellSpot = { readonly row: number; readonly column: number };

/** What stands in a sheet of the grid, from A1 on. */
export type GridCells = {
  readonly grid: CellGrid;
  /** Cells with formulas. */
  readonly formulas: readonly CellSpot[];
  /** Cells that are shown as days, by {@link spotKey}. */
  readonly days: ReadonlySet<string>;
};

/** A cell in a set. */
export const spotKey = ({ row, column }: CellSpot): string => `${row}/${column}`;

/** Cells as the grid keeps them, by row and column from 0. */
export type KeptCells = Readonly<Record<number, Readonly<Record<number, KeptCell>> | undefined>>;

type KeptCell = Nullable<ICellData>;

/** How a sheet is read. */
export type Reading = {
  /** The number format of a cell. */
  readonly patternOf: (cell: ICellData) => string | undefined;
  /** The grid counts days from 1900; in a file that counts from 1904 they are moved. */
  readonly dateSystem: 1900 | 1904;
};

/** Rows that are read before the page may do something else. */
const ROWS_AT_ONCE = 4000;

/** Reads a sheet bit by bit, so that the page goes on answering. Text stays text. */
export async function readCells(cells: KeptCells, reading: Reading): Promise<GridCells> {
  const read = emptyCells();
  for (const [index, [row, kept]] of Object.entries(cells).entries()) {
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await nextTurn();
    readRow(read, { row: Number(row), kept: kept ?? {} }, reading);
  }
  return read;
}

/** The first rows of a sheet. */
export function firstRows(cells: KeptCells, rows: number, reading: Reading): CellGrid {
  const read = emptyCells();
  for (let row = 0; row < rows; row++) readRow(read, { row, kept: cells[row] ?? {} }, reading);
  return read.grid;
}

/** True where any cell has a value. */
export const hasCells = (cells: KeptCells): boolean =>
  Object.values(cells).some((row) =>
    Object.values(row ?? {}).some((cell) => valueOf(cell) !== null),
  );

type GrowingCells = {
  readonly grid: CellValue[][];
  readonly formulas: CellSpot[];
  readonly days: Set<string>;
};

const emptyCells = (): GrowingCells => ({ grid: [], formulas: [], days: new Set() });

function readRow(
  { grid, formulas, days }: GrowingCells,
  { row, kept }: { readonly row: number; readonly kept: Readonly<Record<number, KeptCell>> },
  { patternOf, dateSystem }: Reading,
): void {
  for (const [columnText, cell] of Object.entries(kept)) {
    if (!isCell(cell)) continue;
    const spot = { row: row + 1, column: Number(columnText) };
    if (isComputed(cell)) formulas.push(spot);
    let value = valueOf(cell);
    if (value === null) continue;
    if (typeof value === "number" && showsDays(patternOf(cell))) {
      days.add(spotKey(spot));
      if (dateSystem === 1904) value -= DAYS_FROM_1900_TO_1904;
    }
    put(grid, { row, column: spot.column, value });
  }
}

function put(
  grid: CellValue[][],
  cell: { readonly row: number; readonly column: number; readonly value: CellValue },
): void {
  while (grid.length <= cell.row) grid.push([]);
  const at = grid[cell.row] ?? [];
  while (at.length < cell.column) at.push(null);
  at[cell.column] = cell.value;
}

const isCell = (cell: KeptCell): cell is ICellData => typeof cell === "object" && cell !== null;

const isComputed = ({ f, si }: ICellData): boolean => isFilled(f) || isFilled(si);

const isFilled = (text: unknown): boolean => typeof text === "string" && text !== "";

/** A number format with a year or a day in it; quoted words and colours are none. */
const showsDays = (pattern: string | undefined): boolean =>
  pattern !== undefined && /[yd]/i.test(pattern.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""));

/** A cell's value; of text with looks inside it the text. */
export function valueOf(cell: KeptCell): CellValue {
  if (!isCell(cell)) return null;
  const value = cell.v ?? cell.p?.body?.dataStream.replace(/\r\n$/, "");
  if (cell.t === CellValueType.BOOLEAN) return value === 1 || value === true;
  if (typeof value !== "string") return value ?? null;
  if (isComputed(cell) && FAULT.test(value)) return { fault: "error", text: value };
  return value === "" ? null : value;
}

const FAULT = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/;
