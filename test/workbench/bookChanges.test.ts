import { describe, expect, test } from "vitest";
import type { CellGrid } from "../../core/index.ts";
import { changesOf, savedSheets } from "../../workbench/bookChanges.ts";
import type { Book } from "../../workbench/bookMessages.ts";
import { spotKey, type GridCells } from "../../workbench/gridCells.ts";
import type { OpenBook } from "../../workbench/openBook.ts";
import type { Grid } from "../../workbench/univerGrid.ts";

type Shown = { readonly id: string; readonly name: string } & Partial<GridCells>;

/** A grid that shows these sheets. */
const gridOf = (sheets: readonly Shown[]): Grid => {
  const cellsOf = (id: string): GridCells => {
    const {
      grid = [],
      formulas = [],
      days = new Set<string>(),
    } = sheets.find((sheet) => sheet.id === id)!;
    return { grid, formulas, days };
  };
  return {
    sheets: () => sheets,
    hasCells: (id: string) => cellsOf(id).grid.length > 0,
    cells: (id: string) => Promise.resolve(cellsOf(id)),
  } as unknown as Grid;
};

/** A file with one sheet, "Coins", that the grid knows as s1. */
const fileOf = (grid: CellGrid, more: Partial<Book> = {}): OpenBook => ({
  book: {
    name: "mine.xlsx",
    bytes: new Uint8Array(),
    dateSystem: 1900,
    sheets: [{ name: "Coins", grid, key: undefined, isHidden: false }],
    ...more,
  },
  ids: new Map([["Coins", "s1"]]),
  keys: new Map(),
  run: undefined,
  unsaved: new Set(),
});

const coins = (grid: CellGrid, more: Partial<GridCells> = {}): Shown => ({
  id: "s1",
  name: "Coins",
  grid,
  ...more,
});

describe("what the user changed in a file", () => {
  test("is nothing where each cell holds what it held; a fault is the text that it is shown as", async () => {
    const file = fileOf([
      ["BTC", 1, true],
      [null, { fault: "error", text: "#REF!" }],
    ]);
    const grid = gridOf([coins([["BTC", 1, true], [null, "#REF!"], []])]);
    expect(await changesOf(grid, file)).toEqual({ edits: [], leftOut: [] });
  });

  test("is each cell with another value, each cell that was emptied and each that was filled", async () => {
    const file = fileOf([
      ["BTC", 1],
      ["ETH", 2],
    ]);
    const grid = gridOf([coins([["BTC", 3], ["ETH"], [null, null, "new"]])]);
    const { edits } = await changesOf(grid, file);
    expect(edits).toEqual([
      { sheet: "Coins", row: 1, column: 1, value: 3 },
      { sheet: "Coins", row: 2, column: 1, value: null },
      { sheet: "Coins", row: 3, column: 2, value: "new" },
    ]);
  });

  test("is not what a typed formula shows; that it is left out is said, with its place", async () => {
    const file = fileOf([["BTC", 1]]);
    const places = [0, 1, 2, 3, 4].map((column) => ({ row: 1, column }));
    const one = gridOf([coins([["BTC", 2]], { formulas: [{ row: 1, column: 1 }] })]);
    expect(await changesOf(one, file)).toEqual({
      edits: [],
      leftOut: ["The formula that you typed (Coins!B1) is not saved."],
    });
    const five = gridOf([coins([["x", 2, 3, 4, 5]], { formulas: places })]);
    expect((await changesOf(five, file)).leftOut).toEqual([
      "The formulas that you typed (Coins!A1, Coins!B1, Coins!C1 and 2 more) are not saved.",
    ]);
  });

  test("is a day: a number where a number stood, else in words, with the time if there is one", async () => {
    const file = fileOf([[45_301, "soon", null]]);
    const days = new Set([0, 1, 2].map((column) => spotKey({ row: 1, column })));
    const { edits } = await changesOf(
      gridOf([coins([[45_302, 45_302, 45_302.75]], { days })]),
      file,
    );
    expect(edits.map(({ value }) => value)).toEqual([45_302, "2024-01-11", "2024-01-11 18:00:00"]);
  });

  test("is not the last digit that a time loses on its way from 1904 and back", async () => {
    const time = 1.1;
    const file = fileOf([[time]], { dateSystem: 1904 });
    const back = time + 1462 - 1462;
    expect(back).not.toBe(time);
    const days = new Set([spotKey({ row: 1, column: 0 })]);
    expect((await changesOf(gridOf([coins([[back]], { days })]), file)).edits).toEqual([]);
  });

  test("leaves out, and says so: sheets that were deleted, renamed and added", async () => {
    const file = fileOf([["BTC"]]);
    const renamed = gridOf([
      { ...coins([["BTC"]]), name: "My coins" },
      { id: "s2", name: "Notes", grid: [["x"]] },
      { id: "s3", name: "Empty" },
    ]);
    expect((await changesOf(renamed, file)).leftOut).toEqual([
      'The sheet "Coins" keeps its name in the file.',
      'The sheet "Notes" was added here and is not saved.',
    ]);
    expect((await changesOf(gridOf([]), file)).leftOut).toEqual([
      'The sheet "Coins" stays in the file, though you deleted it here.',
    ]);
  });

  test("a tab of an earlier run is compared with nothing; deleted without another in its place it is said to stay", async () => {
    const book = {
      sheets: [{ name: "Summary", grid: [["old"]], key: "summary", isHidden: false }],
    };
    const file = { ...fileOf([], book), ids: new Map([["Summary", "s1"]]) };
    const replaced = { ...file, keys: new Map([["s9", "summary"]]) };
    const grid = gridOf([{ id: "s9", name: "Summary", grid: [["new"]] }]);
    expect(await changesOf(grid, replaced)).toEqual({ edits: [], leftOut: [] });
    expect((await changesOf(gridOf([]), file)).leftOut).toEqual([
      'The sheet "Summary" stays in the file, though you deleted it here.',
    ]);
  });

  test("leaves out, and says so: looks, places of rows, and what was changed in tabs", async () => {
    const file = fileOf([]);
    for (const change of ["looks", "tabs", "places"] as const) file.unsaved.add(change);
    const { leftOut } = await changesOf(gridOf([coins([])]), file);
    expect(leftOut.map((sentence) => sentence.split(" ").slice(0, 6).join(" "))).toEqual([
      "What you changed in the tabs",
      "Rows, columns and cells that you",
      "Looks that you changed here (formats,",
    ]);
  });
});

describe("a workbook without a file", () => {
  test("is made of what the grid shows: days as days, no formulas, no tabs", async () => {
    const file = fileOf([], { bytes: undefined, sheets: [] });
    file.keys.set("s2", "summary");
    const grid = gridOf([
      coins([["Date", 5], [45_302]], {
        formulas: [{ row: 1, column: 1 }],
        days: new Set([spotKey({ row: 2, column: 0 })]),
      }),
      { id: "s2", name: "Summary by FIFO", grid: [["x"]] },
    ]);
    expect(await savedSheets(grid, file)).toEqual({
      sheets: [{ name: "Coins", rows: [["Date", null], [{ serial: 45_302, shows: "day" }]] }],
      leftOut: ["The formula that you typed (Coins!B1) is not saved."],
    });
  });
});
