import { describe, expect, test } from "vitest";
import type { Argument } from "../../../core/functions/functionSpec.ts";
import { call, pick, rowsOf } from "../../support/callFunction.ts";

const HEADER = ["Date", "Type", "Asset", "Quantity", "Total", "Wallet", "Account"];
type Row = readonly (string | number)[];

const buy = (date: string, asset: string, quantity: number, total: number, wallet = "W"): Row => [
  ...[date, "Buy", asset, quantity, total, wallet, ""],
];

const at = (prices: Readonly<Record<string, number>>) => [
  ["Asset", "Price", "As of"],
  ...Object.entries(prices).map(([asset, price]) => [asset, price, "2026-11-20"]),
];

const plan = (
  rows: readonly Row[],
  prices: Readonly<Record<string, number>>,
  args: { target?: Argument; method?: Argument; options?: string },
) =>
  call(
    "TLH_PLAN",
    [HEADER, ...rows],
    at(prices),
    args.target,
    args.method ?? "FIFO",
    null,
    args.options ?? "",
  );

const FIGURES = [
  ...["Asset", "Wallet", "Quantity to sell", "Proceeds", "Realized loss"],
  ...["Short-term", "Long-term", "Disallowed now"],
];

/** The contract's first worked example: FIFO cumulative 400, -100, -900, -800. */
const FOUR_LOTS = [
  buy("2024-01-10", "X", 10, 600),
  buy("2025-12-01", "X", 10, 1500),
  buy("2026-03-02", "X", 10, 1800),
  buy("2026-08-03", "X", 10, 900),
];

describe("what is sold", () => {
  test("a blank target, or 0, sells down to the best stop", () => {
    for (const target of [undefined, null, "", 0]) {
      const rows = rowsOf(plan(FOUR_LOTS, { X: 100 }, { target }));
      expect(pick(rows, ...FIGURES)).toEqual([["X", "W", 30, 3000, 900, -1300, 400, 0]]);
    }
  });
  test("the columns are the contract's", () => {
    const result = plan(FOUR_LOTS, { X: 100 }, {});
    if (result.kind !== "table") throw new Error("no table");
    expect(result.table.columns.map(({ title }) => title)).toEqual([
      ...["Asset", "Wallet", "Account", "Quantity to sell", "Proceeds", "Realized loss"],
      ...["Short-term", "Long-term", "Disallowed now", "Tax saved", "Why"],
    ]);
  });
  test("under a fixed order the gains before a loss are sold, and the last lot in part", () => {
    // 400 of gain and 500 of loss, then half of the third lot's 800.
    const rows = rowsOf(plan(FOUR_LOTS, { X: 100 }, { target: 500 }));
    expect(pick(rows, ...FIGURES)).toEqual([["X", "W", 25, 2500, 500, -900, 400, 0]]);
    expect(rows[0]!["Why"]).toBe(
      "Sells the first 3 lots in the order of FIFO (oldest first), and of the last one only 5 X. Keeps $0.20 of loss for each dollar sold. The last lot is sold in part, so that the plan meets its target.",
    );
  });
  test("lots by name: the one that loses most for each dollar", () => {
    const rows = rowsOf(plan(FOUR_LOTS, { X: 100 }, { target: "500", method: "specific" }));
    expect(pick(rows, ...FIGURES)).toEqual([["X", "W", 6.25, 625, 500, -500, 0, 0]]);
    expect(rows[0]!["Why"]).toBe(
      "Name the lots before you sell: 6.25 X of row 4 (a part). Keeps $0.80 of loss for each dollar sold. The last lot is sold in part, so that the plan meets its target.",
    );
  });
  test("a target that takes whole lots takes no part", () => {
    const rows = rowsOf(plan(FOUR_LOTS, { X: 100 }, { target: 1300, method: "SPECIFIC" }));
    expect(pick(rows, ...FIGURES)).toEqual([["X", "W", 20, 2000, 1300, -1300, 0, 0]]);
    expect(rows[0]!["Why"]).not.toContain("part");
  });
  test("out of reach: all that is worth it, and what is missing in the last row", () => {
    const rows = rowsOf(plan(FOUR_LOTS, { X: 100 }, { target: 1000.5 }));
    expect(pick(rows, ...FIGURES)).toEqual([["X", "W", 30, 3000, 900, -1300, 400, 0]]);
    expect(rows[0]!["Why"]).toContain(
      "The plan keeps $900.00 of loss; $100.50 are missing to the target",
    );
  });
  test("nothing that loses, nothing held and nothing priced: the header alone", () => {
    const gain = [buy("2026-01-05", "X", 1, 50)];
    expect(rowsOf(plan(gain, { X: 100 }, {}))).toEqual([]);
    expect(rowsOf(plan(gain, { X: 100 }, { target: 10 }))).toEqual([]);
    expect(rowsOf(plan([], { X: 100 }, { target: 10 }))).toEqual([]);
    expect(rowsOf(plan(FOUR_LOTS, { Y: 100 }, {}))).toEqual([]);
  });
  test("what is in a retirement account is never sold", () => {
    const rows = [["2026-01-05", "Buy", "X", 1, 500, "W", "IRA"]];
    expect(rowsOf(plan(rows, { X: 100 }, {}))).toEqual([]);
  });
});

describe("the order of the rows", () => {
  const two = [buy("2026-01-05", "A", 1, 150), buy("2026-01-05", "B", 1, 300)];
  test("what keeps most for each dollar sold comes first", () => {
    const rows = rowsOf(plan(two, { A: 100, B: 100 }, { target: 220 }));
    expect(pick(rows, "Asset", "Quantity to sell", "Realized loss")).toEqual([
      ["B", 1, 200],
      ["A", 0.4, 20],
    ]);
  });
  test("the tax saved of the rows sums to what the plan saves", () => {
    // A short-term gain of 100, then 3,000 at most against other income: all at 24 percent.
    const options = "taxable_income=150000; other_short_gain=100";
    const rows = rowsOf(plan(two, { A: 100, B: 100 }, { target: 250, options }));
    expect(pick(rows, "Asset", "Tax saved")).toEqual([
      ["B", 48],
      ["A", 12],
    ]);
    expect(pick(rowsOf(plan(two, { A: 100, B: 100 }, {})), "Tax saved")).toEqual([[null], [null]]);
  });
});

describe("short-term losses", () => {
  test("of two losses alike the short-term one is sold", () => {
    const alike = [buy("2024-01-05", "A", 1, 200), buy("2026-01-05", "B", 1, 200)];
    expect(
      pick(rowsOf(plan(alike, { A: 100, B: 100 }, { target: 60 })), "Asset", "Short-term"),
    ).toEqual([["B", -60]]);
  });
  const long = buy("2024-01-05", "A", 1, 200);
  const short = buy("2026-01-05", "B", 1, 150);
  const sold = (options: string) =>
    pick(
      rowsOf(plan([long, short], { A: 100, B: 100 }, { target: 50, options })),
      "Asset",
      "Proceeds",
    );
  test("they go before long-term ones where they save more than a cent a dollar more sold", () => {
    const gains = "other_short_gain=1000; other_long_gain=1000";
    // 50 dollars more are sold, and 37 instead of 20 percent of 50 are saved.
    expect(sold(`short_rate=37%; long_rate=20%; ${gains}`)).toEqual([["B", 100]]);
    // 0.50 dollars more are saved: just as much as the sales must bring. Less is sold.
    expect(sold(`short_rate=20.9%; long_rate=20%; ${gains}`)).toEqual([["A", 50]]);
  });
  test("without rates, or without a gain that they could be taken from, less is sold", () => {
    expect(sold("")).toEqual([["A", 50]]);
    expect(sold("short_rate=37%; long_rate=20%; other_short_gain=1000")).toEqual([["A", 50]]);
  });
});

describe("the wash-sale rule", () => {
  const security = "securities=S";
  test("the target is what is kept after disallowance", () => {
    // Ten of the twenty units are replaced in the account that cannot be sold.
    const rows = [
      buy("2026-01-05", "S", 20, 2000),
      ["2026-11-10", "Buy", "S", 10, 500, "I", "IRA"],
    ];
    const planned = rowsOf(plan(rows, { S: 50 }, { target: 100, options: security }));
    expect(pick(planned, "Quantity to sell", "Realized loss", "Disallowed now")).toEqual([
      [12, 600, 500],
    ]);
    expect(planned[0]!["Why"]).toContain("$500.00 are disallowed");
  });
  test("each replacement serves once for all rows together", () => {
    const rows = [
      buy("2026-01-05", "S", 10, 1000, "A"),
      buy("2026-01-05", "S", 10, 1000, "B"),
      ["2026-11-10", "Buy", "S", 12, 600, "I", "IRA"],
    ];
    const planned = rowsOf(plan(rows, { S: 50 }, { options: security }));
    expect(pick(planned, "Wallet", "Realized loss", "Disallowed now")).toEqual([
      ["B", 500, 100],
      ["A", 500, 500],
    ]);
  });
  test("of a lot sold in part only the units left wash, as in the ledger with the sale", () => {
    const rows = [buy("2026-01-05", "S", 10, 1000), buy("2026-11-10", "S", 10, 1000)];
    const planned = plan(rows, { S: 50 }, { target: 600, method: "HIFO", options: security });
    // All of the first lot and 6 of the second: its 4 units left wash 200 of the first one's loss.
    expect(pick(rowsOf(planned), "Quantity to sell", "Realized loss", "Disallowed now")).toEqual([
      [16, 800, 200],
    ]);
    const sale = ["2026-11-20", "Sell", "S", 16, 800, "W", ""];
    const gains = rowsOf(call("TLH_GAINS", [HEADER, ...rows, sale], "HIFO", 2026, security));
    expect(pick(gains, "Quantity", "Gain or loss", "Disallowed loss")).toEqual([
      [10, -500, 200],
      [6, -300, 0],
    ]);
  });
  test("units that would wash a loss are sold along with it, and the row says so", () => {
    const rows = [buy("2026-01-05", "S", 10, 1000, "A"), buy("2026-11-10", "S", 10, 490, "B")];
    const planned = rowsOf(plan(rows, { S: 50 }, { options: security }));
    expect(pick(planned, "Wallet", "Realized loss", "Disallowed now")).toEqual([
      ["A", 500, 0],
      ["B", -10, 0],
    ]);
    expect(planned[1]!["Why"]).toContain(
      "It gains, but its units no longer wash other losses of the plan.",
    );
  });
});

describe("settings", () => {
  const two = [buy("2026-01-05", "A", 1, 130), buy("2026-01-05", "B", 1, 300)];
  test("a row whose kept loss is below min_loss is not sold", () => {
    const planned = (target: number, options: string) =>
      pick(rowsOf(plan(two, { A: 100, B: 100 }, { target, options })), "Asset", "Realized loss");
    expect(planned(0, "min_loss=30")).toEqual([
      ["B", 200],
      ["A", 30],
    ]);
    expect(planned(0, "min_loss=30.01")).toEqual([["B", 200]]);
    // Not 200 and 10: the second row must be worth it, so the first is cut.
    expect(planned(210, "min_loss=30")).toEqual([
      ["B", 180],
      ["A", 30],
    ]);
    expect(planned(20, "min_loss=30")).toEqual([]);
  });
  test("the cost of selling is part of the loss, and proceeds are after it", () => {
    const planned = plan(
      [buy("2026-01-05", "A", 10, 1000)],
      { A: 100 },
      { options: "sell_cost=0.5" },
    );
    expect(pick(rowsOf(planned), "Proceeds", "Realized loss")).toEqual([[995, 5]]);
  });
  test("past sales follow the methods on record, the plan its own", () => {
    const rows: readonly Row[] = [
      buy("2024-01-05", "A", 1, 300),
      buy("2024-01-06", "A", 1, 200),
      buy("2024-01-07", "A", 1, 150),
      ["2025-06-01", "Sell", "A", 1, 100, "W", ""],
    ];
    const planned = (options: string) =>
      pick(rowsOf(plan(rows, { A: 100 }, { target: 50, method: "LIFO", options })), "Proceeds");
    // On record the first lot is gone; by LIFO the last, and the next one loses more.
    expect(planned("method_since=LIFO 2026-01-01")).toEqual([[100]]);
    expect(planned("")).toEqual([[50]]);
  });
});

describe("a call that makes no sense gives one sentence", () => {
  test.each([
    [
      -1,
      "FIFO",
      "The target loss is below zero: write the loss to realize as a positive number, such as 5000.",
    ],
    ["much", "FIFO", '"much" is no amount for target_loss: write dollars, such as 5000.'],
    [100, "", "No method was given: write one of FIFO, LIFO, HIFO, LOFO, SPECIFIC."],
  ])("%s %s", (target, method, sentence) => {
    expect(plan(FOUR_LOTS, { X: 100 }, { target, method })).toEqual({ kind: "error", sentence });
  });
});
