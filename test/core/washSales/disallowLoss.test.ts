import { describe, expect, test } from "vitest";
import { dayText } from "../../../core/calendar/day.ts";
import { washWindow } from "../../../core/washSales/washWindow.ts";
import { call, pick, rowsOf } from "../../support/callFunction.ts";
import { on } from "../../support/transactions.ts";

const HEADER = ["Date", "Type", "Asset", "Quantity", "Total", "Wallet", "Account", "Id", "Lot"];
const WASH = "wash=conservative";

/** Sold, quantity, loss, disallowed and lost for good, of every row with a loss. */
const losses = (rows: readonly (readonly (string | number)[])[], options = WASH) =>
  pick(
    rowsOf(call("TLH_GAINS", [HEADER, ...rows], "FIFO", null, options)),
    "Quantity",
    "Gain or loss",
    "Disallowed loss",
    "Permanently disallowed",
  ).filter(([, gain]) => Number(gain) < 0);

test("the window has 61 days", () => {
  const { first, last } = washWindow(on("2024-03-01"));
  expect([dayText(first), dayText(last), last - first + 1]).toEqual([
    "2024-01-31",
    "2024-03-31",
    61,
  ]);
});

describe("boundaries of the window", () => {
  const sold = (bought: string) =>
    losses([
      ["2023-01-02", "Buy", "X", 1, 100, "A"],
      ["2024-02-29", "Sell", "X", 1, 40, "A"],
      [bought, "Buy", "X", 1, 50, "B"],
    ]);
  test.each([
    ["2024-03-30", 60, "day 30 after"],
    ["2024-03-31", 0, "day 31 after"],
    ["2024-01-30", 60, "day 30 before"],
    ["2024-01-29", 0, "day 31 before"],
    ["2024-02-29", 60, "the day of sale"],
  ])("bought %s: %d disallowed (%s)", (bought, disallowed) => {
    expect(sold(bought)).toEqual([[1, -60, disallowed, 0]]);
  });
  test("a loss of December is washed by a purchase of January, in the year of the sale", () => {
    expect(
      losses([
        ["2025-01-02", "Buy", "X", 1, 100, "A"],
        ["2025-12-31", "Sell", "X", 1, 40, "A"],
        ["2026-01-30", "Buy", "X", 1, 50, "A"],
      ]),
    ).toEqual([[1, -60, 60, 0]]);
  });
});

describe("what others got wrong", () => {
  test("lots sold together do not replace each other", () => {
    expect(
      losses([
        ["2026-03-01", "Buy", "X", 5, 500, "A"],
        ["2026-03-02", "Buy", "X", 5, 450, "A"],
        ["2026-03-10", "Sell", "X", 10, 800, "A"],
      ]),
    ).toEqual([
      [5, -100, 0, 0],
      [5, -50, 0, 0],
    ]);
  });
  test("units bought in the order that is sold replace nothing: no phantom wash", () => {
    expect(
      losses([
        ["2026-03-01", "Buy", "X", 10, 1000, "A"],
        ["2026-03-10", "Sell", "X", 4, 320, "A"],
        ["2026-03-11", "Sell", "X", 6, 480, "A"],
      ]),
    ).toEqual([
      [4, -80, 0, 0],
      [6, -120, 0, 0],
    ]);
  });
  test("100 sold, 60 and 60 bought back: 100 matched, not 120", () => {
    expect(
      losses([
        ["2025-01-01", "Buy", "X", 100, 1000, "A"],
        ["2026-03-10", "Sell", "X", 100, 500, "A"],
        ["2026-03-12", "Buy", "X", 60, 300, "A"],
        ["2026-03-13", "Buy", "X", 60, 300, "B"],
      ]),
    ).toEqual([[100, -500, 500, 0]]);
  });
  test("two losses of 50 against one purchase of 100, and of 60: no unit replaces twice", () => {
    const rows = (bought: number) => [
      ["2025-01-01", "Buy", "X", 100, 1000, "A"],
      ["2026-03-10", "Sell", "X", 50, 250, "A"],
      ["2026-03-11", "Sell", "X", 50, 250, "A"],
      ["2026-03-20", "Buy", "X", bought, bought * 5, "A"],
    ];
    expect(losses(rows(100)).map((row) => row[2])).toEqual([250, 250]);
    expect(losses(rows(60)).map((row) => row[2])).toEqual([250, 50]);
  });
  test("the purchase that built the position is no replacement", () => {
    expect(
      losses([
        ["2026-03-01", "Buy", "X", 100, 1000, "A"],
        ["2026-03-16", "Sell", "X", 50, 400, "A"],
      ]),
    ).toEqual([[50, -100, 0, 0]]);
  });
});

describe("accounts", () => {
  const bought = (account: string) =>
    losses([
      ["2025-01-01", "Buy", "X", 1, 100, "A", "Taxable"],
      ["2026-03-10", "Sell", "X", 1, 40, "A", "Taxable"],
      ["2026-03-12", "Buy", "X", 1, 50, "Z", account],
    ]);
  test.each(["IRA", "Roth IRA", "Spouse IRA"])("%s: the loss is gone for good", (account) => {
    expect(bought(account)).toEqual([[1, -60, 60, 60]]);
  });
  test.each(["Spouse", "Controlled entity"])("%s: the basis goes to their lot", (account) => {
    expect(bought(account)).toEqual([[1, -60, 60, 0]]);
  });
});

test("a loss whose window is open is provisional until its last day", () => {
  const rows = [
    ["2025-01-01", "Buy", "X", 1, 100, "A"],
    ["2026-03-10", "Sell", "X", 1, 40, "A"],
  ];
  const provisional = (options: string) =>
    pick(rowsOf(call("TLH_GAINS", [HEADER, ...rows], "FIFO", null, options)), "Provisional until");
  expect(provisional(`${WASH}; as_of=2026-04-08`)).toEqual([["2026-04-09"]]);
  expect(provisional(`${WASH}; as_of=2026-04-09`)).toEqual([[null]]);
  // A coin, under current law: nothing can wash it.
  expect(provisional("as_of=2026-04-08")).toEqual([[null]]);
});

test("the washed units' basis decides the order of HIFO from then on", () => {
  const rows = [
    ["2025-01-01", "Buy", "X", 1, 100, "A", "", "a"],
    ["2026-03-10", "Sell", "X", 1, 40, "A", "", "", "a"],
    ["2026-03-12", "Buy", "X", 2, 100, "A", "", "b"],
    ["2026-03-13", "Buy", "X", 1, 90, "A", "", "c"],
    ["2026-06-01", "Sell", "X", 2, 200, "A"],
  ];
  expect(
    pick(
      rowsOf(call("TLH_GAINS", [HEADER, ...rows], "HIFO", null, WASH)),
      "Acquired row",
      "Quantity",
      "Cost basis",
    ),
  ).toEqual([
    [2, 1, 100],
    [4, 1, 110],
    [5, 1, 90],
  ]);
});
