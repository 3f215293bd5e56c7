import { describe, expect, test } from "vitest";
import {
  ALL_TABS,
  generateTabs,
  isUnreadable,
  tabKind,
  USUAL_TABS,
  type CellGrid,
  type Tab,
} from "../../../core/index.ts";

const transactions: CellGrid = [
  ["Date", "Type", "Asset", "Quantity", "Total", "Wallet"],
  ["2024-01-10", "Buy", "BTC", 2, 90_000, "Kraken"],
  ["2025-02-01", "Buy", "BTC", 1, 100_000, "Kraken"],
  ["2026-03-01", "Sell", "BTC", 1, 60_000, "Kraken"],
  ["2026-03-02", "Buy", "DUST", 1, 5, "Kraken"],
  ["2026-03-03", "Sell", "ETH", 1, 5, "Kraken"],
  ["2026-03-04", "Dance", "ETH", 1, 5, "Kraken"],
];
const prices: CellGrid = [
  ["Asset", "Price", "As of"],
  ["BTC", 70_000, "2026-11-20"],
];

function tabs(options = "", kinds = USUAL_TABS): readonly Tab[] {
  const result = generateTabs({ transactions, prices, options, asOf: undefined }, kinds, {
    zones: { offsets: () => undefined, workbookZone: undefined },
    progress: () => undefined,
  });
  if (isUnreadable(result)) throw new Error(result.unreadable);
  return result.tabs;
}

const headingOf = (name: string, options = ""): string =>
  tabs(options, [tabKind(name)!])[0]!.heading.join("\n");

test("the button writes four tabs, in this order", () => {
  expect(tabs().map(({ name }) => name)).toEqual([
    "Summary by FIFO",
    "Summary by LIFO",
    "FIFO Ordering of Sells",
    "LIFO Ordering of Sells",
  ]);
  expect(new Set(tabs("", ALL_TABS).map(({ key }) => key)).size).toBe(ALL_TABS.length);
});

describe("the heading", () => {
  test("states method, scope, policy, as-of day, law date and that it is no advice", () => {
    const heading = headingOf("Summary by LIFO", "scope=universal; wash=conservative");
    for (const words of [
      "As of 2026-11-20",
      "method LIFO",
      "pooled over all wallets",
      "wash-sale policy: conservative",
      "checked 2026-11-22",
      "Not tax advice",
    ]) {
      expect(heading).toContain(words);
    }
  });

  test("says what a tab assumes of past disposals where no method is on record", () => {
    expect(headingOf("Summary by LIFO")).toContain(
      "Assumes that a standing order for LIFO was on record before each past disposal",
    );
    expect(headingOf("Summary by FIFO")).toContain("relieved by FIFO too");
  });

  test("calls a tab of another method than the one on record a comparison", () => {
    const options = "method_since=LIFO 2025-01-01";
    expect(headingOf("Summary by LIFO", options)).not.toContain("comparison");
    expect(headingOf("Summary by FIFO", options)).toContain("Summary by FIFO (comparison)");
    expect(headingOf("FIFO Ordering of Sells", options)).toContain("(comparison)");
    expect(headingOf("Summary by FIFO", options)).toContain(
      "Past disposals follow the methods on record: LIFO since 2025-01-01; FIFO before the first.",
    );
  });

  test("tells what is missing: prices, basis, rows", () => {
    const heading = headingOf("Summary by FIFO");
    expect(heading).toContain("1 row is without a price");
    expect(heading).toContain("Basis is missing for part of what was sold of ETH.");
    expect(heading).toContain("2 problems keep rows of the ledger out");
  });
});

test("methods on record relieve the past, the tab's method orders the sale", () => {
  const [ordering] = tabs("method_since=LIFO 2025-01-01", [tabKind("FIFO Ordering of Sells")!]);
  // LIFO took the purchase of 2025, so both units of 2024 are left, and FIFO sells them.
  expect(ordering!.table.rows.filter((row) => row[1] === "BTC").map((row) => row[7])).toEqual([2]);
});

describe("the totals", () => {
  test("say how many rows are unpriced, and sum only what adds up", () => {
    const [summary] = tabs();
    const kinds = Object.fromEntries(
      summary!.table.columns.map(({ title }, column) => [title, summary!.totals![column]!.kind]),
    );
    expect(summary!.totals![0]).toEqual({ kind: "text", text: "Total (1 unpriced)" });
    expect(kinds).toMatchObject({
      Quantity: "blank",
      "Cost basis": "sum",
      Price: "blank",
      "Market value": "sum",
      "Harvestable loss": "sum",
      "Quantity to sell": "blank",
      "Disallowed now": "value",
      "Loss kept now": "value",
      "Clear to sell on": "blank",
      "Tax saved": "blank",
    });
  });
});
