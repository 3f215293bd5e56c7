import { dayValue, quotedSheet, type PaintedCell, type PaintedTab } from "../../core/index.ts";

/** The sheet that source rows refer to, and the rows above the ledger's first. */
export type LedgerPlace = { readonly sheet: string; readonly rowsAbove: number };

/** What a workbook's cells depend on. */
export type CellsFor = {
  readonly source: LedgerPlace | undefined;
  readonly dateSystem: 1900 | 1904;
};

/**
 * A cell as Excel takes it. Text has an apostrophe before it, which Excel takes off again: without
 * it text would be read as if it had been typed, as a number, a date or a formula.
 */
export function cellToWrite(cell: PaintedCell, { source, dateSystem }: CellsFor) {
  if (typeof cell === "string") return `'${cell}`;
  if (cell === null || typeof cell === "number") return cell;
  switch (cell.kind) {
    case "day": {
      const value = dayValue(cell.day, dateSystem);
      return typeof value === "string" ? `'${value}` : value;
    }
    case "formula":
      return `=${cell.formula}`;
    case "source": {
      const row = cell.row + (source?.rowsAbove ?? 0);
      return cell.isLink && source !== undefined ? rowLink(source.sheet, row) : row;
    }
  }
}

/** A row number that leads to that row when clicked. */
function rowLink(sheet: string, row: number): string {
  const place = `#${quotedSheet(sheet)}!A${row}`.replace(/"/g, '""');
  return `=HYPERLINK("${place}",${row})`;
}

/** Rows of cells that go into one request. */
export type WriteBlock = {
  /** Counted from 1. */
  readonly firstRow: number;
  readonly values: (string | number | null)[][];
};

/** Excel on the web takes 5 MB a request; this leaves room for the formats beside the values. */
const MOST_CHARACTERS = 2_000_000;

/** The cells of a tab in blocks that each fit a request, whatever the ledger's texts are. */
export function* writeBlocks(painted: PaintedTab, to: CellsFor): Generator<WriteBlock> {
  const { rowCount } = painted.layout;
  let firstRow = 1;
  let values: (string | number | null)[][] = [];
  let characters = 0;
  for (let row = 1; row <= rowCount; row++) {
    const cells = (painted.cells(row, row)[0] ?? []).map((cell) => cellToWrite(cell, to));
    const size = cells.reduce<number>((sum, cell) => sum + charactersOf(cell), 0);
    if (values.length > 0 && characters + size > MOST_CHARACTERS) {
      yield { firstRow, values };
      firstRow = row;
      values = [];
      characters = 0;
    }
    values.push(cells);
    characters += size;
  }
  if (values.length > 0) yield { firstRow, values };
}

/** At most this many characters stand for a cell in a request; a letter takes up to six. */
function charactersOf(cell: string | number | null): number {
  if (cell === null) return 5;
  return typeof cell === "number" ? 24 : 3 + cell.length * (isPlain(cell) ? 1 : 6);
}

const isPlain = (text: string): boolean => /^[ !#-[\]-~]*$/.test(text);
