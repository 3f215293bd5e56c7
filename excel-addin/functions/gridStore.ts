import type { CellGrid, CellValue } from "../../core/index.ts";
import { cellValue, type ExcelCell } from "./excelCell.ts";
import { recentItems } from "./recentItems.ts";

/** A range as Excel hands it over: new arrays with each call. */
export type ExcelGrid = readonly (readonly ExcelCell[])[];

/** Gives the same grid, by identity, for ranges of the same cells. */
export type GridStore = (cells: ExcelGrid) => CellGrid;

/**
 * Knows ranges again that were handed over lately, so that the core reads each once.
 *
 * Every cell is compared, which takes a small part of the time of reading it. Rows below the last
 * one with something in it are left out: whole columns have a million of them.
 */
export function gridStore(limits = { items: 16, cells: 1_500_000 }): GridStore {
  const recent = recentItems<CellGrid>({ ...limits, cellsOf });
  return (cells) => {
    const rows = usedRows(cells);
    const known = recent.find((grid) => isSameGrid(grid, cells, rows));
    if (known !== undefined) return known;
    // Frozen, it is the core's to keep what it has worked out from it.
    const grid: CellGrid = Object.freeze(cells.slice(0, rows).map((row) => row.map(cellValue)));
    recent.add(grid);
    return grid;
  };
}

const cellsOf = (grid: CellGrid): number => grid.length * (grid[0]?.length ?? 0);

function usedRows(cells: ExcelGrid): number {
  let rows = cells.length;
  while (rows > 0 && cells[rows - 1]?.every(isNothing) === true) rows--;
  return rows;
}

/** Blank cells arrive as null, as empty text or as 0. */
const isNothing = (cell: ExcelCell): boolean =>
  cell === null || cell === undefined || cell === "" || cell === 0;

function isSameGrid(grid: CellGrid, cells: ExcelGrid, rows: number): boolean {
  return grid.length === rows && grid.every((row, index) => isSameRow(row, cells[index] ?? []));
}

const isSameRow = (row: readonly CellValue[], cells: readonly ExcelCell[]): boolean =>
  row.length === cells.length && row.every((cell, index) => isSameCell(cell, cells[index]));

function isSameCell(known: CellValue, given: ExcelCell): boolean {
  if (typeof given !== "object") return known === (given ?? null);
  if (given === null) return known === null;
  const cell = cellValue(given);
  if (cell === null || typeof cell !== "object") return known === cell;
  return typeof known === "object" && known !== null && known.text === cell.text;
}
