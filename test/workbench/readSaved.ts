import type { CellGrid } from "../../core/index.ts";
import { isRefusal, readWorkbook, type OpenWorkbook } from "../../workbook/index.ts";

/** A workbook that must be readable. */
export function read(bytes: Uint8Array): OpenWorkbook {
  const book = readWorkbook(bytes);
  if (isRefusal(book)) throw new Error(book.refusal);
  return book;
}

/** The cells of one of its sheets. */
export function cellsOf(book: OpenWorkbook, name: string): CellGrid {
  const cells = book.readSheet(name);
  if (isRefusal(cells)) throw new Error(cells.refusal);
  return cells.grid;
}
