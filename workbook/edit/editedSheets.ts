import { MOST_COLUMNS, MOST_ROWS } from "../read/cellReference.ts";
import { sheetNamed } from "../read/readWorkbook.ts";
import type { SheetEntry } from "../read/workbookPart.ts";
import { isRefusal, noSuchSheet, sheetWithoutCells, type Refusal } from "../refusals.ts";
import { CELL_TEXT_LIMIT } from "../sheet/xmlText.ts";
import type { CellEdit } from "./cellEdit.ts";
import { noSuchCell, notFinite, textTooLong } from "./cellRefusals.ts";

/** A cell and the value that it gets; rows and columns count from 1. */
export type EditedCell = {
  /** The sheet's name as the file has it. */
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** Never empty text. */
  readonly value: CellEdit["value"];
};

/** The edited cells of one row. */
export type EditedRow = {
  readonly row: number;
  /** From left to right. */
  readonly cells: readonly EditedCell[];
  readonly byColumn: ReadonlyMap<number, EditedCell>;
};

/** The edited cells of one sheet. */
export type EditedSheet = {
  readonly sheet: SheetEntry;
  /** The sheet's place among all. */
  readonly place: number;
  /** From top to bottom. */
  readonly rows: readonly EditedRow[];
};

/**
 * Edits by sheet, row and column; of several edits of one cell the last holds.
 *
 * Refuses sheets that are not there or have no cells, cells that no sheet has, and values that no
 * cell can hold.
 */
export function editedSheets(
  sheets: readonly SheetEntry[],
  edits: readonly CellEdit[],
): readonly EditedSheet[] | Refusal {
  const byName = new Map<string, SheetEntry | Refusal>();
  const cells = new Map<SheetEntry, Map<number, EditedCell>>();
  for (const edit of edits) {
    const sheet = byName.get(edit.sheet) ?? worksheetNamed(sheets, edit.sheet);
    if (isRefusal(sheet)) return sheet;
    byName.set(edit.sheet, sheet);
    const cell = editedCell(sheet.name, edit);
    if (isRefusal(cell)) return cell;
    const ofSheet = cells.get(sheet) ?? new Map<number, EditedCell>();
    cells.set(sheet, ofSheet.set(cell.row * (MOST_COLUMNS + 1) + cell.column, cell));
  }
  return [...cells].map(([sheet, ofSheet]) => ({
    sheet,
    place: sheets.indexOf(sheet),
    rows: rowsOf([...ofSheet].sort(([one], [other]) => one - other).map(([, cell]) => cell)),
  }));
}

function worksheetNamed(sheets: readonly SheetEntry[], name: string): SheetEntry | Refusal {
  const sheet = sheetNamed(sheets, name);
  if (sheet === undefined) {
    return noSuchSheet(
      name,
      sheets.map((present) => present.name),
    );
  }
  return sheet.kind === "worksheet" ? sheet : sheetWithoutCells(sheet.name);
}

function editedCell(sheet: string, edit: CellEdit): EditedCell | Refusal {
  const { row } = edit;
  const column = edit.column + 1;
  const value = edit.value === "" ? null : edit.value;
  const cell = { sheet, row, column, value };
  if (!isWithin(row, MOST_ROWS) || !isWithin(column, MOST_COLUMNS)) return noSuchCell(cell);
  if (typeof value === "number" && !Number.isFinite(value)) return notFinite(cell);
  if (typeof value === "string" && value.length > CELL_TEXT_LIMIT) return textTooLong(cell);
  return cell;
}

const isWithin = (number: number, most: number): boolean =>
  Number.isInteger(number) && number >= 1 && number <= most;

/** Takes cells in the order of rows and columns. */
function rowsOf(cells: readonly EditedCell[]): readonly EditedRow[] {
  const rows: EditedRow[] = [];
  let from = 0;
  cells.forEach(({ row }, index) => {
    if (cells[index + 1]?.row === row) return;
    const ofRow = cells.slice(from, index + 1);
    const byColumn = new Map(ofRow.map((cell) => [cell.column, cell]));
    rows.push({ row, cells: ofRow, byColumn });
    from = index + 1;
  });
  return rows;
}
