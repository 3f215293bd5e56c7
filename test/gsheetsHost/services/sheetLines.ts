import type { Sheet } from "../model/book.ts";
import { deleteLines, insertLines, type Line } from "../model/lines.ts";
import { implement, ServiceException } from "../service.ts";
import { checkAlive, type RangeState } from "./objects.ts";

const SIZES = { row: 21, column: 100 } as const;

function sizesOf(sheet: Sheet, line: Line): Map<number, number> {
  return line === "row" ? sheet.rowHeights : sheet.columnWidths;
}

function hiddenOf(sheet: Sheet, line: Line): Set<number> {
  return line === "row" ? sheet.hiddenRows : sheet.hiddenColumns;
}

function checkPlace(sheet: Sheet, line: Line, at: number, count = 1): void {
  checkAlive(sheet);
  const size = line === "row" ? sheet.maxRows : sheet.maxColumns;
  if (at < 1 || count < 1 || at + count - 1 > size)
    throw new ServiceException(`Those ${line}s are out of bounds.`);
}

function setSizes(
  sheet: Sheet,
  line: Line,
  [at, count, size]: readonly [number, number, number],
): void {
  checkPlace(sheet, line, at, count);
  if (size < 0 || size > 2000) throw new ServiceException(`Invalid size of a ${line}: ${size}`);
  for (let place = at; place < at + count; place += 1) sizesOf(sheet, line).set(place, size);
}

function hide(sheet: Sheet, line: Line, at: number, count: number, hidden: boolean): void {
  checkPlace(sheet, line, at, count);
  for (let place = at; place < at + count; place += 1) {
    if (hidden) hiddenOf(sheet, line).add(place);
    else hiddenOf(sheet, line).delete(place);
  }
}

function insert(sheet: Sheet, line: Line, at: number, count: number): void {
  checkPlace(sheet, line, Math.max(1, at - 1));
  insertLines(sheet, line, at, count);
}

type Made = Record<string, (sheet: Sheet, ...args: never[]) => unknown>;

function methodsFor(line: Line, one: "Row" | "Column"): Made {
  const many = `${one}s`;
  const size = line === "row" ? "RowHeight" : "ColumnWidth";
  return {
    [`insert${one}Before`]: (sheet: Sheet, at: number) => {
      insert(sheet, line, at, 1);
    },
    [`insert${one}After`]: (sheet: Sheet, at: number) => {
      insert(sheet, line, at + 1, 1);
    },
    [`insert${many}Before`]: (sheet: Sheet, at: number, count: number) => {
      insert(sheet, line, at, count);
    },
    [`insert${many}After`]: (sheet: Sheet, at: number, count: number) => {
      insert(sheet, line, at + 1, count);
    },
    [`insert${many}`]: (sheet: Sheet, at: number, count = 1) => {
      insert(sheet, line, at, count);
    },
    [`delete${one}`]: (sheet: Sheet, at: number) => {
      checkAlive(sheet);
      deleteLines(sheet, line, at, 1);
    },
    [`delete${many}`]: (sheet: Sheet, at: number, count: number) => {
      checkAlive(sheet);
      deleteLines(sheet, line, at, count);
    },
    [`get${size}`]: (sheet: Sheet, at: number) => {
      checkPlace(sheet, line, at);
      return sizesOf(sheet, line).get(at) ?? SIZES[line];
    },
    [`set${size}`]: (sheet: Sheet, at: number, length: number) => {
      setSizes(sheet, line, [at, 1, length]);
    },
    [`set${size}s`]: (sheet: Sheet, at: number, count: number, length: number) => {
      setSizes(sheet, line, [at, count, length]);
    },
    [`hide${many}`]: (sheet: Sheet, at: number, count = 1) => {
      hide(sheet, line, at, count, true);
    },
    [`show${many}`]: (sheet: Sheet, at: number, count = 1) => {
      hide(sheet, line, at, count, false);
    },
    [`hide${one}`]: (sheet: Sheet, { area }: RangeState) => {
      if (line === "row") hide(sheet, line, area.row, area.rows, true);
      else hide(sheet, line, area.column, area.columns, true);
    },
    [`unhide${one}`]: (sheet: Sheet, { area }: RangeState) => {
      if (line === "row") hide(sheet, line, area.row, area.rows, false);
      else hide(sheet, line, area.column, area.columns, false);
    },
    [`is${one}HiddenByUser`]: (sheet: Sheet, at: number) => hiddenOf(sheet, line).has(at),
  };
}

implement<Sheet>("Spreadsheet.Sheet", {
  ...methodsFor("row", "Row"),
  ...methodsFor("column", "Column"),
  setRowHeightsForced: (sheet, at: number, count: number, height: number) => {
    setSizes(sheet, "row", [at, count, height]);
  },
  // How wide a text is drawn only a browser can say: the width is what the sheet had.
  autoResizeColumn: (sheet, at: number) => {
    checkPlace(sheet, "column", at);
  },
  autoResizeColumns: (sheet, at: number, count: number) => {
    checkPlace(sheet, "column", at, count);
  },
  autoResizeRows: (sheet, at: number, count: number) => {
    checkPlace(sheet, "row", at, count);
  },
});
