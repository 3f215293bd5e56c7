import { describe, expect, test } from "vitest";
import { dayText } from "../../../core/calendar/day.ts";
import { knownSchedules } from "../../../core/harvest/plannedSchedules.ts";
import { comingAcquisitions } from "../../../core/harvest/schedule.ts";
import { quantityText } from "../../../core/money/amounts.ts";
import { booksOf, type UserSheets } from "../../support/tabOf.ts";

/** What is known to recur: kind, asset, wallet, step, the day counted from, units each time. */
const known = (sheets: UserSheets): readonly (readonly (string | number | null)[])[] =>
  knownSchedules(booksOf(sheets)).map(({ source, asset, wallet, step, from, units }) => [
    ...[source.kind, asset.symbol, wallet, step, dayText(from)],
    units === undefined ? null : quantityText(units, asset.decimals),
  ]);

const rows = [
  ["2026-10-06", "Buy", "BTC", 1, 100, "Kraken", ""],
  ["2026-11-03", "Buy", "BTC", 1, 500, "Gemini", ""],
  ["2026-11-17", "Staking", "BTC", 1, 7, "Kraken", ""],
  ["2026-03-01", "Buy", "BTC", 1, 300, "Kraken", ""],
  ["2026-11-24", "Buy", "BTC", 1, 300, "Kraken", ""],
];

const plan = (planned: string, prices: Record<string, number> = {}): UserSheets => ({
  rows,
  prices,
  options: `as_of=2026-11-20; planned=${planned}`,
});

describe("a plan", () => {
  test("is counted from the last such acquisition: for dollars a purchase, in its wallet", () => {
    expect(known(plan("BTC 100 USD weekly @kraken", { BTC: 80 }))).toEqual([
      ["planned", "BTC", "kraken", 7, "2026-10-06", "1.25"],
    ]);
    expect(known(plan("BTC 100 USD monthly", { BTC: 80 }))).toEqual([
      ["planned", "BTC", "", "month", "2026-11-03", "1.25"],
    ]);
    expect(known(plan("BTC 0.5 weekly"))).toEqual([["planned", "BTC", "", 7, "2026-11-17", "0.5"]]);
  });

  test("without such an acquisition is counted from the as-of day", () => {
    expect(known(plan("BTC 0.5 weekly @Coinbase"))).toEqual([
      ["planned", "BTC", "Coinbase", 7, "2026-11-20", "0.5"],
    ]);
  });

  test("of dollars has no units without a price", () => {
    expect(known(plan("BTC 100 USD daily"))).toEqual([
      ["planned", "BTC", "", 1, "2026-11-03", null],
    ]);
  });

  test("can be of an asset that the ledger does not name, counted as what it replaces", () => {
    const options = "as_of=2026-11-20; identical=BTC=WBTC; planned=WBTC 2 daily";
    const fine = [["2026-01-05", "Buy", "BTC", "0.0123456789", 5, "Kraken", ""]];
    const [schedule] = knownSchedules(booksOf({ rows: fine, options }));
    expect(schedule!.asset).toMatchObject({ symbol: "WBTC", washGroup: "BTC", decimals: 10 });
    expect(quantityText(schedule!.units!, 10)).toBe("2");
  });
});

describe("what the ledger shows beside a plan", () => {
  const weekly = ["2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16"].flatMap((day) => [
    [day, "Buy", "BTC", 2, 100, "Kraken", ""],
    [day, "Staking", "BTC", 0.1, 5, "Kraken", ""],
  ]);
  const kinds = (planned: string) =>
    known({ rows: weekly, prices: { BTC: 50 }, options: planned }).map(([kind]) => kind);

  test("counts without one", () => {
    expect(kinds("")).toEqual(["purchases", "rewards"]);
  });

  test("gives way where the plan recurs as often in that wallet", () => {
    expect(kinds("planned=BTC 1 weekly @Kraken")).toEqual(["planned"]);
    expect(kinds("planned=BTC 1 weekly @Gemini")).toEqual(["planned", "purchases", "rewards"]);
    expect(kinds("planned=BTC 1 daily")).toEqual(["planned", "purchases", "rewards"]);
    expect(kinds("planned=ETH 1 weekly")).toEqual(["planned", "purchases", "rewards"]);
  });

  test("gives way as purchases to a plan in dollars, however often", () => {
    expect(kinds("planned=BTC 10 USD daily")).toEqual(["planned", "rewards"]);
  });
});

test("what comes is in order of time, from the day after up to the 30th", () => {
  const books = booksOf(plan("ETH 1 monthly, BTC 1 weekly, SOL 1 daily"));
  const coming = comingAcquisitions(knownSchedules(books), books.asOf);
  const daysOf = (symbol: string) =>
    coming
      .filter(({ schedule }) => schedule.asset.symbol === symbol)
      .map(({ day }) => dayText(day));
  expect(daysOf("BTC")).toEqual(["2026-11-24", "2026-12-01", "2026-12-08", "2026-12-15"]);
  expect(daysOf("ETH")).toEqual(["2026-12-20"]);
  expect([daysOf("SOL")[0], daysOf("SOL").at(-1), daysOf("SOL").length]).toEqual([
    "2026-11-21",
    "2026-12-20",
    30,
  ]);
  expect(coming.map(({ day }) => day)).toEqual(coming.map(({ day }) => day).sort((a, b) => a - b));
});
