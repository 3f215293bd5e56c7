import { describe, expect, test } from "vitest";
import { gridStore, type ExcelGrid } from "../../../excel-addin/functions/gridStore.ts";

const rows = (amount = 100): ExcelGrid => [
  ["Date", "Type", "Total"],
  [46000, "Buy", amount],
  [46001, "Sell", { type: "Error", basicType: "Error", basicValue: "#N/A" }],
];

describe("a range of the same cells", () => {
  test("is the same grid, and may be kept by the core", () => {
    const store = gridStore();
    const grid = store(rows());
    expect(store(rows())).toBe(grid);
    expect(Object.isFrozen(grid)).toBe(true);
    expect(grid).toEqual([
      ["Date", "Type", "Total"],
      [46000, "Buy", 100],
      [46001, "Sell", { fault: "error", text: "#N/A" }],
    ]);
  });

  test("is another grid when one cell differs, in value, in kind or in its error", () => {
    const store = gridStore();
    const cells = rows();
    const changes: readonly ExcelGrid[] = [
      rows(100.5),
      [cells[0]!, [46000, "Buy", "100"], cells[2]!],
      [cells[0]!, cells[1]!, [46001, "Sell", { type: "Error", basicValue: "#REF!" }]],
      [cells[0]!, cells[1]!, [46001, "Sell", "#N/A"]],
      [cells[0]!, [46000, "Buy", null], cells[2]!],
      [cells[0]!, cells[1]!],
      [...cells, ["", "", "x"]],
      cells.map((row) => [...row, null]),
    ];
    const grids = [cells, ...changes].map(store);
    expect(new Set(grids).size).toBe(9);
    expect([cells, ...changes].map(store)).toEqual(grids);
  });

  test("is the grid as it was, though Excel's own array changes later", () => {
    const store = gridStore();
    const cells = [["Asset"], ["BTC"]];
    const grid = store(cells);
    cells[1]![0] = "ETH";
    expect(grid).toEqual([["Asset"], ["BTC"]]);
    expect(store(cells)).not.toBe(grid);
  });
});

test("rows below the last one in use are left out, however blanks arrive", () => {
  const store = gridStore();
  const below: ExcelGrid = [
    [0, 0, 0],
    [null, "", 0],
    ["", "", ""],
  ];
  expect(store([...rows(), ...below])).toBe(store(rows()));
  expect(store([...rows(), [0, false, 0], ...below])).toHaveLength(4);
  expect(store(below)).toEqual([]);
});

test("a whole column of a million rows is cut", () => {
  const blank = [null, null];
  const cells = Array.from({ length: 1_048_576 }, (_, row) => (row < 2 ? ["Asset", 1] : blank));
  expect(gridStore()(cells)).toHaveLength(2);
});

describe("memory is bounded", () => {
  const numbered = (number: number, length = 1): ExcelGrid =>
    Array.from({ length }, () => [number, "x"]);

  test("by the number of ranges: the one not asked for longest is forgotten", () => {
    const store = gridStore({ items: 2, cells: 100 });
    const [one, two] = [store(numbered(1)), store(numbered(2))];
    expect(store(numbered(1))).toBe(one);
    store(numbered(3));
    expect(store(numbered(1))).toBe(one);
    expect(store(numbered(2))).not.toBe(two);
  });

  test("by the number of cells", () => {
    const store = gridStore({ items: 10, cells: 10 });
    const [large, small] = [store(numbered(1, 4)), store(numbered(2, 2))];
    expect(store(numbered(2, 2))).toBe(small);
    expect(store(numbered(1, 4))).not.toBe(large);
    const tooLarge = store(numbered(3, 6));
    expect(store(numbered(3, 6))).not.toBe(tooLarge);
  });
});
