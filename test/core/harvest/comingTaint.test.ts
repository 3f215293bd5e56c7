import { expect, test } from "vitest";
import { dayText } from "../../../core/calendar/day.ts";
import { comingTaints } from "../../../core/harvest/comingTaint.ts";
import type { OpenLoss } from "../../../core/harvest/openLosses.ts";
import { knownSchedules } from "../../../core/harvest/plannedSchedules.ts";
import { comingAcquisitions } from "../../../core/harvest/schedule.ts";
import type { Asset } from "../../../core/ledger/asset.ts";
import { moneyText, quantityText } from "../../../core/money/amounts.ts";
import { booksOf } from "../../support/tabOf.ts";
import { on, units, usd } from "../../support/transactions.ts";

/**
 * What plans do to losses on 2026-11-20, `asset, units, loss, last day of the window`: asset sold,
 * asset bought, times, first day, units to come, units tainted, dollars tainted.
 */
function taints(
  planned: string,
  losses: readonly (readonly [string, number, number, string])[],
  options = "wash=conservative",
): readonly (readonly (string | number)[])[] {
  const names = new Set(["BTC", "WBTC", "ETH", ...losses.map(([asset]) => asset)]);
  const books = booksOf({
    rows: [...names].map((asset) => ["2024-01-05", "Buy", asset, 100, 100, "W", ""]),
    options: `as_of=2026-11-20; planned=${planned}; ${options}`,
  });
  const asset = (symbol: string): Asset => books.ledger.assets.find((a) => a.symbol === symbol)!;
  const open = losses.map(([symbol, quantity, loss, lastDay]): OpenLoss => ({
    asset: asset(symbol),
    units: units(quantity),
    loss: usd(loss),
    lastDay: on(lastDay),
  }));
  const coming = comingAcquisitions(knownSchedules(books), books.asOf);
  return [...comingTaints(open, coming, () => books.settings)].flatMap(([sold, found]) =>
    found.map(({ schedule, times, first, units: to, tainted, dollars }) => [
      ...[sold.symbol, schedule.asset.symbol, times, dayText(first)],
      ...[quantityText(to!, 8), quantityText(tainted, 8), moneyText(dollars)],
    ]),
  );
}

test("purchases taint share for share, as long as the window is open", () => {
  // By weeks from 2024-01-05: 27 November, 4 December and 11 December.
  expect(taints("BTC 2 weekly", [["BTC", 10, 500, "2026-12-11"]])).toEqual([
    ["BTC", "BTC", 3, "2026-11-27", "6", "6", "300"],
  ]);
  expect(taints("BTC 2 weekly", [["BTC", 10, 500, "2026-12-10"]])).toEqual([
    ["BTC", "BTC", 2, "2026-11-27", "4", "4", "200"],
  ]);
});

test("no more than the loss, in order of the sales, each with its own window", () => {
  const losses = [
    ["BTC", 3, 30, "2026-11-30"],
    ["BTC", 3, 300, "2026-12-11"],
  ] as const;
  // Two units on 27 November wash the first sale; its last unit is free when the window ends.
  expect(taints("BTC 2 weekly", losses)).toEqual([
    ["BTC", "BTC", 3, "2026-11-27", "6", "5", "320"],
  ]);
});

test("one unit replaces one, in whatever asset of a group", () => {
  const losses = [
    ["BTC", 1, 10, "2026-12-11"],
    ["WBTC", 1, 20, "2026-12-11"],
  ] as const;
  const options = "wash=conservative; identical=BTC=WBTC";
  expect(taints("WBTC 0.75 weekly", losses, options)).toEqual([
    ["BTC", "WBTC", 3, "2026-11-27", "2.25", "1", "10"],
    ["WBTC", "WBTC", 3, "2026-11-27", "2.25", "1", "20"],
  ]);
  expect(taints("BTC 2 weekly", losses)).toEqual([["BTC", "BTC", 3, "2026-11-27", "6", "1", "10"]]);
});

test("what cannot replace the asset, or comes after the window, taints nothing", () => {
  expect(taints("ETH 2 weekly", [["BTC", 10, 500, "2026-12-11"]])).toEqual([]);
  expect(taints("BTC 2 weekly", [["BTC", 10, 500, "2026-11-26"]])).toEqual([]);
  const options = "wash=securities; securities=BTC; identical=BTC=ETH";
  expect(taints("ETH 2 weekly", [["BTC", 10, 500, "2026-12-11"]], options)).toEqual([]);
});

test("two schedules share a loss in order of time", () => {
  expect(
    taints("BTC 2 weekly, BTC 0.5 daily", [["BTC", 5, 500, "2026-12-04"]]).map((one) =>
      one.slice(2),
    ),
  ).toEqual([
    [14, "2026-11-21", "7", "3", "300"],
    [2, "2026-11-27", "4", "2", "200"],
  ]);
});
