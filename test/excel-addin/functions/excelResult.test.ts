import { expect, test } from "vitest";
import { excelRows } from "../../../excel-addin/functions/excelResult.ts";

const table = {
  columns: [
    { title: "Asset", format: "text", width: 8 },
    { title: "Sold", format: "date", width: 8 },
    { title: "Gain or loss", format: "money", width: 8 },
  ],
  // 2026-11-20, 1900-01-15.
  rows: [
    ["=1+1", 20777, -0.1],
    ["BTC", -25553, null],
  ],
} as const;

const rows = (dates: Parameters<typeof excelRows>[1]) => excelRows({ kind: "table", table }, dates);

test("days are serial numbers, blanks are empty text, all else is unchanged", () => {
  expect(rows({ dateSystem: 1900, hasDataTypes: false })).toEqual([
    ["Asset", "Sold", "Gain or loss"],
    ["=1+1", 46346, -0.1],
    ["BTC", "1900-01-15", ""],
  ]);
});

test("days follow the date system of 1904", () => {
  expect(rows({ dateSystem: 1904, hasDataTypes: false })[1]?.[1]).toBe(46346 - 1462);
});

test("where Excel has data types, days bring their format along", () => {
  const shown = rows({ dateSystem: 1900, hasDataTypes: true });
  expect(shown[1]?.[1]).toEqual({
    type: "FormattedNumber",
    basicValue: 46346,
    numberFormat: "yyyy-mm-dd",
  });
  expect(shown[2]).toEqual(["BTC", "1900-01-15", ""]);
});
