import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UTC } from "../../../core/calendar/timeZone.ts";
import type { CellGrid, CellValue } from "../../../core/ledger/cells.ts";
import { isLedger, parseLedger } from "../../../core/ledger/parseLedger.ts";
import { DEFAULT_SETTINGS } from "../../../core/ledger/parseSettings.ts";
import { problemText } from "../../../core/ledger/problemText.ts";
import { codesOf, linesOf, readLedger } from "../../support/readLedger.ts";

const row = ["2026-01-05", "Buy", "A", 1, 10];

describe("the header row", () => {
  test.each<[string, CellValue[]]>([
    ["any case", ["DATE", "type", "aSSet", "QUANTITY", "Price"]],
    [
      "underscores and spaces",
      ["Trade_Date", "Transaction Type", " asset ", "quantity", "unit_price"],
    ],
    ["a byte order mark", ["\uFEFFDate", "Type", "Asset", "Quantity", "Price"]],
    ["remarks", ["Date (UTC)", "Type", "Asset", "Quantity (optional)", "Price (USD)"]],
    ["synonyms", ["Timestamp", "Action", "Coin", "Qty", "Price per unit"]],
  ])("matches with %s", (_, header) => {
    expect(linesOf(readLedger([header, row]))).toEqual(["2: 2026-01-05 purchase 1 A for 10 in "]);
  });
  test("may stand below a preamble of nine rows, not of ten", () => {
    const header = ["Date", "Type", "Asset", "Quantity", "Price"];
    const preamble = (rows: number): CellGrid => Array.from({ length: rows }, () => ["Portfolio"]);
    expect(linesOf(readLedger([...preamble(9), header, row]))[0]).toMatch(/^11:/);
    expect(parseLedger([...preamble(10), header, row], DEFAULT_SETTINGS, UTC)).toHaveProperty(
      "unreadable",
    );
  });
  test("its columns may stand in any order, with others between", () => {
    const grid = [
      ["Price", "Rank", "Quantity", "Asset", "Type", "Date"],
      [10, 7, 1, "A", "Buy", "2026-01-05"],
    ];
    expect(linesOf(readLedger(grid))).toEqual(["2: 2026-01-05 purchase 1 A for 10 in "]);
  });
  test("a subtotal beats a total, which may have the fee in it, wherever they stand", () => {
    const grid = [
      ["Date", "Type", "Asset", "Quantity", "Total", "Subtotal", "Fee"],
      ["2026-01-05", "Buy", "A", 1, 101, 100, 1],
    ];
    expect(linesOf(readLedger(grid))).toEqual(["2: 2026-01-05 purchase 1 A for 101 in "]);
  });
  test("where there is none, the sentence says what was seen and what is needed", () => {
    const seen = parseLedger([["Hello"], ["Date", "Type", "Total"]], DEFAULT_SETTINGS, UTC);
    expect(seen).toEqual({
      unreadable:
        "No header row was found: none of the first 10 rows has all that is needed; row 2 comes nearest with Date, Type, Total. Name the columns Date, Type, Asset, Quantity, and Price or Total; or Date, Sent Amount, Sent Currency, Received Amount and Received Currency.",
    });
    expect(parseLedger([], DEFAULT_SETTINGS, UTC)).toHaveProperty("unreadable");
    expect(isLedger([["Hello"], ["Date", "Type", "Total"]])).toBe(false);
    expect(isLedger([["Date", "Type", "Asset", "Quantity"]])).toBe(true);
  });
});

describe("assets", () => {
  const grid = [
    ["Date", "Type", "Asset", "Quantity", "Total"],
    ["2026-01-05", "Buy", "ibit", 1, 10],
    ["2026-01-05", "Buy", "WETH", "0.0000000001", 10],
    ["2026-01-05", "Buy", "ETH", 1, 10],
    ["2026-01-05", "Buy", "BTC", 1, 10],
  ];
  const assets = (options: string) =>
    readLedger(grid, options).assets.map(({ symbol, decimals, isSecurity, washGroup }) =>
      [symbol, decimals, isSecurity ? "security" : "coin", washGroup].join(" "),
    );
  test("stand alone, and funds that hold coins are securities", () => {
    expect(assets("")).toEqual([
      "ibit 8 security IBIT",
      "WETH 10 coin WETH",
      "ETH 8 coin ETH",
      "BTC 8 coin BTC",
    ]);
  });
  test("of one identical group share the group and the decimals", () => {
    expect(assets("identical=eth=weth=steth; securities=BTC")).toEqual([
      "ibit 8 coin IBIT",
      "WETH 10 coin ETH",
      "ETH 10 coin ETH",
      "BTC 8 security BTC",
    ]);
  });
  test("of a replacing pair share the decimals alone; * makes all securities", () => {
    expect(assets("replaces=BTC>WETH; securities=*")).toEqual([
      "ibit 8 security IBIT",
      "WETH 10 security WETH",
      "ETH 8 security ETH",
      "BTC 10 security BTC",
    ]);
  });
});

/** Whatever the cells hold, no row vanishes, and nothing is thrown. */
describe("random cells", () => {
  const words = [
    ...["Buy", "Sell", "Trade", "Transfer", "Fee", "Gift received", "Gift sent", "Income", "Lost"],
    ...["deposit", "short sell", "reward", "ignored", "BTC", "ETH", "btc", "USD", "EUR", "USDC"],
    ...["2026-01-05", "1/5/2026 3:04 PM", "13/01/2026", "2026-06-31", "Kraken", "Cold", "kraken"],
    ...["a1", "a1:0.5", "a1:0.5; a2:1", ";", ":", "zero", "1,5", "$1,000", "(3)", "-2", "24%"],
    ...[
      "0.000000000000000001",
      "1e30",
      "1e-30",
      "IRA",
      "basis reported",
      "#N/A",
      "=A1",
      " ",
      "\u0000",
    ],
  ];
  const cell: fc.Arbitrary<CellValue> = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...words) },
    { weight: 4, arbitrary: fc.constantFrom(0, 1, 2, 0.5, -1, 45296, 45296.5, 1e21) },
    { weight: 1, arbitrary: fc.double() },
    { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
    { weight: 2, arbitrary: fc.constantFrom(null, true, false, "") },
    { weight: 1, arbitrary: fc.constant({ fault: "error", text: "#REF!" } as const) },
  );
  // Mostly sensible cells, so that rows reach the far end of the reading.
  const oneAsset = fc.tuple(
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom<CellValue>("2026-01-05", 46000.25) }, cell),
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom<CellValue>(...words.slice(0, 12)) }, cell),
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom<CellValue>("BTC", "ETH", "USD") }, cell),
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom<CellValue>(1, "0.5", 2) }, cell),
    ...Array.from({ length: 10 }, () => fc.oneof(cell, fc.constant(null), fc.constant(null))),
  );
  const twoSides = fc.tuple(
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom<CellValue>("2026-01-05", 46000.25) }, cell),
    ...["sent", "received", "fee", "worth"].flatMap(() => [
      fc.oneof({ weight: 6, arbitrary: fc.constantFrom<CellValue>(1, "0.5", 2, null) }, cell),
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom<CellValue>("BTC", "ETH", "USD", null) },
        cell,
      ),
    ]),
    ...Array.from({ length: 10 }, () => fc.oneof(cell, fc.constant(null), fc.constant(null))),
  );
  const headers = {
    oneAsset:
      "Date|Type|Asset|Quantity|Price|Total|Fee|Wallet|Account|To wallet|Lot|Id|Acquired|1099".split(
        "|",
      ),
    twoSides:
      "Date|Sent Amount|Sent Currency|Received Amount|Received Currency|Fee Amount|Fee Currency|Net Worth Amount|Net Worth Currency|Label|Type|Sending Wallet|Receiving Wallet|Id|Lot|Account|Received Cost Basis|Acquired|Fee Value".split(
        "|",
      ),
  };
  const options = fc.constantFrom("", "transfer_fee=basis", "securities=*; identical=BTC=ETH");

  test.each([
    ["one asset", headers.oneAsset, oneAsset],
    ["two sides", headers.twoSides, twoSides],
  ] as const)("with %s: every row is used, or is an Error, or is blank", (_, header, cells) => {
    fc.assert(
      fc.property(
        fc.array(cells as fc.Arbitrary<CellValue[]>, { maxLength: 8 }),
        options,
        (rows, chosen) => {
          const ledger = readLedger([header, ...rows], chosen);
          const used = new Set<number>(ledger.withoutEffect);
          for (const transaction of ledger.transactions) {
            used.add(transaction.row);
            if (transaction.kind === "transfer") {
              for (const fee of transaction.fees) used.add(fee.row);
            }
          }
          const refused = new Set<number | undefined>(
            ledger.problems
              .filter(({ severity }) => severity === "Error")
              .map((problem) => problem.row),
          );
          rows.forEach((_cells, index) => {
            const number = index + 2;
            const isBlank = rows[index]!.every(
              (value) =>
                value === null || value === 0 || (typeof value === "string" && value.trim() === ""),
            );
            const states = [used.has(number), refused.has(number), isBlank].filter(Boolean);
            expect(states).toHaveLength(1);
          });
          for (const { quantity, row: number } of ledger.transactions) {
            expect(quantity > 0).toBe(true);
            expect(number).toBeGreaterThan(1);
          }
          for (const problem of ledger.problems) {
            const { problem: found, whatToDo } = problemText(problem);
            expect(found).toMatch(/^["A-Z0-9].*\.$/s);
            expect(whatToDo).toMatch(/^[A-Z].*\.$/s);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
  test("of any shape never throw", () => {
    const anyRow = fc.array(fc.oneof(cell, fc.constantFrom<CellValue>(...headers.oneAsset)), {
      maxLength: 14,
    });
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 6 }), (grid) => {
        parseLedger(grid, DEFAULT_SETTINGS, UTC);
      }),
      { numRuns: 500 },
    );
  });
});

test("transactions are in row order, and problems too", () => {
  const grid = [
    ["Date", "Type", "Asset", "Quantity", "Total", "Lot", "Id"],
    ["2026-01-05", "Sell", "A", 1, 10, "nothing", ""],
    ["2026-01-05", "Buy", "A", 1, 10, "", "x"],
    ["2026-01-05", "Buy", "A", 1, 10, "", "x"],
    ["2026-01-05", "Buy", "A", -1, 10, "", "x"],
  ];
  expect(codesOf(readLedger(grid))).toEqual([
    "2 Error lot-unknown",
    "4 Warning duplicate-row",
    "5 Error bad-number",
  ]);
  expect(readLedger(grid).transactions.map((transaction) => transaction.row)).toEqual([3, 4]);
});
