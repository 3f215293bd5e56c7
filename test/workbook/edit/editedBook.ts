import type { CellGrid } from "../../../core/index.ts";
import { editCells, readWorkbook, type CellEdit } from "../../../workbook/index.ts";
import { columnNumber } from "../../../workbook/read/cellReference.ts";
import { packageParts, partText } from "../../support/packageParts.ts";
import { bookBytes, MAIN, sure, worksheet } from "../read/book.ts";

/** The part that holds the one sheet of these books, "Ledger". */
export const SHEET = "xl/worksheets/sheet1.xml";

export const bookOf = (rows: string): Uint8Array => bookBytes({ [SHEET]: worksheet(rows) });

/** A whole worksheet part with what stands before and behind the rows. */
export const worksheetOf = (head: string, rows: string, tail = ""): string =>
  `<worksheet xmlns="${MAIN}">${head}<sheetData>${rows}</sheetData>${tail}</worksheet>`;

/** An edit of the sheet "Ledger" by the name of its cell, such as `B7`. */
export function edit(cell: string, value: CellEdit["value"], sheet = "Ledger"): CellEdit {
  const [, letters = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const column = columnNumber(letters) - 1;
  return { sheet, row: Number(row), column, value };
}

export const edited = (file: Uint8Array, ...edits: readonly CellEdit[]): Uint8Array =>
  sure(editCells(file, edits));

/** The sentence of a refusal; an error when nothing is refused. */
export function refusalOf(file: Uint8Array, ...edits: readonly CellEdit[]): string {
  const result = editCells(file, edits);
  if ("refusal" in result) return result.refusal;
  throw new Error("nothing was refused");
}

export const textOf = (file: Uint8Array, part = SHEET): string =>
  partText(packageParts(file), part);

/** The rows of the edited sheet as XML. */
export const rowsOf = (file: Uint8Array): string =>
  /<sheetData ?>(.*)<\/sheetData>/s.exec(textOf(file))?.[1] ?? "";

export const gridOf = (file: Uint8Array, sheet = "Ledger"): CellGrid =>
  sure(sure(readWorkbook(file)).readSheet(sheet)).grid;
