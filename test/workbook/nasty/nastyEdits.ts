import type { CellValue } from "../../../core/index.ts";
import type { CellEdit } from "../../../workbook/index.ts";

/** An edit by the name of its cell, such as `B7` (columns A to Z). */
const edit = (sheet: string, cell: string, value: CellEdit["value"]): CellEdit => ({
  sheet,
  row: Number(cell.slice(1)),
  column: cell.charCodeAt(0) - 65,
  value,
});

/**
 * Edits of every kind of cell that the nasty workbook lets its user change. Of the formulas only
 * `Dashboard!H14`, the price of ETH, gets another value by them.
 */
export const NASTY_EDITS: readonly CellEdit[] = [
  edit("Dashboard", "A1", "=plain title"),
  edit("Dashboard", "A13", "still merged"),
  edit("Dashboard", "A16", 0.25),
  edit("Dashboard", "E4", 0.5),
  edit("Dashboard", "H7", "no error"),
  edit("Dashboard", "H9", null),
  edit("Dashboard", "H12", 12),
  edit("Dashboard", "I9", false),
  edit("Dashboard", "L3", true),
  edit("Dashboard", "F30", "far below"),
  edit("Transactions", "D17", 2),
  edit("Transactions", "H2", "+Kraken\n2"),
  edit("Transactions", "G17", 0.5),
  edit("Transactions", "O2", "new <note>"),
  edit("Transactions", "O16", null),
  edit("Transactions", "A18", "2026-11-21"),
  edit("Prices", "A1", "Coin"),
  edit("Prices", "B3", 2600),
  edit("Prices", "B5", 90),
  edit("R&D > O'Neil", "A1", "1+1"),
  edit("Deep", "B1", "beside pi"),
  edit("Summary by FIFO", "A3", 2),
];

/** Formulas of the calculation chain whose sheets are edited, and what they compute to then. */
export const COMPUTED_ANEW = [
  'Dashboard!H14: VLOOKUP("ETH",Prices!A2:C6,2,FALSE) is 2500, computed 2600',
];

/** Cells that cannot be edited, and the words that say why. */
export const REFUSED: readonly { readonly edit: CellEdit; readonly why: string }[] = [
  { edit: edit("Dashboard", "B1", 1), why: "is merged into A1" },
  { edit: edit("Dashboard", "B14", 1), why: "is merged into A13" },
  { edit: edit("Dashboard", "J3", 1), why: "belongs to an array formula" },
  { edit: edit("Dashboard", "J6", 1), why: "belongs to an array formula" },
  { edit: edit("Dashboard", "B3", "Quantity"), why: "is a heading of the table Holdings that" },
  { edit: edit("Dashboard", "A3", "Units"), why: "no other column of the table has" },
  { edit: edit("Pivot", "B5", 1), why: "belongs to a pivot table" },
  { edit: edit("Summary by FIFO", "A2", 1), why: "is locked" },
  { edit: edit("Chart only", "A1", 1), why: "is no worksheet" },
];

/** The value that a cell has after the edits; undefined when it is not edited. */
export function editedValue(sheet: string, row: number, column: number): CellValue | undefined {
  const found = NASTY_EDITS.find(
    (one) => one.sheet === sheet && one.row === row && one.column === column,
  );
  return found?.value;
}
