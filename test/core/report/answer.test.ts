import { describe, expect, test } from "vitest";
import {
  answerOf,
  generateTabs,
  isUnreadable,
  type Answer,
  type CellGrid,
} from "../../../core/index.ts";

const HEADINGS = ["Date", "Type", "Asset", "Quantity", "Total", "Wallet"];

function answer(rows: CellGrid, prices: CellGrid, options = ""): Answer {
  const result = generateTabs(
    {
      transactions: [HEADINGS, ...rows],
      prices: [["Asset", "Price", "As of"], ...prices],
      options,
      asOf: undefined,
    },
    [],
    {
      zones: { offsets: () => undefined, workbookZone: undefined },
      progress: () => undefined,
    },
  );
  if (isUnreadable(result)) throw new Error(result.unreadable);
  return answerOf(result);
}

/** The first worked example of the contract. */
const fourLots: CellGrid = [
  ["2024-01-10", "Buy", "BTC", 10, 600, "Kraken"],
  ["2025-12-01", "Buy", "BTC", 10, 1_500, "Kraken"],
  ["2026-03-02", "Buy", "BTC", 10, 1_800, "Kraken"],
  ["2026-08-03", "Buy", "BTC", 10, 900, "Kraken"],
];
const btcAt100: CellGrid = [["BTC", 100, "2026-11-20"]];

describe("the leading method", () => {
  test("is FIFO where none is on record, with LIFO beside it", () => {
    const { lead, methods } = answer(fourLots, btcAt100);
    expect(lead).toMatchObject({ method: "FIFO", isOnRecord: false, harvestableLoss: 900 });
    expect(methods.map(({ method, harvestableLoss }) => [method, harvestableLoss])).toEqual([
      ["FIFO", 900],
      ["LIFO", 1_200],
    ]);
  });

  test("is the method on record", () => {
    const { lead, methods } = answer(fourLots, btcAt100, "method_since=HIFO 2024-01-01");
    expect(lead).toMatchObject({ method: "HIFO", words: "highest basis first", isOnRecord: true });
    expect(methods.map(({ method }) => method)).toEqual(["FIFO", "LIFO", "HIFO"]);
  });

  test("is that of most wallets where they differ", () => {
    const rows = ["A", "B", "C"].map((wallet) => ["2024-01-10", "Buy", "BTC", 1, 600, wallet]);
    const since = "method_since=LIFO 2024-01-01 @B, LIFO 2024-01-01 @C";
    expect(answer(rows, btcAt100, since).lead.method).toBe("LIFO");
    expect(answer(rows, btcAt100, "method_since=LIFO 2024-01-01 @B").lead.method).toBe("FIFO");
  });
});

test("a sale to make says what, where, how much, and the days to wait for", () => {
  expect(answer(fourLots, btcAt100).sales).toEqual([
    {
      asset: "BTC",
      wallet: "Kraken",
      account: "Taxable",
      quantity: 30,
      proceeds: 3_000,
      loss: 900,
      kept: 900,
      atRisk: 0,
      clearToSell: "2026-11-20",
      rebuyFrom: "2026-12-21",
      taxSaved: null,
    },
  ]);
});

/** The second worked example: a security, of which LIFO disallows 240. */
const security: CellGrid = [
  ["2025-03-03", "Buy", "SEC", 100, 4_000, "Kraken"],
  ["2026-11-10", "Buy", "SEC", 40, 2_000, "Kraken"],
  ["2026-11-17", "Buy", "SEC", 100, 6_600, "Kraken"],
];

test("totals say what is disallowed now, and what would be if the rule were extended", () => {
  const prices: CellGrid = [["SEC", 60, "2026-11-20"]];
  const lifo = (options: string) =>
    answer(security, prices, `method_since=LIFO 2024-01-01; ${options}`);
  expect(lifo("securities=SEC").lead).toMatchObject({
    harvestableLoss: 600,
    disallowedNow: 240,
    lossKept: 360,
    atRisk: 240,
  });
  expect(lifo("").lead).toMatchObject({ disallowedNow: 0, lossKept: 600, atRisk: 240 });
  expect(lifo("securities=SEC").sales[0]).toMatchObject({ kept: 360, clearToSell: "2026-12-11" });
});

/** The third worked example: two rows with a short-term gain of 10,000 realized. */
const twoAssets: CellGrid = [
  ["2026-01-05", "Buy", "B", 1, 10_000, "W"],
  ["2026-01-05", "Buy", "A", 1, 20_000, "W"],
  ["2026-01-05", "Buy", "C", 1, 10_000, "W"],
  ["2026-06-01", "Sell", "C", 1, 20_000, "W"],
];
const twoPrices: CellGrid = [
  ["A", 8_000, "2026-11-20"],
  ["B", 4_000, "2026-11-20"],
];

describe("the sales", () => {
  test("stand in the order of the tax that they save; the totals are of all together", () => {
    const { sales, lead } = answer(twoAssets, twoPrices, "taxable_income=150000");
    expect(sales.map(({ asset, taxSaved }) => [asset, taxSaved])).toEqual([
      ["A", 2_880],
      ["B", 1_440],
    ]);
    expect(lead).toMatchObject({ taxSaved: 3_120, carriedForward: 5_000 });
  });

  test("stand in the order of the loss kept where no tax is worked out", () => {
    expect(answer(twoAssets, twoPrices).sales.map(({ asset, kept }) => [asset, kept])).toEqual([
      ["A", 12_000],
      ["B", 6_000],
    ]);
  });

  test("leave out losses below min_loss and losses that are disallowed whole, and count them", () => {
    const small = answer(twoAssets, twoPrices, "min_loss=7000");
    expect(small.sales.map(({ asset }) => asset)).toEqual(["A"]);
    expect(small.leftOut).toEqual({ disallowed: 0, small: 1, unpriced: 0 });
    const rebought: CellGrid = [
      ["2026-01-05", "Buy", "SEC", 10, 1_000, "W"],
      ["2026-11-15", "Buy", "SEC", 10, 500, "V"],
    ];
    const washed = answer(rebought, [["SEC", 50, "2026-11-20"]], "securities=SEC");
    expect(washed.sales).toEqual([]);
    expect(washed.leftOut).toEqual({ disallowed: 1, small: 0, unpriced: 0 });
    expect(washed.lead).toMatchObject({ harvestableLoss: 500, lossKept: 0 });
  });
});

test("losses by asset are summed over wallets, largest first", () => {
  const rows: CellGrid = [
    ["2026-01-05", "Buy", "B", 1, 300, "W"],
    ["2026-01-05", "Buy", "A", 1, 150, "W"],
    ["2026-01-05", "Buy", "A", 1, 400, "V"],
    ["2026-01-05", "Buy", "UP", 1, 1, "V"],
  ];
  const prices = ["A", "B", "UP"].map((asset) => [asset, 100, "2026-11-20"]);
  expect(answer(rows, prices).lossByAsset).toEqual([
    { asset: "A", loss: 350 },
    { asset: "B", loss: 200 },
  ]);
});

describe("problems", () => {
  test("are in words, errors first, each with its range and row", () => {
    const { problems, counts } = answer(
      [
        ["2026-01-05", "Buy", "BTC", 1, 300, "W"],
        ["2026-01-05", "Dance", "BTC", 1, 300, "W"],
      ],
      [
        ["BTC", 100, "2020-01-01"],
        ["ETH", "x", "2026-11-20"],
      ],
      "wash=maybe; as_of=2026-11-20",
    );
    expect(problems.map(({ source, row, severity }) => [source, row, severity])).toEqual([
      ["transactions", 3, "Error"],
      ["prices", 3, "Error"],
      ["options", null, "Error"],
      ["prices", 2, "Warning"],
    ]);
    expect(problems[0]?.problem).toContain("Dance");
    expect(problems[0]?.whatToDo).not.toBe("");
    expect(counts).toEqual({ transactions: 1, positions: 1, errors: 3, warnings: 1 });
  });

  test("are listed up to 200 and counted whole", () => {
    const rows = Array.from({ length: 250 }, () => ["2026-01-05", "Dance", "BTC", 1, 300, "W"]);
    const { problems, counts } = answer(rows, btcAt100);
    expect(problems).toHaveLength(200);
    expect(counts.errors).toBe(250);
  });
});

test("remarks say what is assumed and what is missing; the law has its date", () => {
  const { remarks, law, lawChecked, notTaxAdvice, leftOut } = answer(fourLots, []);
  expect(remarks.join(" ")).toContain("Assumes that past disposals were relieved by FIFO");
  expect(remarks.join(" ")).toContain("1 row is without a price");
  expect(leftOut.unpriced).toBe(1);
  expect(law).toContain(lawChecked);
  expect(lawChecked).toBe("2026-11-22");
  expect(notTaxAdvice).toContain("Not tax advice");
});

test("an answer survives JSON unchanged", () => {
  const whole = answer(twoAssets, twoPrices, "taxable_income=150000; wash=maybe");
  expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
});

test("an empty ledger has an answer with nothing in it", () => {
  expect(answer([], btcAt100)).toMatchObject({
    lead: { method: "FIFO", harvestableLoss: 0 },
    sales: [],
    lossByAsset: [],
    counts: { transactions: 0, positions: 0, errors: 0, warnings: 0 },
  });
});
