import { describe, expect, test } from "vitest";
import type { Argument } from "../../../core/functions/functionSpec.ts";
import fc from "fast-check";
import { publishedCases } from "../../published/publishedCase.ts";
import { call, pick, rowsOf } from "../../support/callFunction.ts";

const HEADINGS = [
  ...["Date", "Type", "Asset", "Quantity", "Price", "Total", "Wallet", "Account"],
  ...["Id", "Acquired", "1099"],
];

type Row = readonly (string | number)[];

/** A ledger of rows that name what they need: `{ Date, Type, … }`. */
const ledger = (...rows: readonly Readonly<Record<string, string | number>>[]): readonly Row[] => [
  HEADINGS,
  ...rows.map((row) => HEADINGS.map((heading) => row[heading] ?? "")),
];

const form = (of: Argument, year: Argument, options = "", method = "FIFO") =>
  rowsOf(call("TLH_FORM_8949", of, method, year, options));

const buy = (Date: string, Asset: string, Quantity: number, Total: number) => ({
  ...{ Date, Type: "Buy", Asset, Quantity, Total, Wallet: "W" },
});
const sell = (Date: string, Asset: string, Quantity: number | string, Total: number) => ({
  ...{ Date, Type: "Sell", Asset, Quantity, Total, Wallet: "W" },
});

test("the columns are those of the contract", () => {
  const result = call("TLH_FORM_8949", ledger(), "FIFO", 2026);
  expect(result.kind === "table" && result.table.columns.map(({ title }) => title)).toEqual([
    "Box",
    "(a) Description",
    "(b) Acquired",
    "(c) Sold",
    "(d) Proceeds",
    "(e) Cost basis",
    "(f) Code",
    "(g) Adjustment",
    "(h) Gain or loss",
  ]);
});

test("a form is of one year: without tax_year it is an error with a sentence", () => {
  for (const year of [undefined, null, "", 0]) {
    expect(call("TLH_FORM_8949", ledger(), "FIFO", year)).toEqual({
      kind: "error",
      sentence: "No tax_year was given: write the year of the form, such as 2026.",
    });
  }
});

describe("boxes", () => {
  const reported = ["basis reported", "basis not reported", ""];
  const sales = (date: string, asset: string) =>
    reported.map((report) => ({ ...sell(date, asset, 1, 10), "1099": report }));

  test("follow kind, term and the ledger's 1099 column, and sort the rows", () => {
    const of = ledger(
      buy("2024-01-01", "ETH", 3, 30),
      buy("2024-01-01", "IBIT", 3, 30),
      buy("2026-01-01", "BTC", 3, 30),
      buy("2026-01-01", "FBTC", 3, 30),
      ...["ETH", "IBIT", "BTC", "FBTC"].flatMap((asset) => sales("2026-06-01", asset)),
    );
    expect(pick(form(of, 2026), "Box", "(a) Description").map((row) => row.join(" "))).toEqual([
      ...["A 1 FBTC", "B 1 FBTC", "C 1 FBTC", "D 1 IBIT", "E 1 IBIT", "F 1 IBIT"],
      ...["G 1 BTC", "H 1 BTC", "I 1 BTC", "J 1 ETH", "K 1 ETH", "L 1 ETH"],
    ]);
  });

  test("a digital asset sold on 2024-12-31 is in C or F, on 2025-01-01 in I or L", () => {
    const of = ledger(
      buy("2023-01-01", "BTC", 2, 20),
      buy("2024-12-01", "ETH", 2, 20),
      ...[sell("2024-12-31", "BTC", 1, 10), sell("2025-01-01", "BTC", 1, 10)],
      ...[sell("2024-12-31", "ETH", 1, 10), sell("2025-01-01", "ETH", 1, 10)],
    );
    expect(pick(form(of, 2024), "Box")).toEqual([["C"], ["F"]]);
    expect(pick(form(of, 2025), "Box")).toEqual([["I"], ["L"]]);
  });
});

describe("columns", () => {
  test("(a) has the exact units, and of a digital asset the transaction's id", () => {
    const of = ledger(
      { ...buy("2026-01-01", "SHIB", 1, 20), Quantity: "120000000000.000000000000000001" },
      {
        ...sell("2026-02-01", "SHIB", "120000000000.000000000000000001", 10),
        Id: "0xabc",
      },
      buy("2026-01-01", "PEPE", 1, 20),
      sell("2026-02-01", "PEPE", "0.00000001", 10),
      buy("2026-01-01", "IBIT", 1, 20),
      { ...sell("2026-02-01", "IBIT", 1, 30), Id: "B-77" },
    );
    expect(pick(form(of, 2026), "(a) Description").flat()).toEqual([
      "1 IBIT",
      "120000000000.000000000000000001 SHIB, transaction 0xabc",
      "0.00000001 PEPE",
    ]);
  });

  test("a wash sale is code W with the loss that it disallows, and (h) is what is left of it", () => {
    const w02 = publishedCases().find(({ name }) => name === "W02")!;
    expect(form(w02.ledger, 1955, w02.options)).toEqual([
      {
        Box: "C",
        "(a) Description": "100 M",
        "(b) Acquired": "1954-09-21",
        "(c) Sold": "1955-01-03",
        "(d) Proceeds": 4000,
        "(e) Cost basis": 5000,
        "(f) Code": "W",
        "(g) Adjustment": 750,
        "(h) Gain or loss": -250,
      },
    ]);
  });

  test("a loss that a retirement account swallows is code W all the same", () => {
    const of = ledger(buy("2025-05-01", "IBIT", 100, 6000), sell("2026-06-10", "IBIT", 100, 5000), {
      ...buy("2026-06-15", "IBIT", 60, 3060),
      Account: "Roth IRA",
    });
    expect(pick(form(of, 2026), "(f) Code", "(g) Adjustment", "(h) Gain or loss")).toEqual([
      ["W", 600, -400],
    ]);
  });

  test("(f) and (g) are blank where nothing is adjusted", () => {
    const of = ledger(buy("2026-01-01", "BTC", 1, 20), sell("2026-02-01", "BTC", 1, 10));
    expect(pick(form(of, 2026), "(f) Code", "(g) Adjustment", "(h) Gain or loss")).toEqual([
      [null, null, -10],
    ]);
  });

  test("what was inherited is so by word, and long-term from the first day", () => {
    const of = ledger(
      { ...buy("2026-01-01", "BTC", 1, 20), Type: "Inherited" },
      sell("2026-02-01", "BTC", 1, 50),
    );
    expect(pick(form(of, 2026), "Box", "(b) Acquired", "(h) Gain or loss")).toEqual([
      ["L", "INHERITED", 30],
    ]);
  });

  describe("a gift worth less than the donor's basis", () => {
    const gift = {
      ...{ Date: "2025-07-01", Type: "Gift received", Asset: "BTC", Quantity: 1, Wallet: "W" },
      ...{ Total: 100, Price: 60, Acquired: "2020-01-01" },
    };
    const sold = (proceeds: number) =>
      pick(
        form(ledger(gift, sell("2026-02-01", "BTC", 1, proceeds)), 2026),
        ...["Box", "(b) Acquired", "(e) Cost basis", "(h) Gain or loss"],
      );
    test("has the donor's date and basis for a gain", () => {
      expect(sold(130)).toEqual([["L", "2020-01-01", 100, 30]]);
    });
    test("has the day and the value of the gift for a loss", () => {
      expect(sold(50)).toEqual([["I", "2025-07-01", 60, -10]]);
    });
    test("has the proceeds as basis between the two, and no gain", () => {
      expect(sold(80)).toEqual([["I", "2025-07-01", 80, 0]]);
    });
  });

  test("units without a lot have proceeds, no basis and no gain, and stand in Part I", () => {
    const of = ledger(buy("2020-01-01", "BTC", 1, 20), sell("2026-02-01", "BTC", 4, 100));
    const titles = ["Box", "(a) Description", "(b) Acquired", "(d) Proceeds", "(e) Cost basis"];
    expect(pick(form(of, 2026), ...titles, "(h) Gain or loss")).toEqual([
      ["I", "3 BTC", null, 75, null, null],
      ["L", "1 BTC", "2020-01-01", 25, 20, 5],
    ]);
  });

  test("units spent on a fee have a row too", () => {
    const of = ledger(buy("2026-01-01", "BTC", 1, 20), {
      ...{ Date: "2026-02-01", Type: "Fee", Asset: "BTC", Quantity: 0.5, Total: 12, Wallet: "W" },
    });
    expect(pick(form(of, 2026), "(a) Description", "(h) Gain or loss")).toEqual([["0.5 BTC", 2]]);
  });
});

test("within a box the rows are in order of disposal, one for each piece of a lot", () => {
  const of = ledger(
    buy("2026-01-01", "BTC", 1, 20),
    buy("2026-01-02", "BTC", 1, 30),
    sell("2026-03-01", "BTC", 1.5, 90),
    buy("2026-01-03", "ADA", 1, 5),
    sell("2026-02-01", "ADA", 1, 6),
  );
  expect(pick(form(of, 2026), "(a) Description", "(c) Sold", "(d) Proceeds")).toEqual([
    ["1 ADA", "2026-02-01", 6],
    ["1 BTC", "2026-03-01", 60],
    ["0.5 BTC", "2026-03-01", 30],
  ]);
});

const sum = (rows: readonly Readonly<Record<string, unknown>>[], title: string): number =>
  rows.reduce((total, row) => total + ((row[title] as number | null) ?? 0), 0);

test.each(publishedCases().filter(({ gains }) => (gains?.rows.length ?? 0) > 0))(
  "published case $name: the form's totals of each year are those of TLH_GAINS",
  ({ ledger: of, method, options }) => {
    const gains = rowsOf(call("TLH_GAINS", of, method, undefined, options));
    for (const year of new Set(gains.map((row) => String(row["Sold"]).slice(0, 4)))) {
      const ofYear = gains.filter((row) => String(row["Sold"]).startsWith(year));
      const rows = form(of, year, options, method);
      expect(rows).toHaveLength(ofYear.length);
      expect(sum(rows, "(d) Proceeds")).toBeCloseTo(sum(ofYear, "Proceeds"), 8);
      expect(sum(rows, "(e) Cost basis")).toBeCloseTo(sum(ofYear, "Cost basis"), 8);
      expect(sum(rows, "(g) Adjustment")).toBeCloseTo(sum(ofYear, "Disallowed loss"), 8);
      expect(sum(rows, "(h) Gain or loss")).toBeCloseTo(sum(ofYear, "Allowed gain or loss"), 8);
    }
    expect(gains.length).toBeGreaterThan(0);
  },
);

test("on any ledger every row adds up, and the rows sum to the allowed gains of the year", () => {
  const day = fc.integer({ min: 1, max: 28 }).map((date) => String(date).padStart(2, "0"));
  const month = fc.constantFrom("2025-11", "2025-12", "2026-01", "2026-02");
  const row = fc.record({
    Date: fc.tuple(month, day).map((parts) => parts.join("-")),
    Type: fc.constantFrom("Buy", "Buy", "Sell", "Income", "Spend"),
    Asset: fc.constantFrom("BTC", "IBIT"),
    Quantity: fc.integer({ min: 1, max: 9 }),
    Total: fc.integer({ min: 1, max: 900 }),
    Wallet: fc.constantFrom("W", "V"),
    "1099": fc.constantFrom("basis reported", "basis not reported", ""),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 4, maxLength: 25 }), (rows) => {
      const of = ledger(...rows);
      const options = "wash=conservative";
      for (const year of [2025, 2026]) {
        const lines = form(of, year, options);
        for (const line of lines) {
          if (line["(e) Cost basis"] === null) continue;
          const parts = [line["(d) Proceeds"], line["(e) Cost basis"], line["(g) Adjustment"]];
          const [proceeds = 0, basis = 0, adjustment = 0] = parts.map(Number);
          expect(line["(h) Gain or loss"]).toBeCloseTo(proceeds - basis + adjustment, 6);
        }
        const gains = rowsOf(call("TLH_GAINS", of, "FIFO", year, options));
        expect(lines).toHaveLength(gains.length);
        expect(sum(lines, "(h) Gain or loss")).toBeCloseTo(sum(gains, "Allowed gain or loss"), 6);
      }
    }),
    { numRuns: 100 },
  );
});
