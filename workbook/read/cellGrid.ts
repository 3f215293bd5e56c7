import type { CellGrid, CellValue } from "../../core/index.ts";

/** Cells, blank ones between used ones included, that one sheet can have. */
export const MOST_CELLS = 40_000_000;

/** A grid that grows cell by cell; blank cells and rows beyond the last used one never exist. */
export type GrowingGrid = {
  readonly rows: CellValue[][];
  cells: number;
  columns: number;
};

/** A grid without a cell. */
export const emptyGrid = (): GrowingGrid => ({ rows: [], cells: 0, columns: 0 });

/**
 * Puts a value at a row and a column, both counted from 1; a blank one changes nothing.
 *
 * False when the area up to it is too large to hold.
 */
export function putCell(
  grid: GrowingGrid,
  place: { readonly row: number; readonly column: number },
  value: CellValue,
): boolean {
  if (value === null || value === "") return true;
  const cells = rowOf(grid, place.row);
  const index = place.column - 1;
  grid.cells += Math.max(0, place.column - cells.length);
  if (grid.cells > MOST_CELLS) return false;
  while (cells.length < index) cells.push(null);
  cells[index] = value;
  if (place.column > grid.columns) grid.columns = place.column;
  return true;
}

/** The rows as the ledger takes them. */
export const gridOf = (grid: GrowingGrid): CellGrid => grid.rows;

/** Shared by all rows without a cell: a sheet may use its last row and hardly any other. */
const BLANK_ROW: CellValue[] = [];

function rowOf(grid: GrowingGrid, row: number): CellValue[] {
  const { rows } = grid;
  while (rows.length < row - 1) rows.push(BLANK_ROW);
  const existing = rows[row - 1];
  if (existing !== undefined && existing !== BLANK_ROW) return existing;
  const fresh: CellValue[] = [];
  rows[row - 1] = fresh;
  return fresh;
}
