import { describe, expect, test } from "vitest";
import { withChosenHeadings } from "../../../core/ledger/chosenHeadings.ts";
import { isUnreadable } from "../../../core/ledger/unreadable.ts";
import { parseLedger } from "../../../core/ledger/parseLedger.ts";
import { DEFAULT_SETTINGS } from "../../../core/ledger/parseSettings.ts";
import { UTC } from "../../../core/calendar/timeZone.ts";

const grid = [
  ["My trades"],
  ["When (UTC+2)", "Kind", "Date", "What", "How many", "Paid"],
  ["2026-01-05 01:00", "Buy", "2020-01-01", "BTC", 2, 300],
];
const chosen = {
  Date: "When (UTC+2)",
  Type: "Kind",
  Asset: "What",
  Quantity: "How many",
  Total: "Paid",
};

describe("with headings chosen", () => {
  test("the header row has the names, keeps its zone, and another date column is not read", () => {
    expect(withChosenHeadings(grid, chosen)[1]).toEqual([
      "Date (UTC+2)",
      "Type",
      null,
      "Asset",
      "Quantity",
      "Total",
    ]);
  });

  test("a sheet that could not be read is read", () => {
    expect(isUnreadable(parseLedger(grid, DEFAULT_SETTINGS, UTC))).toBe(true);
    const ledger = parseLedger(withChosenHeadings(grid, chosen), DEFAULT_SETTINGS, UTC);
    if (isUnreadable(ledger)) throw new Error(ledger.unreadable);
    expect(ledger.problems).toEqual([]);
    // An hour past midnight in UTC+2 is the evening before in UTC.
    expect(ledger.transactions[0]).toMatchObject({ kind: "acquisition", day: 20457 });
  });

  test("rows below the headings are the same", () => {
    const renamed = withChosenHeadings(grid, chosen);
    expect(renamed[0]).toBe(grid[0]);
    expect(renamed[2]).toBe(grid[2]);
  });
});

test("the empty heading leaves a column out", () => {
  const usual = [["Date", "Type", "Asset", "Quantity", "Total", "Fee"]];
  expect(withChosenHeadings(usual, { Fee: "" })[0]).toEqual([
    "Date",
    "Type",
    "Asset",
    "Quantity",
    "Total",
    null,
  ]);
});

test.each([
  ["no choice", {}],
  ["a heading that the sheet does not have", { Date: "Moment" }],
  ["a column that nobody knows", { Color: "Date" }],
])("%s changes nothing", (_, headings) => {
  expect(withChosenHeadings(grid, headings)).toBe(grid);
});

test("a sheet without rows has no headings to replace", () => {
  expect(withChosenHeadings([], { Date: "When" })).toEqual([]);
});
