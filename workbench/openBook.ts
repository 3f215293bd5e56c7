import type { CellGrid, CellValue, Tab } from "../core/index.ts";
import type { Book, BookSheet } from "./bookMessages.ts";
import type { GridCells } from "./gridCells.ts";
import type { UnsavedChange } from "./gridCommands.ts";
import type { Grid } from "./univerGrid.ts";

/** The workbook that is open: what the file had, and what the page made of it. */
export type OpenBook = {
  readonly book: Book;
  /** Ids of the grid's sheets by the name that the file has for them. */
  readonly ids: ReadonlyMap<string, string>;
  /** Keys of generated tabs by the id of their sheet. */
  readonly keys: Map<string, string>;
  /** The last run, whose tabs are saved. */
  run: LastTabs | undefined;
  /** What the user changed that a saved file cannot hold. */
  readonly unsaved: Set<UnsavedChange>;
};

/** The tabs of a run, and the sheets from which it made them by their ids, the ledger first. */
export type LastTabs = {
  readonly tabs: readonly Tab[];
  readonly sources: ReadonlyMap<string, CellGrid>;
};

/** The name that the file has for a sheet of the grid; undefined when it has none. */
export const nameInFile = ({ ids }: OpenBook, id: string): string | undefined =>
  [...ids].find(([, one]) => one === id)?.[0];

/**
 * A sheet's cells as they stand in the grid. Faults that the file had and the user left, such as
 * a formula without a result, are faults again: the grid shows them as text.
 */
export async function cellsNow(grid: Grid, open: OpenBook, id: string): Promise<GridCells> {
  const { book } = open;
  const cells = await grid.cells(id, book.dateSystem);
  const name = nameInFile(open, id);
  const before = book.sheets.find((sheet) => sheet.name === name);
  return before === undefined ? cells : { ...cells, grid: withFaults(cells.grid, before) };
}

function withFaults(now: CellGrid, { grid: before }: BookSheet): CellGrid {
  return now.map((row, index) =>
    row.map((cell, column): CellValue => {
      const old = before[index]?.[column] ?? null;
      return typeof old === "object" && old !== null && cell === old.text ? old : cell;
    }),
  );
}
