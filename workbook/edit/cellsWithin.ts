import type { CellRange } from "../read/cellReference.ts";
import type { EditedCell, EditedRow } from "./editedSheets.ts";

/** The edited cells within an area, in their order. */
export function cellsWithin(rows: readonly EditedRow[], area: CellRange): readonly EditedCell[] {
  const { firstRow, lastRow, firstColumn, lastColumn } = area;
  const found: EditedCell[] = [];
  for (let at = firstAtLeast(rows, firstRow, ({ row }) => row); at < rows.length; at++) {
    const { row, cells } = rows[at] as EditedRow;
    if (row > lastRow) break;
    const from = firstAtLeast(cells, firstColumn, ({ column }) => column);
    const behind = firstAtLeast(cells, lastColumn + 1, ({ column }) => column);
    for (let index = from; index < behind; index++) found.push(cells[index] as EditedCell);
  }
  return found;
}

/** The place of the first item whose number is no less than the one wanted. */
function firstAtLeast<T>(
  items: readonly T[],
  wanted: number,
  numberOf: (item: T) => number,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberOf(items[middle] as T) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
