import { expect, test } from "vitest";
import {
  cellReference,
  dayValue,
  EXCEL_LIMITS,
  paintTab,
  type PaintedCell,
} from "../../../core/index.ts";
import { createWorkbook, insertTabs, isRefusal, readWorkbook } from "../../../workbook/index.ts";
import { cachedFormulas } from "../nasty/cachedFormulas.ts";
import { TEST_TABS } from "../nasty/testTabs.ts";

function ok<T>(result: T | { readonly refusal: string }): T {
  if (isRefusal(result)) throw new Error(result.refusal);
  return result;
}

const FILE = ok(
  insertTabs({
    bytes: ok(
      createWorkbook({ sheets: [{ name: "Ledger", rows: [["Date"], ["x"]], titlesRow: 1 }] }),
    ),
    tabs: TEST_TABS,
    sourceSheet: "Ledger",
  }),
);

/** What a cell shows when it is read back. */
function shown(cell: PaintedCell): string | number | null {
  if (cell === null || typeof cell !== "object") return cell;
  switch (cell.kind) {
    case "day":
      return dayValue(cell.day, 1900);
    case "formula":
      return cell.value;
    case "source":
      return cell.row;
  }
}

const blank = (value: unknown): boolean => value === null || value === undefined || value === "";

test.each(TEST_TABS.map((tab) => [tab.name, tab] as const))(
  "%s is painted as the file inserter writes it, cell by cell",
  (name, tab) => {
    const { grid } = ok(ok(readWorkbook(FILE)).readSheet(name));
    const { cells, layout, columnCount } = paintTab(tab, { hasSource: true, limits: EXCEL_LIMITS });
    const painted = cells(1, layout.rowCount);
    for (const [index, row] of painted.entries()) {
      expect(row).toHaveLength(columnCount);
      row.forEach((cell, column) => {
        const held: unknown = grid[index]?.[column];
        const value = shown(cell);
        const where = cellReference(column, index + 1);
        if (blank(value)) expect([where, blank(held)]).toEqual([where, true]);
        else expect([where, held]).toEqual([where, value]);
      });
    }
    const formulas = painted.flatMap((row, index) =>
      row.flatMap((cell, column) =>
        cell !== null && typeof cell === "object" && cell.kind === "formula"
          ? [[cellReference(column, index + 1), cell.formula]]
          : [],
      ),
    );
    const written = cachedFormulas(FILE).filter((one) => one.sheet === name);
    expect(formulas).toEqual(written.map(({ cell, formula }) => [cell, formula]));
  },
);
