import { describe, expect, test } from "vitest";
import type { Argument } from "../../../core/functions/functionSpec.ts";
import type { CellGrid } from "../../../core/ledger/cells.ts";
import type { TableCell } from "../../../core/report/table.ts";
import { call, pick, rowsOf } from "../../support/callFunction.ts";

const HEADER = ["Date", "Type", "Asset", "Quantity", "Total", "Wallet", "Account"];

/** The last five cells of the row of an asset. */
function status(
  rows: CellGrid,
  asset: string,
  asOf: string | null,
  options = "securities=S",
): readonly TableCell[] {
  const found = rowsOf(call("WASH_STATUS", [HEADER, ...rows], asset, asOf, options));
  expect(found).toHaveLength(1);
  return pick(
    found,
    "Last acquired",
    "Clear to sell on",
    "Last loss sale",
    "Do not buy until",
    "Units exposed",
  )[0]!;
}

const sold = [
  ["2026-01-05", "Buy", "S", 100, 6000, "A", ""],
  ["2026-11-10", "Sell", "S", 40, 2000, "A", ""],
];

test("a sale at a loss: the window is open for 30 days after it and safe on the 31st", () => {
  expect(status(sold, "S", "2026-11-20")).toEqual([
    "2026-01-05",
    "2026-02-05",
    "2026-11-10",
    "2026-12-11",
    40,
  ]);
  expect(status(sold, "S", "2026-12-10")[4]).toBe(40);
  expect(status(sold, "S", "2026-12-11").slice(2)).toEqual(["2026-11-10", "2026-12-11", 0]);
});

test("units that a purchase has replaced are exposed no more, in whatever account it was", () => {
  const rebought = [...sold, ["2026-11-15", "Buy", "S", 15, 700, "B", "Roth IRA"]];
  expect(status(rebought, "S", "2026-11-20")).toEqual([
    "2026-11-15",
    "2026-12-16",
    "2026-11-10",
    "2026-12-11",
    25,
  ]);
  // The day before that purchase: it is in the ledger, so that it will replace its units.
  expect(status(rebought, "S", "2026-11-14")).toEqual([
    "2026-01-05",
    "2026-02-05",
    "2026-11-10",
    "2026-12-11",
    25,
  ]);
});

test("only what can replace units sold counts as acquired", () => {
  const rows = [
    ["2026-01-05", "Buy", "S", 100, 6000, "A", ""],
    ["2026-02-05", "Staking", "S", 1, 60, "A", ""],
    ["2026-03-05", "Gift received", "S", 1, 60, "A", ""],
    ["2026-04-05", "Airdrop", "S", 1, 60, "A", ""],
    ["2026-05-05", "Buy", "T", 1, 60, "A", ""],
    ["2026-06-05", "Buy", "C45", 1, 60, "A", ""],
  ];
  const last = (options: string) => status(rows, "S", "2026-11-20", options)[0];
  expect(last("securities=*")).toBe("2026-02-05");
  expect(last("securities=*; income_counts=no")).toBe("2026-01-05");
  expect(last("securities=*; identical=S=T")).toBe("2026-05-05");
  expect(last("securities=*; replaces=C45>S")).toBe("2026-06-05");
});

describe("buying an asset that replaces another", () => {
  const rows = [
    ...sold,
    ["2026-11-12", "Spend", "T", 1, 60, "A", ""],
    ["2026-05-05", "Buy", "T", 1, 90, "A", ""],
  ];

  test("reopens the other's loss: both sales are exposed", () => {
    expect(status(rows, "T", "2026-11-20", "securities=*; identical=S=T").slice(2)).toEqual([
      "2026-11-12",
      "2026-12-13",
      41,
    ]);
    expect(status(rows, "T", "2026-11-20", "securities=*").slice(2)).toEqual([
      "2026-11-12",
      "2026-12-13",
      1,
    ]);
  });

  test("one way only: what is replaced does not replace", () => {
    const options = "securities=*; replaces=T>S";
    expect(status(rows, "T", "2026-11-20", options)[4]).toBe(41);
    expect(status(rows, "S", "2026-11-20", options)[4]).toBe(40);
  });

  test("under current law a coin replaces no security", () => {
    expect(status(rows, "S", "2026-11-20", "securities=S; identical=S=T")).toEqual([
      "2026-01-05",
      "2026-02-05",
      "2026-11-10",
      "2026-12-11",
      40,
    ]);
  });
});

test("a coin is asked for as if the rule covered it, whatever the policy", () => {
  const coins = [...sold, ["2026-11-15", "Buy", "S", 15, 700, "B", ""]];
  const answer = ["2026-11-15", "2026-12-16", "2026-11-10", "2026-12-11", 25];
  for (const options of ["", "wash=conservative", "wash=off"]) {
    expect(status(coins, "S", "2026-11-20", options)).toEqual(answer);
  }
});

test("the methods on record decide whether a sale lost, and FIFO where there are none", () => {
  const rows = [
    ["2026-01-05", "Buy", "S", 10, 100, "A", ""],
    ["2026-02-05", "Buy", "S", 10, 900, "A", ""],
    ["2026-11-10", "Sell", "S", 5, 250, "A", ""],
  ];
  expect(status(rows, "S", "2026-11-20")[2]).toBeNull();
  const options = "securities=S; method_since=LIFO 2026-01-01";
  expect(status(rows, "S", "2026-11-20", options).slice(2)).toEqual([
    "2026-11-10",
    "2026-12-11",
    5,
  ]);
});

test("sales inside an IRA are none of the taxpayer's; blank where there is no day", () => {
  const rows = [
    ["2026-01-05", "Gift received", "S", 10, 100, "A", ""],
    ["2026-02-05", "Opening lot", "T", 10, 900, "A", "IRA"],
    ["2026-11-10", "Sell", "T", 5, 250, "A", "IRA"],
  ];
  expect(status(rows, "S", null)).toEqual([null, null, null, null, 0]);
  expect(status(rows, "t ", null)).toEqual(["2026-02-05", "2026-03-08", null, null, 0]);
});

test("an asset that the ledger does not name has no row; no asset at all is an error", () => {
  expect(rowsOf(call("WASH_STATUS", [HEADER, ...sold], "XRP"))).toEqual([]);
  for (const blank of [undefined, null, "", 0, { fault: "error", text: "#N/A" }]) {
    expect(call("WASH_STATUS", [HEADER, ...sold], blank as Argument)).toMatchObject({
      kind: "error",
      sentence: "No asset was given: write its symbol as in the ledger, such as BTC.",
    });
  }
});
