import {
  breakdownColumns,
  cellReference,
  dayValue,
  numberFormatOf,
  type ColumnFormat,
  type PaintedCell,
  type PaintedTab,
  type PlacedTable,
  type Tab,
} from "../../core/index.ts";
import type { CellBlock, CellOut, SourceSize } from "../paneRequests.ts";

/** Cells that go to the server in one call. */
const CELLS_A_CALL = 40_000;

/** Characters that do: a few long texts weigh as much as many cells. */
const CHARACTERS_A_CALL = 1_000_000;

/** The most text that Google takes in a cell. */
const MOST_TEXT = 50_000;

/** The cells of a tab, in blocks that one call carries. */
export function* blocksOf(
  tab: Tab,
  painted: PaintedTab,
  source: SourceSize | undefined,
): Generator<CellBlock> {
  const { rowCount } = painted.layout;
  const mostRows = Math.max(1, Math.floor(CELLS_A_CALL / painted.columnCount));
  let firstRow = 1;
  let cells: CellOut[][] = [];
  let formats: string[][] = [];
  let characters = 0;
  for (let row = 1; row <= rowCount; row++) {
    const held = painted.cells(row, row)[0] ?? [];
    const out = held.map((cell) => cellOut(cell, source));
    const size = out.reduce<number>(
      (sum, cell) => sum + (typeof cell === "string" ? cell.length : 8),
      0,
    );
    if (cells.length > 0 && (cells.length === mostRows || characters + size > CHARACTERS_A_CALL)) {
      yield { firstRow, cells, formats };
      firstRow = row;
      cells = [];
      formats = [];
      characters = 0;
    }
    cells.push(out);
    formats.push(
      held.map((cell, column) => formatOut(cell, formatAt(tab, painted, { row, column }))),
    );
    characters += size;
  }
  if (cells.length > 0) yield { firstRow, cells, formats };
}

function cellOut(cell: PaintedCell, source: SourceSize | undefined): CellOut {
  if (cell === null || typeof cell === "number") return cell;
  if (typeof cell === "string") return `'${cell.slice(0, MOST_TEXT)}`;
  switch (cell.kind) {
    case "day": {
      const value = dayValue(cell.day, 1900);
      return typeof value === "string" ? `'${value}` : value;
    }
    case "formula":
      return `=${cell.formula}`;
    case "source": {
      if (!cell.isLink || source === undefined) return cell.row;
      // A semicolon parts arguments in every country; a comma does not.
      return `=HYPERLINK("#gid=${source.sheetId}&range=${cellReference(0, cell.row)}";${cell.row})`;
    }
  }
}

/** Text cells are formatted as text, so that nothing reads them as anything else. */
function formatOut(cell: PaintedCell, format: ColumnFormat): string {
  if (typeof cell === "string") return "@";
  if (cell === null) return "General";
  if (typeof cell === "number") return format === "text" ? "General" : numberFormatOf(format, cell);
  switch (cell.kind) {
    case "day":
      return numberFormatOf("date", cell.day);
    case "formula":
      return format === "text" ? "General" : numberFormatOf(format, 0.5);
    case "source":
      return "0";
  }
}

/** The format of the column that a cell stands in, by the part of the tab that its row is in. */
function formatAt(tab: Tab, { layout }: PaintedTab, cell: PlacedCell): ColumnFormat {
  const { row, column } = cell;
  const { breakdown } = tab;
  if (breakdown !== undefined && isIn(layout.breakdown, row)) {
    return breakdownColumns(tab)[column]?.format ?? "text";
  }
  const place = layout.sections.findIndex((section) => isIn(section, row));
  const table = tab.sections[place]?.table ?? tab.table;
  return table.columns[column]?.format ?? "text";
}

type PlacedCell = { readonly row: number; readonly column: number };

const isIn = (placed: PlacedTable | undefined, row: number): boolean =>
  placed !== undefined && row >= placed.titleRow && row <= placed.lastRow;
