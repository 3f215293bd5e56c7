import { expect, test } from "vitest";
import { resultRows } from "../../../core/functions/resultRows.ts";

test("a table comes with its titles, with days marked and blanks filled in", () => {
  const table = {
    columns: [
      { title: "Asset", format: "text", width: 8 },
      { title: "Sold", format: "date", width: 8 },
      { title: "Gain", format: "money", width: 8 },
    ],
    rows: [
      ["BTC", 20747, -5.25],
      ["ETH", null],
      ["SOL", "unknown", 0],
    ],
  } as const;
  expect(resultRows({ kind: "table", table })).toEqual([
    ["Asset", "Sold", "Gain"],
    ["BTC", { day: 20747 }, -5.25],
    ["ETH", null, null],
    ["SOL", "unknown", 0],
  ]);
  expect(resultRows({ kind: "table", table: { ...table, rows: [] } })).toEqual([
    ["Asset", "Sold", "Gain"],
  ]);
});

test("a row and a value come without titles", () => {
  expect(resultRows({ kind: "row", cells: [20747, 20807], format: "date" })).toEqual([
    [{ day: 20747 }, { day: 20807 }],
  ]);
  expect(resultRows({ kind: "value", value: "Short", format: "text" })).toEqual([["Short"]]);
  expect(resultRows({ kind: "value", value: 0, format: "date" })).toEqual([[{ day: 0 }]]);
});
