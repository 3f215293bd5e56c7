import {
  cellReference,
  columnLetters,
  linesOf,
  type CellGrid,
  type ColumnFormat,
} from "../../core/index.ts";
import type { Refusal } from "../refusals.ts";
import { rowXml, textCell } from "../sheet/cellXml.ts";
import { plainStyles, TITLE_ROW } from "../sheet/columnLooks.ts";
import type { Sheet } from "../sheet/sheetXml.ts";
import type { StyleBook } from "../sheet/styleBook.ts";
import { newCellLength, newCellXml, type CellStyles, type NewCell } from "./newCell.ts";
import { cellOfText } from "./cellOfText.ts";

/**
 * A sheet to make: cells with their types, or a grid of text as a CSV file gives it, in which
 * numbers are found where a number loses no digit.
 */
export type NewSheet = {
  readonly name: string;
  /** Number formats by column, for numbers that state none themselves; general when absent. */
  readonly formats?: readonly (ColumnFormat | undefined)[];
  /** In characters, by column; as the cells need when absent. */
  readonly widths?: readonly (number | undefined)[];
} & (
  | {
      readonly rows: readonly (readonly NewCell[])[];
      /** The row of column titles, counted from 1; none when absent. */
      readonly titlesRow?: number;
    }
  | { readonly grid: CellGrid }
);

/** Makes a sheet; refuses one beyond the size of a worksheet. */
export function newSheet(
  sheet: NewSheet,
  styles: StyleBook,
  book: { readonly dateSystem: 1900 | 1904; readonly isSelected: boolean },
): Sheet | Refusal {
  const rows = "rows" in sheet ? sheet.rows : sheet.grid.map((row) => row.map(cellOfText));
  const titlesRow = "rows" in sheet ? (sheet.titlesRow ?? 0) : titlesRowOf(sheet.grid);
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  if (rows.length > MOST_ROWS || columns > MOST_COLUMNS) return tooLarge(sheet.name);
  const widths = Array.from(
    { length: columns },
    (_, column) => sheet.widths?.[column] ?? neededWidth(rows, column, titlesRow),
  );
  const cellStyles: CellStyles = {
    styles,
    dateSystem: book.dateSystem,
    columns: widths.map((_, column) => plainStyles(styles, sheet.formats?.[column] ?? "text")),
  };
  return {
    rows: rowsXml(rows, { titlesRow, widths, cellStyles }),
    rowCount: rows.length,
    widths,
    frozen: { rows: titlesRow, columns: 0 },
    filter:
      titlesRow > 0 && rows.length > titlesRow
        ? `A${titlesRow}:${columnLetters(columns - 1)}${rows.length}`
        : undefined,
    merges: [],
    conditions: [],
    links: [],
    paper: "letter",
    gridLines: true,
    tabColor: undefined,
    drawing: undefined,
    codeName: undefined,
    selected: book.isSelected,
  };
}

const MOST_ROWS = 1048576;
const MOST_COLUMNS = 16384;
const WIDEST = 44;

/** Rows in which titles are looked for: exports have lines about themselves above. */
const PREAMBLE = 10;

const tooLarge = (name: string): Refusal => ({
  refusal:
    `"${name}" has more rows or columns than a worksheet: ` +
    "split it into files of at most 1,048,576 rows and 16,384 columns.",
});

/** The first of the rows near the top with the most cells filled; 0 where no row has two. */
function titlesRowOf(grid: CellGrid): number {
  let found = 0;
  let most = 1;
  for (const [index, row] of grid.slice(0, PREAMBLE).entries()) {
    const filled = row.filter((cell) => cell !== null && cell !== "").length;
    if (filled > most) {
      most = filled;
      found = index + 1;
    }
  }
  return found;
}

/** A preamble above the titles does not widen its column. */
function neededWidth(
  rows: readonly (readonly NewCell[])[],
  column: number,
  titlesRow: number,
): number {
  let longest = 6;
  for (let index = Math.max(0, titlesRow - 1); index < rows.length; index++) {
    const room = index === titlesRow - 1 ? 4 : 2;
    longest = Math.max(longest, newCellLength(rows[index]?.[column] ?? null) + room);
  }
  return Math.min(WIDEST, longest);
}

function* rowsXml(
  rows: readonly (readonly NewCell[])[],
  shape: {
    readonly titlesRow: number;
    readonly widths: readonly number[];
    readonly cellStyles: CellStyles;
  },
): Generator<string> {
  const { titlesRow, widths, cellStyles } = shape;
  const titleStyle = cellStyles.styles.styleOf(TITLE_ROW);
  for (const [index, row] of rows.entries()) {
    const number = index + 1;
    if (number === titlesRow) {
      const titles = row.map((cell) => (typeof cell === "string" ? cell : ""));
      const lines = titles.map((title, column) => linesOf(title, (widths[column] ?? 8) - 2));
      const cells = titles.map((title, column) =>
        textCell(cellReference(column, number), titleStyle, title),
      );
      yield rowXml(number, cells.join(""), 15 * Math.max(1, ...lines) + 6);
      continue;
    }
    let cells = "";
    for (const [column, cell] of row.entries()) {
      cells += newCellXml(cellReference(column, number), cell, column, cellStyles);
    }
    if (cells !== "") yield rowXml(number, cells);
  }
}
