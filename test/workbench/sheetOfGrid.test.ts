import { CellValueType } from "@univerjs/core";
import { describe, expect, test } from "vitest";
import type { CellGrid } from "../../core/index.ts";
import { sheetOfGrid } from "../../workbench/sheetOfGrid.ts";

const cellAt = (grid: CellGrid, row: number, column: number, dateSystem: 1900 | 1904 = 1900) =>
  sheetOfGrid("Any", grid, dateSystem).cellData?.[row]?.[column];

const formatAt = (grid: CellGrid, row: number, column: number) =>
  (cellAt(grid, row, column)?.s as { n?: { pattern: string } } | undefined)?.n?.pattern;

describe("a user's sheet for the grid", () => {
  test.each([["=1+1"], ["0012"], ["1INCH"], ["2024-01-05"], ["'x"]])("has %j as text", (text) => {
    expect(cellAt([[text]], 0, 0)).toEqual({ v: text, t: CellValueType.STRING });
  });

  test("has truth values, and faults as what they say", () => {
    const grid = [[true, { fault: "error", text: "#REF!" }, null, ""]] as const;
    expect(cellAt(grid, 0, 0)).toEqual({ v: 1, t: CellValueType.BOOLEAN });
    expect(cellAt(grid, 0, 1)).toEqual({ v: "#REF!", t: CellValueType.STRING });
    expect(cellAt(grid, 0, 2)).toBe(undefined);
    expect(cellAt(grid, 0, 3)).toBe(undefined);
  });

  test("shows numbers as days below a heading that speaks of days, and nowhere else", () => {
    const grid = [
      ["My coins", null],
      ["Date", "Quantity"],
      [45_301, 45_301],
      [45_301.5, 1],
    ];
    expect(formatAt(grid, 2, 0)).toBe("yyyy-mm-dd");
    expect(formatAt(grid, 3, 0)).toBe("yyyy-mm-dd hh:mm");
    expect(formatAt(grid, 2, 1)).toBe(undefined);
  });

  test("shows the setting as_of as a day", () => {
    const grid = [
      ["as_of", 46_346],
      ["min_loss", 46_346],
    ];
    expect(formatAt(grid, 0, 1)).toBe("yyyy-mm-dd");
    expect(formatAt(grid, 1, 1)).toBe(undefined);
  });

  test("counts days from 1900 where the file counts from 1904", () => {
    // 2024-01-10 is 45301 from 1900 and 43839 from 1904.
    expect(cellAt([["Date"], [43_839]], 1, 0, 1904)?.v).toBe(45_301);
    expect(cellAt([["Quantity"], [43_839]], 1, 0, 1904)?.v).toBe(43_839);
  });

  test("freezes the headings, and leaves room beside the cells", () => {
    const { freeze, columnCount } = sheetOfGrid("Any", [["Notes"], ["Date"]], 1900);
    expect(freeze).toMatchObject({ ySplit: 2, startRow: 2 });
    expect(columnCount).toBe(41);
  });
});
