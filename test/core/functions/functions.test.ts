import { describe, expect, test } from "vitest";
import type { Argument } from "../../../core/functions/functionSpec.ts";
import { dateSystemOfCall } from "../../../core/functions/arguments.ts";
import { functionRegistry } from "../../../core/functions/registry.ts";
import { call, pick, rowsOf } from "../../support/callFunction.ts";

const transactions = [
  ["Date", "Type", "Asset", "Quantity", "Total", "Wallet", "Account"],
  ["2024-01-10", "Buy", "BTC", 1, 40000, "Kraken", ""],
  ["2025-02-01", "Buy", "BTC", 1, 100000, "Kraken", ""],
  ["2026-03-01", "Sell", "BTC", 0.5, 30000, "Kraken", ""],
  ["2026-04-01", "Sell", "BTC", 1, 55000, "Kraken", ""],
  ["2026-05-01", "Buy", "BTC", 1, 60000, "Fidelity", "IRA"],
];
const prices = [
  ["Asset", "Price", "As of"],
  ["BTC", 70000, "2026-11-20"],
];

describe("the registry", () => {
  test("has the contract's names, each once, with its arguments", () => {
    expect(
      functionRegistry.map(({ id, parameters }) => [
        id,
        parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", "),
      ]),
    ).toEqual([
      ["TLH_FIFO", "transactions, prices, [as_of], [options]"],
      ["TLH_LIFO", "transactions, prices, [as_of], [options]"],
      ["TLH_HIFO", "transactions, prices, [as_of], [options]"],
      ["TLH_ORDER", "transactions, prices, method, [as_of], [options]"],
      ["TLH_LOTS", "transactions, method, [as_of], [options]"],
      ["TLH_GAINS", "transactions, method, [tax_year], [options]"],
      ["TLH_PLAN", "transactions, prices, target_loss, method, [as_of], [options]"],
      ["WASH_WINDOW", "sale_date"],
      ["WASH_SALES", "transactions, method, [tax_year], [options]"],
      ["WASH_STATUS", "transactions, asset, [as_of], [options]"],
      ["TLH_TERM", "acquired, sold"],
      ["TLH_LONG_TERM_DATE", "acquired"],
      [
        "TLH_CARRYOVER",
        "short_gain, long_gain, filing_status, [taxable_income], [carryover_short], [carryover_long]",
      ],
      [
        "TLH_TAX_SAVED",
        "tax_year, filing_status, ordinary_income, short_gain, long_gain, harvested_short, harvested_long, [state_rate], [magi]",
      ],
      ["TLH_FORM_8949", "transactions, method, tax_year, [options]"],
      ["TLH_PROBLEMS", "transactions, [prices], [options]"],
    ]);
  });
  test("every name begins with TLH_ or WASH_, and every help text is a sentence", () => {
    for (const { id, summary, parameters } of functionRegistry) {
      expect(id).toMatch(/^(TLH|WASH)_[A-Z_\d]+$/);
      expect(
        [summary, ...parameters.map((one) => one.summary)].every((text) => text.endsWith(".")),
      ).toBe(true);
    }
  });
});

test("a function says beforehand whether it gives one value", () => {
  const given: Record<string, Argument> = {
    ...{ transactions, prices, method: "FIFO", options: null, filing_status: "single" },
    ...{ sale_date: "2026-01-02", acquired: "2026-01-02", sold: "2026-01-03", tax_year: 2026 },
    ...{ asset: "BTC", as_of: null },
  };
  for (const { id, parameters, isScalar } of functionRegistry) {
    const result = call(id, ...parameters.map(({ name }) => (name in given ? given[name] : 1)));
    expect([id, result.kind === "value"]).toEqual([id, isScalar ?? false]);
    expect(result.kind).not.toBe("error");
  }
});

test("dates of a call are in the date system that its options choose", () => {
  const spec = functionRegistry.find(({ id }) => id === "TLH_LOTS");
  const term = functionRegistry.find(({ id }) => id === "TLH_TERM");
  if (spec === undefined || term === undefined) throw new Error("no such function");
  const options = "date_system=1904";
  expect(dateSystemOfCall(spec, [transactions, "FIFO", null, options])).toBe(1904);
  expect(dateSystemOfCall(spec, [transactions, "FIFO", options])).toBe(1900);
  expect(dateSystemOfCall(term, [options])).toBe(1900);
});

test("TLH_GAINS: one row for each lot piece, of one year or of all", () => {
  const titles = ["Sold", "Quantity", "Proceeds", "Cost basis", "Gain or loss", "Term", "Kind"];
  const all = pick(rowsOf(call("TLH_GAINS", transactions, "FIFO")), ...titles);
  expect(all).toEqual([
    ["2026-03-01", 0.5, 30000, 20000, 10000, "Long", "Sell"],
    ["2026-04-01", 0.5, 27500, 20000, 7500, "Long", "Sell"],
    ["2026-04-01", 0.5, 27500, 50000, -22500, "Long", "Sell"],
  ]);
  expect(rowsOf(call("TLH_GAINS", transactions, "FIFO", 2025))).toEqual([]);
  expect(rowsOf(call("TLH_GAINS", transactions, "FIFO", "2026"))).toHaveLength(3);
});

test("WASH_WINDOW: the first and last day, one row of two cells", () => {
  expect(call("WASH_WINDOW", "2026-11-20")).toEqual({
    kind: "row",
    cells: [20747, 20807],
    format: "date",
  });
});

test("WASH_SALES: one row for each match, with what it does to the replacement", () => {
  const ledger = [
    ["Date", "Type", "Asset", "Quantity", "Total", "Wallet", "Account"],
    ["2025-05-01", "Buy", "S", 100, 6000, "A", ""],
    ["2026-06-10", "Sell", "S", 100, 5000, "A", ""],
    ["2026-06-15", "Buy", "S", 60, 3060, "B", "Roth IRA"],
    ["2026-06-16", "Buy", "S", 100, 5200, "A", ""],
  ];
  const table = call("WASH_SALES", ledger, "FIFO", 2026, "securities=S");
  const titles = ["Sold row", "Quantity", "Loss", "Disallowed loss", "Replacement row"];
  const more = ["Replacement account", "Basis added", "Permanent", "Holding period start"];
  expect(pick(rowsOf(table), ...titles, ...more)).toEqual([
    [3, 60, 600, 600, 4, "Roth IRA", 0, "Yes", "2026-06-15"],
    [3, 40, 400, 400, 5, "Taxable", 400, "No", "2025-05-07"],
  ]);
  expect(rowsOf(call("WASH_SALES", ledger, "FIFO", 2025, "securities=S"))).toEqual([]);
});

test("TLH_LOTS: every account's open lots as of a day", () => {
  const titles = [
    "Wallet",
    "Account",
    "Quantity",
    "Cost basis",
    "Unit basis",
    "Term",
    "Source row",
  ];
  expect(pick(rowsOf(call("TLH_LOTS", transactions, "LIFO")), ...titles)).toEqual([
    ["Fidelity", "IRA", 1, 60000, 60000, "Short", 6],
    ["Kraken", "Taxable", 0.5, 20000, 40000, "Long", 2],
  ]);
  expect(pick(rowsOf(call("TLH_LOTS", transactions, "LIFO", "2025-01-01")), ...titles)).toEqual([
    ["Kraken", "Taxable", 1, 40000, 40000, "Short", 2],
  ]);
});

test("TLH_FIFO: accounts that are not on the return have no row", () => {
  expect(
    pick(rowsOf(call("TLH_FIFO", transactions, prices)), "Wallet", "Quantity", "Harvestable loss"),
  ).toEqual([["Kraken", 0.5, 15000]]);
});

test("a joint return shows the spouse's rows", () => {
  const spouse = transactions.map((row, index) =>
    index === 0 ? row : [...row.slice(0, 6), "Spouse"],
  );
  expect(rowsOf(call("TLH_FIFO", spouse, prices))).toEqual([]);
  expect(rowsOf(call("TLH_FIFO", spouse, prices, null, "filing_status=mfj"))).toHaveLength(2);
});

test("omitted, blank, null and zero arguments are the same", () => {
  const plain = call("TLH_FIFO", transactions, prices);
  for (const blank of [null, "", 0, "  "]) {
    expect(call("TLH_FIFO", transactions, prices, blank, blank)).toEqual(plain);
  }
});

describe("a call that makes no sense gives one sentence", () => {
  test.each([
    [
      "TLH_ORDER",
      [transactions, prices],
      "No method was given: write one of FIFO, LIFO, HIFO, LOFO, SPECIFIC.",
    ],
    [
      "TLH_LOTS",
      [transactions, "BEST"],
      '"BEST" is no method: write one of FIFO, LIFO, HIFO, LOFO, SPECIFIC.',
    ],
    [
      "TLH_GAINS",
      [transactions, "FIFO", "last"],
      '"last" is no tax year: write a year such as 2026.',
    ],
    [
      "TLH_FIFO",
      [null, prices],
      "No transactions were given: pass their range with its header row, such as Transactions!A1:N500.",
    ],
    [
      "TLH_FIFO",
      [transactions, prices, "soon"],
      '"soon" is no date for as_of: pass a date cell, or text such as 2026-11-20.',
    ],
    [
      "TLH_TERM",
      ["2026-01-02", "2026-01-01"],
      "The day of sale is before the day of acquisition: swap the two.",
    ],
    [
      "TLH_LONG_TERM_DATE",
      [null],
      "No day of acquisition was given: pass a date cell, or text such as 2026-11-20.",
    ],
  ] satisfies [string, Argument[], string][])("%s", (id, args, sentence) => {
    expect(call(id, ...args)).toEqual({ kind: "error", sentence });
  });
  test("a range without a header row", () => {
    expect(
      call(
        "TLH_FIFO",
        [
          ["a", "b"],
          [1, 2],
        ],
        prices,
      ),
    ).toMatchObject({ kind: "error" });
  });
});

test("an empty ledger gives the header alone", () => {
  const empty = [transactions[0]!];
  for (const id of ["TLH_FIFO", "TLH_LIFO", "TLH_HIFO"]) {
    expect(rowsOf(call(id, empty, prices))).toEqual([]);
  }
  expect(rowsOf(call("TLH_FIFO", empty, [["Asset", "Price"]]))).toEqual([]);
});

describe("dates", () => {
  test("TLH_TERM and TLH_LONG_TERM_DATE take serial numbers and text", () => {
    expect(call("TLH_TERM", 45296, "2025-01-05")).toMatchObject({ value: "Short" });
    expect(call("TLH_TERM", 45296, "2025-01-06")).toMatchObject({ value: "Long" });
    expect(call("TLH_LONG_TERM_DATE", "2024-02-29")).toEqual({
      kind: "value",
      value: 20148,
      format: "date",
    });
  });
  test("as_of is a serial of the workbook's date system", () => {
    const in1904 = call("TLH_FIFO", transactions, prices, 44884, "date_system=1904");
    expect(pick(rowsOf(in1904), "Rebuy from")).toEqual([["2026-12-21"]]);
  });
});

test("TLH_PROBLEMS: the ledger by row, then the prices, then the options", () => {
  const bad = [
    transactions[0]!,
    ["2026-01-01", "Sell", "ETH", 2, 100, "Kraken", ""],
    ["2026-01-02", "Dance", "ETH", 2, 100, "Kraken", ""],
    ["2026-01-01", "Buy", "DOT", 2, 100, "Kraken", ""],
  ];
  const result = call("TLH_PROBLEMS", bad, [...prices, ["BTC", "much", ""]], "colour=blue");
  expect(pick(rowsOf(result), "Row", "Severity")).toEqual([
    [2, "Error"],
    [3, "Error"],
    ["Prices row 3", "Error"],
    [null, "Warning"],
    [null, "Error"],
  ]);
});
