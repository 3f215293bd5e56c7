import { expect, test } from "vitest";
import { dayText } from "../../../core/calendar/day.ts";
import { recurringAcquisitions } from "../../../core/harvest/recurringAcquisitions.ts";
import { quantityText } from "../../../core/money/amounts.ts";
import { booksOf } from "../../support/tabOf.ts";

/** What recurs on 2026-11-20: asset, wallet, kind, step, last day, units each time. */
function recurring(
  days: readonly string[],
  choices: {
    readonly type?: string;
    readonly totals?: readonly number[];
    readonly units?: readonly number[];
    readonly options?: string;
  } = {},
): readonly (readonly (string | number)[])[] {
  const { type = "Buy", totals = [100], units = [2], options = "" } = choices;
  const rows = days.map((day, place) => [
    ...[day, type, "BTC", units[place] ?? units[0]!, totals[place] ?? totals[0]!, "Kraken", ""],
  ]);
  const books = booksOf({ rows, options: `as_of=2026-11-20; ${options}` });
  return recurringAcquisitions(books).map(({ asset, wallet, source, step, from, units: each }) => [
    ...[asset.symbol, wallet, source.kind, step, dayText(from)],
    quantityText(each!, asset.decimals),
  ]);
}

const weekly = ["2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16"];

test("four purchases of one amount at regular intervals recur", () => {
  expect(recurring(weekly)).toEqual([["BTC", "Kraken", "purchases", 7, "2026-11-16", "2"]]);
  expect(recurring(weekly.slice(1))).toEqual([]);
  const steps = (days: readonly string[]) => recurring(days).map((one) => one[3]);
  expect(steps(["2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20"])).toEqual([1]);
  expect(steps(["2026-11-11", "2026-11-13", "2026-11-16", "2026-11-18"])).toEqual([2]);
  expect(steps(["2026-10-05", "2026-10-19", "2026-11-02", "2026-11-16"])).toEqual([14]);
  expect(steps(["2026-08-05", "2026-09-05", "2026-10-05", "2026-11-05"])).toEqual(["month"]);
  expect(steps(["2026-08-05", "2026-09-05", "2026-10-25", "2026-11-05"])).toEqual([]);
});

test("what the ledger has after the as-of day tells nothing", () => {
  expect(recurring([...weekly, "2026-11-23"]).map((one) => one[4])).toEqual(["2026-11-16"]);
});

test("only the last four days tell, whatever the order of the rows", () => {
  const days = ["2026-11-16", "2026-09-01", "2026-11-02", "2026-10-26", "2026-11-09"];
  expect(recurring(days)).toHaveLength(1);
});

test("what is overdue has ended", () => {
  const ended = ["2026-10-22", "2026-10-29", "2026-11-05", "2026-11-12"];
  expect(recurring(ended).map((one) => one[3])).toEqual([7]);
  expect(recurring(ended.map((day) => day.replace("-12", "-11")))).toEqual([]);
});

test("purchases are of one amount within a tenth, in dollars or in units", () => {
  expect(recurring(weekly, { totals: [100, 110, 105, 100], units: [1, 2, 3, 4] })).toHaveLength(1);
  expect(recurring(weekly, { totals: [100, 111, 105, 100], units: [1, 2, 3, 4] })).toEqual([]);
  expect(recurring(weekly, { totals: [100, 200, 300, 400], units: [1, 1, 1, 1] })).toHaveLength(1);
});

test("rewards recur whatever their amounts, and not where income does not count", () => {
  const rewards = { type: "Staking", totals: [1, 2, 3, 4], units: [1, 2, 3, 4] };
  expect(recurring(weekly, rewards)).toEqual([["BTC", "Kraken", "rewards", 7, "2026-11-16", "4"]]);
  expect(recurring(weekly, { ...rewards, options: "income_counts=no" })).toEqual([]);
});

test("fills of one day are one purchase; gifts are none", () => {
  expect(recurring([...weekly, "2026-11-16"], { totals: [100, 100, 100, 50, 50] })).toEqual([
    ["BTC", "Kraken", "purchases", 7, "2026-11-16", "4"],
  ]);
  expect(recurring(weekly, { type: "Gift received" })).toEqual([]);
  expect(recurring(weekly, { type: "Opening lot" })).toEqual([]);
});
