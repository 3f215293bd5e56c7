import { describe, expect, test } from "vitest";
import { call, pick, rowsOf } from "../../support/callFunction.ts";

type Rows = readonly (readonly (string | number)[])[];

const HEADER = ["Date", "Type", "Asset", "Quantity", "Total", "Wallet", "Account", "To wallet"];

/** What is disallowed of each loss, in order. */
const disallowed = (rows: Rows, options = ""): readonly unknown[] =>
  pick(
    rowsOf(call("TLH_GAINS", [HEADER, ...rows], "FIFO", null, `wash=conservative; ${options}`)),
    "Gain or loss",
    "Disallowed loss",
  ).flatMap(([gain, part]) => (Number(gain) < 0 ? [part] : []));

/** One X for $100 sold for $40: a loss of $60, and something five days later. */
const thenComes = (...rows: Rows): Rows => [
  ["2025-01-01", "Buy", "X", 1, 100, "A"],
  ["2026-03-10", "Sell", "X", 1, 40, "A"],
  ...rows,
];

describe("what comes in within 30 days replaces the units, or does not (Treas. Reg. § 1.1091-1(f))", () => {
  test.each([
    ["Buy", 60],
    ["Income", 60],
    ["Staking", 60],
    ["Opening", 60],
    ["Airdrop", 0],
    ["Fork", 0],
    ["Gift received", 0],
    ["Inheritance", 0],
  ])("%s: %d of 60 are disallowed", (type, expected) => {
    expect(disallowed(thenComes(["2026-03-15", type, "X", 1, 50, "A"]))).toEqual([expected]);
  });

  test("units moved between own wallets are no new units", () => {
    const rows = thenComes(["2026-03-15", "Transfer", "X", 1, "", "B", "", "A"]);
    expect(disallowed([["2024-01-01", "Buy", "X", 1, 90, "B"], ...rows])).toEqual([0]);
  });

  test("income counts unless the user says that it does not", () => {
    const rows = thenComes(["2026-03-15", "Income", "X", 1, 50, "A"]);
    expect(disallowed(rows, "income_counts=yes")).toEqual([60]);
    expect(disallowed(rows, "income_counts=no")).toEqual([0]);
    const bought = thenComes(["2026-03-15", "Buy", "X", 1, 50, "A"]);
    expect(disallowed(bought, "income_counts=no")).toEqual([60]);
  });

  test("what came in by trading another asset replaces too", () => {
    const trade = call(
      "TLH_GAINS",
      [
        [
          "Date",
          "Sent Amount",
          "Sent Currency",
          "Received Amount",
          "Received Currency",
          "Net Worth Amount",
        ],
        ["2025-01-01", 100, "USD", 1, "X", ""],
        ["2025-01-01", 50, "USD", 1, "Y", ""],
        ["2026-03-10", 1, "X", 40, "USD", ""],
        ["2026-03-15", 1, "Y", 1, "X", 50],
      ],
      "FIFO",
      null,
      "wash=conservative",
    );
    expect(pick(rowsOf(trade), "Asset", "Disallowed loss")).toEqual([
      ["X", 60],
      ["Y", 0],
    ]);
  });
});

describe("what is left of the very purchase sold (Rev. Rul. 56-602)", () => {
  // 100 at $10, half of them sold at $8: a loss of $100.
  const rows: Rows = [
    ["2026-03-01", "Buy", "X", 100, 1000, "A"],
    ["2026-03-16", "Sell", "X", 50, 400, "A"],
  ];
  test("replaces nothing", () => {
    expect(disallowed(rows)).toEqual([0]);
    expect(disallowed(rows, "same_lot=exclude")).toEqual([0]);
  });
  test("replaces what was sold where the user counts it", () => {
    expect(disallowed(rows, "same_lot=count")).toEqual([100]);
  });
  test("counts share for share: the 20 that are left wash 20 of 80", () => {
    // 80 sold at $8 lose $160, of which 20 / 80 are washed.
    const most: Rows = [rows[0]!, ["2026-03-16", "Sell", "X", 80, 640, "A"]];
    expect(disallowed(most, "same_lot=count")).toEqual([40]);
  });
});

describe("assets that are not the same", () => {
  const sellThenBuy = (sold: string, bought: string): Rows => [
    ["2025-01-01", "Buy", sold, 1, 100, "A"],
    ["2026-03-10", "Sell", sold, 1, 40, "A"],
    ["2026-03-15", "Buy", bought, 1, 50, "A"],
  ];
  test("replace nothing", () => {
    expect(disallowed(sellThenBuy("BTC", "WBTC"))).toEqual([0]);
  });
  test("of one group replace each other", () => {
    expect(disallowed(sellThenBuy("BTC", "WBTC"), "identical=BTC=WBTC")).toEqual([60]);
    expect(disallowed(sellThenBuy("WBTC", "BTC"), "identical=BTC=WBTC")).toEqual([60]);
  });
  test("that the user says to replace one another do so one way only", () => {
    const oneWay = "replaces=BTC CALL>BTC";
    expect(disallowed(sellThenBuy("BTC", "BTC CALL"), oneWay)).toEqual([60]);
    expect(disallowed(sellThenBuy("BTC CALL", "BTC"), oneWay)).toEqual([0]);
    expect(disallowed(sellThenBuy("ETH", "BTC CALL"), oneWay)).toEqual([0]);
    expect(disallowed(sellThenBuy("BTC", "ETH"), oneWay)).toEqual([0]);
  });
});

describe("the holding period of the replacement (26 U.S.C. § 1223(3))", () => {
  const lots = (rows: Rows, method: string, options: string) =>
    pick(
      rowsOf(
        call("TLH_LOTS", [HEADER, ...rows], method, "2026-06-01", `wash=conservative; ${options}`),
      ),
      "Acquired",
      "Holding period start",
      "Cost basis",
    );
  const sold = (bought: string): Rows => [
    ["2026-01-10", "Buy", "X", 1, 100, "A"],
    [bought, "Buy", "X", 1, 50, "A"],
    ["2026-03-10", "Sell", "X", 1, 40, "A"],
  ];
  // The units sold were held for 59 days, from January 10 to March 10.
  test.each([
    ["union", "2026-03-01", "2026-01-10", "bought before: days on which both were held count once"],
    ["add", "2026-03-01", "2026-01-01", "bought before: 59 days before March 1"],
    ["union", "2026-03-20", "2026-01-20", "bought after: 59 days before March 20"],
    ["add", "2026-03-20", "2026-01-20", "bought after: 59 days before March 20"],
  ])("tacking=%s, bought %s: held from %s (%s)", (tacking, bought, start) => {
    expect(lots(sold(bought), "FIFO", `tacking=${tacking}`)).toEqual([[bought, start, 110]]);
  });

  // By LIFO the younger units are sold, held for 5 days, and the older ones replace them.
  test.each([
    ["union", "2026-03-01"],
    ["add", "2026-02-24"],
  ])("tacking=%s: units older than those sold are held from %s", (tacking, start) => {
    const rows: Rows = [
      ["2026-03-01", "Buy", "X", 1, 50, "A"],
      ["2026-03-05", "Buy", "X", 1, 100, "A"],
      ["2026-03-10", "Sell", "X", 1, 40, "A"],
    ];
    expect(lots(rows, "LIFO", `tacking=${tacking}`)).toEqual([["2026-03-01", start, 110]]);
  });
});

test("units of one purchase in several wallets replace in the order of the wallets' names", () => {
  const rows: Rows = [
    ["2025-01-01", "Buy", "X", 1, 100, "C"],
    ["2026-03-01", "Buy", "X", 2, 100, "B"],
    ["2026-03-05", "Transfer", "X", 1, "", "B", "", "A"],
    ["2026-03-10", "Sell", "X", 1, 40, "C"],
  ];
  const lots = call("TLH_LOTS", [HEADER, ...rows], "FIFO", "2026-06-01", "wash=conservative");
  expect(pick(rowsOf(lots), "Wallet", "Cost basis")).toEqual([
    ["A", 110],
    ["B", 50],
  ]);
});

test("of several purchases the earliest replaces first, whatever wallet it is in", () => {
  const rows: Rows = [
    ["2025-01-01", "Buy", "X", 1, 100, "C"],
    ["2026-03-10", "Sell", "X", 1, 40, "C"],
    ["2026-03-12", "Buy", "X", 1, 50, "Z"],
    ["2026-03-14", "Buy", "X", 1, 50, "A"],
  ];
  const lots = call("TLH_LOTS", [HEADER, ...rows], "FIFO", "2026-06-01", "wash=conservative");
  expect(pick(rowsOf(lots), "Wallet", "Cost basis")).toEqual([
    ["A", 50],
    ["Z", 110],
  ]);
});

test("a loss that the rule does not cover is not washed by a security that is said to replace it", () => {
  const rows: Rows = [
    ["2025-01-01", "Buy", "BTC", 1, 100, "A"],
    ["2026-03-10", "Sell", "BTC", 1, 40, "A"],
    ["2026-03-15", "Buy", "FUND", 1, 50, "A"],
  ];
  const settings = "securities=FUND; replaces=FUND>BTC";
  const washed = (wash: string) =>
    pick(
      rowsOf(call("TLH_GAINS", [HEADER, ...rows], "FIFO", null, `wash=${wash}; ${settings}`)),
      "Disallowed loss",
    );
  expect(washed("securities")).toEqual([[0]]);
  expect(washed("conservative")).toEqual([[60]]);
});

describe("units that are there to replace", () => {
  const lots = (rows: Rows) =>
    pick(
      rowsOf(call("TLH_LOTS", [HEADER, ...rows], "FIFO", "2026-06-01", "wash=conservative")),
      "Wallet",
      "Cost basis",
    );

  test("are none that were given away before", () => {
    const rows: Rows = [
      ["2025-01-01", "Buy", "X", 1, 100, "C"],
      ["2026-03-01", "Buy", "X", 1, 50, "B"],
      ["2026-03-05", "Gift sent", "X", 1, "", "B"],
      ["2026-03-10", "Sell", "X", 1, 40, "C"],
    ];
    expect(disallowed(rows)).toEqual([0]);
  });

  // 2 X for $100 lose $60 of $100 each; one purchase of 2 for $100 stands in two wallets.
  test("are those in every wallet", () => {
    const rows: Rows = [
      ["2025-01-01", "Buy", "X", 2, 200, "C"],
      ["2026-03-01", "Buy", "X", 2, 100, "B"],
      ["2026-03-05", "Transfer", "X", 1, "", "B", "", "A"],
      ["2026-03-10", "Sell", "X", 2, 80, "C"],
    ];
    expect(disallowed(rows)).toEqual([120]);
    expect(lots(rows)).toEqual([
      ["A", 110],
      ["B", 110],
    ]);
  });

  test("serve in the order of the wallets' names, whichever came first", () => {
    const rows: Rows = [
      ["2025-01-01", "Buy", "X", 1, 100, "C"],
      ["2026-03-01", "Buy", "X", 3, 150, "M"],
      ["2026-03-05", "Transfer", "X", 1, "", "M", "", "Z"],
      ["2026-03-06", "Transfer", "X", 1, "", "M", "", "A"],
      ["2026-03-10", "Sell", "X", 1, 40, "C"],
    ];
    expect(lots(rows)).toEqual([
      ["A", 110],
      ["M", 50],
      ["Z", 50],
    ]);
  });

  test("serve once, also after a move to another wallet", () => {
    const rows: Rows = [
      ["2025-01-01", "Buy", "X", 2, 200, "C"],
      ["2026-03-01", "Buy", "X", 1, 50, "B"],
      ["2026-03-10", "Sell", "X", 1, 40, "C"],
      ["2026-03-12", "Transfer", "X", 1, "", "B", "", "A"],
      ["2026-03-15", "Sell", "X", 1, 40, "C"],
    ];
    expect(disallowed(rows)).toEqual([60, 0]);
    expect(lots(rows)).toEqual([["A", 110]]);
  });
});
