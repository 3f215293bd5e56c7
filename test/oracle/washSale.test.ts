import { describe, expect, it } from "vitest";
import type { LotMethod } from "../../core/ledger/settings.ts";
import { differences, type TextTable } from "../published/tableText.ts";
import { publishedCases } from "../published/publishedCase.ts";
import { oracle } from "./oracle.ts";
import { gainsAsTable, lotsAsTable } from "./oracleTables.ts";
import { readLedger } from "./readLedger.ts";

type Call = { readonly options: string; readonly method?: LotMethod };

/** Rows as text of: date, type, asset, quantity, total, wallet, account. */
const sheet = (...rows: string[]): string[][] => [
  ["Date", "Type", "Asset", "Quantity", "Total", "Wallet", "Account"],
  ...rows.map((row) => row.split(" | ")),
];

function answer(grid: string[][], { options, method = "FIFO" }: Call) {
  return oracle({ ...readLedger(grid, options), method });
}

/** Expected rows, in the columns given. */
const table = (titles: string, ...rows: string[]): TextTable => ({
  titles: titles.split(" | "),
  rows: rows.map((row) => row.split(" | ")),
});

function published(name: string): string[][] {
  const { ledger } = publishedCases().find((each) => each.name === name)!;
  return ledger.map((row) => row.map(String));
}

function expectGains(grid: string[][], call: Call, expected: TextTable): void {
  expect(differences(gainsAsTable(answer(grid, call).gains), expected)).toEqual([]);
}

function expectLots(grid: string[][], call: Call, expected: TextTable): void {
  expect(differences(lotsAsTable(answer(grid, call).lots), expected)).toEqual([]);
}

describe("settings of the wash-sale rule in the oracle", () => {
  it("same_lot=count lets the rest of the sold lot's own purchase replace it", () => {
    const call = { options: "wash=securities; securities=XYZ; same_lot=count" };
    expectGains(published("W13"), call, table("Sold row | Disallowed loss", "3 | 500"));
    expectLots(published("W13"), call, table("Source row | Cost basis", "2 | 3000"));
  });

  it("income_counts=no lets no income replace", () => {
    const call = { options: "wash=securities; securities=EMP; income_counts=no" };
    expectGains(published("W07"), call, table("Sold row | Disallowed loss", "3 | 0"));
    expectLots(published("W07"), call, table("Source row | Cost basis", "4 | 420"));
  });

  it("tacking=add moves a replacement bought before the sale back by all days held", () => {
    // Held from 2025-03-10 to 2026-09-21: 560 days before 2026-09-01.
    const call = { options: "wash=securities; securities=XYZ; tacking=add" };
    const lot = table("Source row | Holding period start", "3 | 2025-02-18");
    expectLots(published("W17"), call, lot);
  });

  it("a coin washes under conservative alone, and never where a coin and a security meet", () => {
    const grid = sheet(
      "2026-01-05 | Buy | BTC | 2 | 20 | A | Taxable",
      "2026-01-05 | Buy | IBIT | 2 | 20 | A | Taxable",
      "2026-05-04 | Sell | BTC | 2 | 10 | A | Taxable",
      "2026-05-04 | Sell | IBIT | 2 | 12 | A | Taxable",
      "2026-05-05 | Buy | BTC | 1 | 5 | A | Taxable",
    );
    const linked = "identical=BTC=IBIT; securities=IBIT";
    const none = table("Sold row | Disallowed loss", "4 | 0", "5 | 0");
    expectGains(grid, { options: linked }, none);
    expectGains(grid, { options: `${linked}; wash=off` }, none);
    expectGains(
      grid,
      { options: `${linked}; wash=conservative` },
      table("Sold row | Disallowed loss", "4 | 5", "5 | 0"),
    );
    expectGains(
      grid,
      { options: "securities=BTC" },
      table("Sold row | Disallowed loss", "4 | 5", "5 | 0"),
    );
  });

  it("a coin sold at a loss and replaced by a security is not tested under securities", () => {
    const grid = sheet(
      "2026-01-05 | Buy | BTC | 2 | 20 | A | Taxable",
      "2026-05-04 | Sell | BTC | 2 | 10 | A | Taxable",
      "2026-05-05 | Buy | IBIT | 1 | 5 | A | Taxable",
    );
    const linked = "identical=BTC=IBIT; securities=IBIT";
    const washed = (options: string, row: string): void => {
      expectGains(grid, { options }, table("Sold row | Disallowed loss", row));
    };
    washed(linked, "3 | 0");
    washed(`${linked}; wash=conservative`, "3 | 5");
  });

  it("identical assets replace each other, and replaces= works one way", () => {
    const grid = sheet(
      "2026-01-05 | Buy | ETH | 1 | 20 | A | Taxable",
      "2026-01-05 | Buy | WETH | 1 | 30 | A | Taxable",
      "2026-05-04 | Sell | ETH | 1 | 10 | A | Taxable",
      "2026-05-06 | Buy | WETH | 1 | 10 | A | Taxable",
      "2026-08-04 | Sell | WETH | 1 | 10 | A | Taxable",
      "2026-08-06 | Buy | ETH | 1 | 10 | A | Taxable",
    );
    const washed = (options: string, ...rows: string[]): void => {
      expectGains(
        grid,
        { options: `wash=conservative; ${options}` },
        table("Sold row | Disallowed loss", ...rows),
      );
    };
    washed("", "4 | 0", "6 | 0");
    washed("identical=ETH=WETH", "4 | 10", "6 | 20");
    washed("replaces=WETH>ETH", "4 | 10", "6 | 0");
  });
});

describe("matching in the oracle", () => {
  it("a unit that replaced one cannot replace another", () => {
    const grid = sheet(
      "2026-01-05 | Buy | ETH | 2 | 20 | A | Taxable",
      "2026-05-04 | Sell | ETH | 1 | 4 | A | Taxable",
      "2026-05-05 | Sell | ETH | 1 | 3 | A | Taxable",
      "2026-05-06 | Buy | ETH | 1 | 5 | A | Taxable",
    );
    const call = { options: "wash=conservative" };
    expectGains(grid, call, table("Sold row | Disallowed loss", "3 | 6", "4 | 0"));
    expectLots(grid, call, table("Source row | Cost basis", "5 | 11"));
  });

  it("the contract's first worked example disallows 1,300", () => {
    const grid = sheet(
      "2024-01-10 | Buy | ETF | 10 | 600 | A | Taxable",
      "2025-12-01 | Buy | ETF | 10 | 1500 | A | Taxable",
      "2026-03-02 | Buy | ETF | 10 | 1800 | A | Taxable",
      "2026-08-03 | Buy | ETF | 10 | 900 | A | Taxable",
      "2026-11-10 | Buy | ETF | 20 | 2000 | B | Taxable",
      "2026-11-20 | Sell | ETF | 30 | 3000 | A | Taxable",
    );
    expectGains(
      grid,
      { options: "securities=ETF" },
      table(
        "Acquired row | Gain or loss | Disallowed loss | Term",
        "2 | 400 | 0 | Long",
        "3 | -500 | 500 | Short",
        "4 | -800 | 800 | Short",
      ),
    );
  });

  it("the contract's second worked example disallows 240, which 40 units take over", () => {
    const grid = sheet(
      "2025-03-03 | Buy | ETF | 100 | 4000 | A | Taxable",
      "2026-11-10 | Buy | ETF | 40 | 2000 | A | Taxable",
      "2026-11-17 | Buy | ETF | 100 | 6600 | A | Taxable",
      "2026-11-20 | Sell | ETF | 100 | 6000 | A | Taxable",
    );
    const call: Call = { options: "securities=ETF", method: "LIFO" };
    expectGains(
      grid,
      call,
      table("Acquired row | Gain or loss | Disallowed loss", "4 | -600 | 240"),
    );
    expectLots(grid, call, table("Source row | Cost basis", "2 | 4000", "3 | 2240"));
  });

  it("a loss in an account that is not on the return is not tested, and uses nothing up", () => {
    const grid = sheet(
      "2026-01-05 | Buy | ETH | 1 | 20 | S | Spouse",
      "2026-01-05 | Buy | ETH | 1 | 20 | A | Taxable",
      "2026-05-04 | Sell | ETH | 1 | 10 | S | Spouse",
      "2026-05-05 | Sell | ETH | 1 | 11 | A | Taxable",
      "2026-05-06 | Buy | ETH | 1 | 11 | A | Taxable",
    );
    expectGains(
      grid,
      { options: "wash=conservative" },
      table("Sold row | Disallowed loss", "5 | 9"),
    );
    expectGains(
      grid,
      { options: "wash=conservative; filing_status=mfj" },
      table("Sold row | Disallowed loss", "4 | 10", "5 | 0"),
    );
  });
});
