import { describe, expect, test } from "vitest";
import { generateTabs, isUnreadable, USUAL_TABS, type Tab } from "../../../core/index.ts";
import { call, pick, rowsOf } from "../../support/callFunction.ts";

/** The worked examples of the product contract: as_of 2026-11-20, sell_cost 0. */
describe("one asset at 100 in four lots of 10", () => {
  const transactions = [
    ["Date", "Type", "Asset", "Quantity", "Total", "Wallet"],
    ["2024-01-10", "Buy", "X", 10, 600, "A"],
    ["2025-12-01", "Buy", "X", 10, 1500, "A"],
    ["2026-03-02", "Buy", "X", 10, 1800, "A"],
    ["2026-08-03", "Buy", "X", 10, 900, "A"],
  ];
  const prices = [
    ["Asset", "Price", "As of"],
    ["X", 100, "2026-11-20"],
  ];

  test("FIFO: harvestable 900, sell 30 for 3,000, short -1,300 and long +400", () => {
    expect(
      pick(
        rowsOf(call("TLH_FIFO", transactions, prices)),
        "Harvestable loss",
        "Quantity to sell",
        "Proceeds",
        "Harvest short-term",
        "Harvest long-term",
        "Rebuy from",
      ),
    ).toEqual([[900, 30, 3000, -1300, 400, "2026-12-21"]]);
    expect(
      pick(
        rowsOf(call("TLH_ORDER", transactions, prices, "fifo")),
        "Order",
        "Cumulative gain or loss",
        "Best stop",
        "Source row",
      ),
    ).toEqual([
      [1, 400, null, 2],
      [2, -100, null, 3],
      [3, -900, "Yes", 4],
      [4, -800, null, 5],
    ]);
  });

  test("LIFO: harvestable 1,200, sell 30, all short", () => {
    expect(
      pick(
        rowsOf(call("TLH_LIFO", transactions, prices)),
        "Harvestable loss",
        "Quantity to sell",
        "Harvest short-term",
        "Harvest long-term",
      ),
    ).toEqual([[1200, 30, -1200, 0]]);
    expect(
      pick(rowsOf(call("TLH_ORDER", transactions, prices, "LIFO")), "Cumulative gain or loss"),
    ).toEqual([[100], [-700], [-1200], [-800]]);
  });
});

describe("the same as a security, with 20 bought at 100 in another wallet ten days before", () => {
  const transactions = [
    ["Date", "Type", "Asset", "Quantity", "Total", "Wallet"],
    ["2024-01-10", "Buy", "X", 10, 600, "A"],
    ["2025-12-01", "Buy", "X", 10, 1500, "A"],
    ["2026-03-02", "Buy", "X", 10, 1800, "A"],
    ["2026-08-03", "Buy", "X", 10, 900, "A"],
    ["2026-11-10", "Buy", "X", 20, 2000, "B"],
  ];
  const prices = [
    ["Asset", "Price", "As of"],
    ["X", 100, "2026-11-20"],
  ];
  test("FIFO: gains never wash, so 1,300 is disallowed and a gain of 400 is left", () => {
    const rows = rowsOf(call("TLH_FIFO", transactions, prices, null, "securities=X"));
    expect(
      pick(
        rows,
        "Wallet",
        "Harvestable loss",
        "Disallowed now",
        "Loss kept now",
        "At risk if rule extended",
        "Clear to sell on",
      ),
    ).toEqual([
      ["A", 900, 1300, -400, 1300, "2026-12-11"],
      ["B", 0, 0, 0, 0, null],
    ]);
    const order = rowsOf(call("TLH_ORDER", transactions, prices, "FIFO", null, "securities=X"));
    expect(pick(order, "Gain or loss", "Disallowed now", "At risk if rule extended")).toEqual([
      [400, 0, 0],
      [-500, 500, 500],
      [-800, 800, 800],
      [100, null, null],
      [0, null, null],
    ]);
  });
});

describe("a security at 60 in three lots", () => {
  const transactions = [
    ["Date", "Type", "Asset", "Quantity", "Price", "Wallet"],
    ["2025-03-03", "Buy", "S", 100, 40, "A"],
    ["2026-11-10", "Buy", "S", 40, 50, "A"],
    ["2026-11-17", "Buy", "S", 100, 66, "A"],
  ];
  const prices = [
    ["Asset", "Price"],
    ["S", 60],
  ];
  test("LIFO: cumulative -600, -200, +1,800: harvestable 600, sell 100", () => {
    const asOf = "2026-11-20";
    expect(
      pick(
        rowsOf(call("TLH_ORDER", transactions, prices, "LIFO", asOf)),
        "Cumulative gain or loss",
        "Best stop",
      ),
    ).toEqual([
      [-600, "Yes"],
      [-200, null],
      [1800, null],
    ]);
    expect(
      pick(
        rowsOf(call("TLH_LIFO", transactions, prices, asOf)),
        "Harvestable loss",
        "Quantity to sell",
      ),
    ).toEqual([[600, 100]]);
  });
  const wash = (method: string, options: string) =>
    pick(
      rowsOf(call(`TLH_${method}`, transactions, prices, "2026-11-20", options)),
      "Disallowed now",
      "Loss kept now",
      "At risk if rule extended",
      "Clear to sell on",
      "Rebuy from",
    );
  test("LIFO: 240 of the loss is disallowed by the 40 units, 360 kept, clear on 2026-12-11", () => {
    expect(wash("LIFO", "securities=S")).toEqual([[240, 360, 240, "2026-12-11", "2026-12-21"]]);
  });
  test("as a coin nothing is disallowed now, and 240 is at risk", () => {
    expect(wash("LIFO", "")).toEqual([[0, 600, 240, "2026-12-11", "2026-12-21"]]);
  });
  test("with the rule off, or with nothing to sell, nothing is disallowed", () => {
    expect(wash("LIFO", "wash=off; securities=S")[0]?.[0]).toBe(0);
    expect(wash("FIFO", "securities=S")).toEqual([[0, 0, 0, null, null]]);
  });
  test("the basis of the 40 units becomes 2,240 once the 100 are sold", () => {
    const sold = [...transactions, ["2026-11-20", "Sell", "S", 100, 60, "A"]];
    expect(
      pick(rowsOf(call("TLH_LOTS", sold, "LIFO", null, "securities=S")), "Quantity", "Cost basis"),
    ).toEqual([
      [100, 4000],
      [40, 2240],
    ]);
  });
  test("FIFO: nothing to harvest, so no quantity to sell and no dates", () => {
    expect(
      pick(
        rowsOf(call("TLH_FIFO", transactions, prices, 46346)),
        "Harvestable loss",
        "Quantity to sell",
        "Proceeds",
        "Rebuy from",
      ),
    ).toEqual([[0, 0, 0, null]]);
  });
});

test("the cost of selling is in every hypothetical gain, and not in market value", () => {
  const transactions = [
    ["Date", "Type", "Asset", "Quantity", "Total"],
    ["2026-01-10", "Buy", "X", 10, 1000],
  ];
  const prices = [
    ["Asset", "Price", "As of"],
    ["X", 100, "2026-11-20"],
  ];
  expect(
    pick(
      rowsOf(call("TLH_FIFO", transactions, prices, null, "sell_cost=0.5")),
      "Market value",
      "Unrealized gain or loss",
      "Harvestable loss",
      "Proceeds",
      "Quantity to sell",
    ),
  ).toEqual([[1000, -5, 5, 995, 10]]);
});

test("an asset without a price keeps its row, with all that depends on the price blank", () => {
  const transactions = [
    ["Date", "Type", "Asset", "Quantity", "Total"],
    ["2026-01-10", "Buy", "X", 10, 1000],
  ];
  const [row] = rowsOf(call("TLH_FIFO", transactions, [["Asset", "Price"]], "2026-11-20"));
  expect(row).toMatchObject({ Asset: "X", Quantity: 10, "Cost basis": 1000 });
  const blank = Object.entries(row!).filter(([, cell]) => cell === null);
  expect(blank.map(([title]) => title)).toEqual([
    "Price",
    "Price as of",
    "Market value",
    "Unrealized gain or loss",
    "Unrealized short-term",
    "Unrealized long-term",
    "Harvestable loss",
    "Quantity to sell",
    "Proceeds",
    "Harvest short-term",
    "Harvest long-term",
    "Disallowed now",
    "Loss kept now",
    "At risk if rule extended",
    "Clear to sell on",
    "Rebuy from",
    "Tax saved",
    "Carried forward",
  ]);
});

describe("2026, taxable income 150,000, a short-term gain of 10,000 realized", () => {
  const transactions = [
    ["Date", "Type", "Asset", "Quantity", "Total", "Wallet"],
    ["2026-01-05", "Buy", "A", 1, 20_000, "W"],
    ["2026-01-05", "Buy", "B", 1, 10_000, "W"],
    ["2026-01-05", "Buy", "C", 1, 10_000, "W"],
    ["2026-06-01", "Sell", "C", 1, 20_000, "W"],
  ];
  const prices = [
    ["Asset", "Price", "As of"],
    ["A", 8_000, "2026-11-20"],
    ["B", 4_000, "2026-11-20"],
  ];
  const saved = (options: string) =>
    pick(
      rowsOf(call("TLH_FIFO", transactions, prices, null, options)),
      "Harvestable loss",
      "Tax saved",
      "Carried forward",
    );

  test("harvests of 12,000 and 6,000 save 2,880 and 1,440", () => {
    expect(saved("taxable_income=150000")).toEqual([
      [12_000, 2_880, 0],
      [6_000, 1_440, 0],
    ]);
  });

  test("together they save 3,120 and carry 5,000 forward", () => {
    const result = generateTabs(
      { transactions, prices, options: "taxable_income=150000", asOf: undefined },
      USUAL_TABS.slice(0, 1),
      {
        zones: { offsets: () => undefined, workbookZone: undefined },
        progress: () => undefined,
      },
    );
    if (isUnreadable(result)) throw new Error(result.unreadable);
    const [{ table, totals }] = result.tabs as [Tab];
    const total = (title: string) =>
      totals?.[table.columns.findIndex((column) => column.title === title)];
    expect(total("Tax saved")).toMatchObject({ kind: "value", value: 3_120 });
    expect(total("Carried forward")).toMatchObject({ kind: "value", value: 5_000 });
    expect(total("Harvestable loss")).toMatchObject({ kind: "sum", value: 18_000 });
  });

  test("flat rates go before brackets; without rates or income the columns are blank", () => {
    expect(saved("short_rate=30%; state_rate=5%; taxable_income=150000")).toEqual([
      [12_000, 4_200, 0],
      [6_000, 2_100, 0],
    ]);
    expect(saved("")).toEqual([
      [12_000, null, null],
      [6_000, null, null],
    ]);
  });

  test("losses carried in are used first, and what is left is carried on", () => {
    expect(saved("taxable_income=150000; carryover_short=8000; carryover_long=5000")).toEqual([
      // The carried losses leave a deduction of 3,000 already: a harvest saves nothing now.
      [12_000, 0, 12_000],
      [6_000, 0, 6_000],
    ]);
  });
});
