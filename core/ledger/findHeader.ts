import type { CellGrid } from "./cells.ts";
import { columnsOf, type Columns } from "./columns.ts";

/** The header row, counted from 1, and the columns that it names. */
export type Header = { readonly row: number; readonly columns: Columns };

/** Exports carry a preamble; the header row is among the first rows of a sheet. */
export const HEADER_ROWS = 10;

/**
 * Finds the header row by its words: the first of the first 10 rows whose columns fit. Undefined
 * when there is none.
 */
export function findHeader(
  grid: CellGrid,
  fits: (columns: Columns) => boolean,
): Header | undefined {
  return headerRows(grid).find(({ columns }) => fits(columns));
}

/** Of rows that do not fit, the one with the most known headings, to tell the user what was seen. */
export function nearestHeader(grid: CellGrid): Header | undefined {
  let nearest: Header | undefined;
  let most = 0;
  for (const header of headerRows(grid)) {
    const count = Object.keys(header.columns).length;
    if (count > most) {
      most = count;
      nearest = header;
    }
  }
  return nearest;
}

function headerRows(grid: CellGrid): Header[] {
  return grid
    .slice(0, HEADER_ROWS)
    .map((cells, index) => ({ row: index + 1, columns: columnsOf(cells) }));
}
