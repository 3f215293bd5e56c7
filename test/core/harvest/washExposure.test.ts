import fc from "fast-check";
import { expect, test } from "vitest";
import type { TableCell } from "../../../core/report/table.ts";
import { call, pick, rowsOf } from "../../support/callFunction.ts";
import { ledgerCases } from "../../support/arbitraries.ts";

const LAST = "2031-01-01";

const sum = (rows: readonly (readonly TableCell[])[]): number =>
  rows.reduce((total, [amount]) => total + Number(amount ?? 0), 0);

test("what is disallowed now is what the ledger gives once the sale is added", () => {
  let harvests = 0;
  fc.assert(
    fc.property(
      ledgerCases({ wash: true }).filter(({ options }) => !options.includes("scope=universal")),
      fc.constantFrom(1, 2, 4, 6, 9),
      ({ grid, method, options }, price) => {
        const [header, ...rows] = grid;
        const days = rows.map(([date]) => date!.slice(0, 10)).sort();
        const asOf = days.at(-1)!;
        if (rows.length === 0 || asOf > LAST || method === "SPECIFIC" || method === "LOFO") return;
        const prices = [
          ["Asset", "Price"],
          ...["BTC", "WBTC", "ETH"].map((asset) => [asset, price]),
        ];
        const summary = rowsOf(call(`TLH_${method}`, grid, prices, asOf, options));
        const ordering = rowsOf(call("TLH_ORDER", grid, prices, method, asOf, options));
        for (const row of summary) {
          const own = ordering.filter((lot) =>
            ["Asset", "Wallet", "Account"].every((title) => lot[title] === row[title]),
          );
          expect(sum(pick(own, "Disallowed now"))).toBeCloseTo(Number(row["Disallowed now"]), 6);
          expect(sum(pick(own, "At risk if rule extended"))).toBeCloseTo(
            Number(row["At risk if rule extended"]),
            6,
          );
          if (row["Harvestable loss"] === 0) continue;
          harvests += 1;
          const sale = header!.map((title) => {
            if (title === "Date") return `${asOf} 23:59`;
            if (title === "Type") return "Sell";
            if (title === "Total") return String(row["Proceeds"]);
            if (title === "Quantity") return String(row["Quantity to sell"]);
            return String(row[title] ?? "");
          });
          // A price is in the summary, and the sale has a total.
          sale[header!.indexOf("Price")] = "";
          const gains = rowsOf(call("TLH_GAINS", [...grid, sale], method, null, options));
          const sold = gains.filter((gain) => gain["Sold row"] === grid.length + 1);
          expect(sum(pick(sold, "Disallowed loss"))).toBeCloseTo(Number(row["Disallowed now"]), 6);
        }
      },
    ),
    { numRuns: 1500 },
  );
  expect(harvests).toBeGreaterThan(300);
});

test("rows sold together: no unit that was bought washes two losses", () => {
  const transactions = [
    ["Date", "Type", "Asset", "Quantity", "Total", "Wallet"],
    ["2026-01-05", "Buy", "S", 10, 1000, "A"],
    ["2026-01-05", "Buy", "S", 10, 1000, "B"],
    ["2026-11-10", "Buy", "S", 12, 600, "C"],
  ];
  const prices = [
    ["Asset", "Price", "As of"],
    ["S", 50, "2026-11-20"],
  ];
  const rows = rowsOf(call("TLH_FIFO", transactions, prices, null, "securities=S"));
  expect(pick(rows, "Wallet", "Harvestable loss", "Disallowed now")).toEqual([
    ["A", 500, 500],
    ["B", 500, 500],
    ["C", 0, 0],
  ]);
});

test("rewards worth less than a dollar of disallowance leave no day to wait for", () => {
  const ledger = (reward: number) => [
    ["Date", "Type", "Asset", "Quantity", "Total", "Wallet"],
    ["2026-01-05", "Buy", "ETH", 10, 1000, "A"],
    ["2026-11-18", "Staking", "ETH", reward, 1, "B"],
  ];
  const prices = [
    ["Asset", "Price", "As of"],
    ["ETH", 50, "2026-11-20"],
  ];
  const exposure = (reward: number) =>
    pick(
      rowsOf(call("TLH_FIFO", ledger(reward), prices)),
      "At risk if rule extended",
      "Clear to sell on",
    )[0];
  // A loss of 50 on each unit.
  expect(exposure(0.019)).toEqual([0.95, null]);
  expect(exposure(0.02)).toEqual([1, "2026-12-19"]);
});

test("a purchase to come within 30 days counts, and so does the day to wait for", () => {
  const transactions = [
    ["Date", "Type", "Asset", "Quantity", "Total", "Wallet"],
    ["2026-01-05", "Buy", "S", 10, 1000, "A"],
    ["2026-12-20", "Buy", "S", 4, 200, "A"],
    ["2026-12-21", "Buy", "S", 4, 200, "A"],
  ];
  const prices = [
    ["Asset", "Price"],
    ["S", 50],
  ];
  const rows = rowsOf(call("TLH_FIFO", transactions, prices, "2026-11-20", "securities=S"));
  expect(pick(rows, "Quantity", "Disallowed now", "Clear to sell on")).toEqual([
    [10, 200, "2027-01-21"],
  ]);
});
