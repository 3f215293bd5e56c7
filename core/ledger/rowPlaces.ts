import type { CellGrid } from "./cells.ts";
import type { Columns } from "./columns.ts";
import { cellText } from "./words.ts";

/**
 * Of a merged ledger, the rows by the files that they are from, such as `kraken.csv row 12`; undefined
 * where the sheet has no such columns. `header` is its row, counted from 1.
 */
export function rowPlaces(
  grid: CellGrid,
  header: number,
  { file, fileRow, merge }: Columns,
): ReadonlyMap<number, string> | undefined {
  if (file === undefined || fileRow === undefined || merge === undefined) return undefined;
  const places = new Map<number, string>();
  for (let index = header; index < grid.length; index++) {
    const cells = grid[index] ?? [];
    const name = cellText(cells[file.index]);
    if (name !== "") places.set(index + 1, `${name} row ${cellText(cells[fileRow.index])}`);
  }
  return places;
}
