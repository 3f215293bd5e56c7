import { describe, expect, test } from "vitest";
import { dayOfText, dayText } from "../../../core/calendar/day.ts";
import { UTC } from "../../../core/calendar/timeZone.ts";
import type { CellGrid, CellValue } from "../../../core/ledger/cells.ts";
import { agedPrices, parsePrices, type PriceList } from "../../../core/ledger/parsePrices.ts";
import { DEFAULT_SETTINGS } from "../../../core/ledger/parseSettings.ts";
import { isUnreadable } from "../../../core/ledger/unreadable.ts";
import { decimalToNumber } from "../../../core/money/decimalNumber.ts";
import { codesOf } from "../../support/readLedger.ts";

function read(grid: CellGrid): PriceList {
  const list = parsePrices(grid, DEFAULT_SETTINGS, UTC);
  if (isUnreadable(list)) throw new Error(list.unreadable);
  return list;
}
const sheet = (...rows: CellValue[][]): PriceList => read([["Asset", "Price", "As of"], ...rows]);
const lines = (list: PriceList): string[] =>
  [...list.prices].map(([key, { price, asOf, row }]) =>
    [
      key,
      decimalToNumber(price),
      asOf === undefined ? "undated" : dayText(asOf),
      `row ${String(row)}`,
    ].join(" "),
  );

test("prices by asset key, dated or not", () => {
  expect(
    lines(
      sheet(["btc", 70000, "2026-11-20"], [" Eth ", "$3,100.50", 46346], ["SOL", "0.000000000001"]),
    ),
  ).toEqual([
    "BTC 70000 2026-11-20 row 2",
    "ETH 3100.5 2026-11-20 row 3",
    "SOL 1e-12 undated row 4",
  ]);
});

test("an asset without a price is unpriced, which is no problem; zero is a price", () => {
  const list = sheet(["BTC", ""], ["ETH", 0], ["SOL"], [], ["DEAD", "zero"]);
  expect(lines(list)).toEqual(["DEAD 0 undated row 6"]);
  expect(list.problems).toEqual([]);
});

test.each<[string, CellValue[], string]>([
  ["an error value", ["BTC", { fault: "error", text: "#N/A" }], "error-cell"],
  [
    "a formula without its result",
    ["BTC", { fault: "uncached-formula", text: "=X" }],
    "uncached-formula",
  ],
  ["words", ["BTC", "soon"], "bad-number"],
  ["a price below zero", ["BTC", -1], "bad-number"],
  ["a decimal comma", ["BTC", "70.000,50"], "bad-number"],
  ["a price of nothing", ["", 5], "missing-cell"],
  ["an asset that is an error", [{ fault: "error", text: "#REF!" }, 5], "error-cell"],
])("%s is an Error, and the asset is unpriced", (_, row, code) => {
  const list = sheet(row);
  expect(codesOf(list)).toEqual([`2 Error ${code}`]);
  expect(list.prices.size).toBe(0);
});

test("a price in another currency is an Error", () => {
  const list = read([
    ["Asset", "Price", "Price Currency"],
    ["BTC", 5, "EUR"],
    ["ETH", 5, "USD"],
  ]);
  expect(codesOf(list)).toEqual(["2 Error amount-not-dollars"]);
  expect(lines(list)).toEqual(["ETH 5 undated row 3"]);
});

test("a damaged day is a Warning, and the price undated", () => {
  const list = sheet(["BTC", 5, "2026-06-31"]);
  expect(codesOf(list)).toEqual(["2 Warning bad-date"]);
  expect(lines(list)).toEqual(["BTC 5 undated row 2"]);
});

describe("of two prices of one asset", () => {
  test.each([
    ["the later day counts", "2026-11-19", "2026-11-20", "BTC 2 2026-11-20 row 3"],
    ["wherever it stands", "2026-11-20", "2026-11-19", "BTC 1 2026-11-20 row 2"],
    ["a dated one before an undated one", "2026-11-20", "", "BTC 1 2026-11-20 row 2"],
    ["else the lower row", "", "", "BTC 2 undated row 3"],
  ])("%s", (_, first, second, line) => {
    const list = sheet(["BTC", 1, first], ["btc", 2, second]);
    expect(lines(list)).toEqual([line]);
    expect(codesOf(list)).toEqual(["3 Warning price-duplicate"]);
  });
});

test("a price 31 days old is aged, one 30 days old is not", () => {
  const list = sheet(["OLD", 1, "2026-10-20"], ["NEW", 1, "2026-10-21"], ["UNDATED", 1]);
  const aged = agedPrices(list, dayOfText("2026-11-20")!);
  expect(codesOf({ problems: aged })).toEqual(["2 Warning aged-price"]);
});

test("without a header row the sentence says what was seen", () => {
  expect(parsePrices([["Coin", "Amount"]], DEFAULT_SETTINGS, UTC)).toEqual({
    unreadable:
      "The prices have no header row within their first 10 rows (row 1 has Coin, Amount): name the columns Asset, Price and, if you like, As of.",
  });
});
