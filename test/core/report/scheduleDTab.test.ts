import { describe, expect, test } from "vitest";
import type { TableCell } from "../../../core/index.ts";
import { readAnswers } from "../../published/publishedCase.ts";
import { tabOf } from "../../support/makeTab.ts";

type Grid = readonly (readonly (string | number)[])[];

const TITLES = ["Date", "Type", "Asset", "Quantity", "Total", "Wallet", "1099"];

/** A ledger whose short-term and long-term gains of 2026 are these. */
const withGains = (shortGain: number, longGain: number): Grid => [
  TITLES,
  ["2026-01-10", "Buy", "S", 1, 100_000, "W", ""],
  ["2020-01-10", "Buy", "L", 1, 100_000, "W", ""],
  ["2026-06-01", "Sell", "S", 1, 100_000 + shortGain, "W", ""],
  ["2026-06-01", "Sell", "L", 1, 100_000 + longGain, "W", ""],
];

const tab = (of: Grid, options = "") => tabOf("Schedule D and Carryover", of, options);

/** The last column by line; the row of Form 1040 under its name. */
const lines = (of: Grid, options = ""): Readonly<Record<string, TableCell | undefined>> =>
  Object.fromEntries<TableCell | undefined>(
    tab(of, options).table.rows.map((row) => [
      row[1] === "Form 1040" || row[0] === "other"
        ? `${row[1]!} ${row[0] ?? ""}`.trim()
        : String(row[0]),
      row[6],
    ]),
  );

const worksheet = (of: Grid, options = "") =>
  tab(of, options).sections[0]!.table.rows.map((row) => row[3]);

describe("published cases, their gains made by sales", () => {
  type Case = {
    readonly name: string;
    readonly shortGain: number;
    readonly longGain: number;
    readonly filingStatus: string;
    readonly taxableIncome: number;
    readonly carryoverShort: number;
    readonly carryoverLong: number;
    readonly amounts: Readonly<Record<string, number | null>>;
  };
  const { carryover } = JSON.parse(readAnswers("netting.json")) as { carryover: readonly Case[] };

  test("are all there", () => {
    expect(carryover.map(({ name }) => name.slice(0, 3))).toEqual([
      ...["N01", "N03", "N05", "N07", "N09", "N11", "N13"],
    ]);
  });

  test.each(carryover)("$name", (of) => {
    const { amounts } = of;
    const capital = amounts["Form 1040 capital gain"]!;
    const options = [
      `filing_status=${of.filingStatus}`,
      // The setting is the income before gains, the case's line 15 is after them.
      `taxable_income=${of.taxableIncome - capital}`,
      `carryover_short=${of.carryoverShort}; carryover_long=${of.carryoverLong}`,
    ].join("; ");
    const grid = withGains(of.shortGain, of.longGain);
    expect(lines(grid, options)).toMatchObject({
      "3": of.shortGain,
      "6": -of.carryoverShort || 0,
      "7": amounts["Schedule D line 7"],
      "10": of.longGain,
      "14": -of.carryoverLong || 0,
      "15": amounts["Schedule D line 15"],
      "16": amounts["Schedule D line 16"],
      "21": -amounts["Schedule D line 21"]! || 0,
      "Form 1040": capital,
    });
    const shown = worksheet(grid, options);
    for (let line = 1; line <= 13; line++) {
      if (line === 8 || line === 13) continue;
      expect([line, shown[line - 1]]).toEqual([line, amounts[`Worksheet line ${line}`]]);
    }
    expect(shown[7]).toBe(amounts["Short-term carryover"]);
    expect(shown[12]).toBe(amounts["Long-term carryover"]);
  });
});

test("each line takes the totals of its two boxes", () => {
  const of: Grid = [
    TITLES,
    ["2026-01-10", "Buy", "BTC", 3, 30, "W", ""],
    ["2026-01-10", "Buy", "IBIT", 1, 10, "W", ""],
    ["2020-01-10", "Buy", "ETH", 3, 30, "W", ""],
    ["2026-06-01", "Sell", "BTC", 1, 11, "W", "basis reported"],
    ["2026-06-01", "Sell", "IBIT", 1, 12, "W", "basis reported"],
    ["2026-06-01", "Sell", "BTC", 1, 13, "W", "basis not reported"],
    ["2026-06-01", "Sell", "BTC", 1, 14, "W", ""],
    ["2026-06-01", "Sell", "ETH", 1, 21, "W", "basis reported"],
    ["2026-06-01", "Sell", "ETH", 1, 22, "W", "basis not reported"],
    ["2026-06-01", "Sell", "ETH", 1, 23, "W", ""],
  ];
  const rows = tab(of).table.rows.filter((row) => row[3] !== null);
  expect(rows.map(([line, , , ...amounts]) => [line, ...amounts])).toEqual([
    ["1b", 23, 20, 0, 3],
    ["2", 13, 10, 0, 3],
    ["3", 14, 10, 0, 4],
    ["8b", 21, 10, 0, 11],
    ["9", 22, 10, 0, 12],
    ["10", 23, 10, 0, 13],
  ]);
});

test("a loss that is disallowed is in no line, its adjustment is shown", () => {
  const of: Grid = [
    TITLES,
    ["2026-01-10", "Buy", "IBIT", 10, 500, "W", ""],
    ["2026-06-01", "Sell", "IBIT", 10, 400, "W", ""],
    ["2026-06-10", "Buy", "IBIT", 4, 170, "W", ""],
  ];
  const row = tab(of).table.rows.find(([line]) => line === "3");
  expect(row!.slice(3)).toEqual([400, 500, 40, -60]);
});

test("gains from elsewhere have lines of their own", () => {
  const of = lines(withGains(100, 200), "other_short_gain=7; other_long_gain=-5");
  expect(of["I, short-term other"]).toBe(7);
  expect(of["II, long-term other"]).toBe(-5);
  expect([of["7"], of["15"]]).toEqual([107, 195]);
});

test("the capital gain line of Form 1040 is 7 for 2024, 7a for 2025, and words for other years", () => {
  const line = (year: number) => {
    const { heading, table } = tab(withGains(0, 0), `tax_year=${year}`);
    return [table.rows.find((row) => row[1] === "Form 1040")![0], heading.join(" ")] as const;
  };
  expect(line(2024)[0]).toBe("7");
  expect(line(2025)[0]).toBe("7a");
  expect(line(2025)[1]).toContain("goes to line 7a of Form 1040 for 2025");
  expect(line(2026)[0]).toBeNull();
  expect(line(2026)[1]).toContain("goes to the capital gain or loss line of Form 1040 for 2026");
});

test("the heading says what losses do, in the law's order", () => {
  expect(tab(withGains(0, 0)).heading.join("\n")).toContain(
    "Losses first offset capital gains in full. Of what is left, up to $3,000 a year ($1,500 if married filing separately) reduces other income; the rest carries forward",
  );
});

describe("the carryover worksheet", () => {
  test("without a taxable income all of line 21 is taken as used, and the tab says so", () => {
    const of = withGains(-5000, 0);
    expect(worksheet(of)).toEqual([
      ...[null, 3000, null, 3000, 5000, 0, 3000, 2000],
      ...[null, null, null, null, 0],
    ]);
    expect(tab(of).sections[0]!.remark).toContain("Without taxable_income");
    expect(tab(of, "taxable_income=50000").sections[0]!.remark).toContain("Line 1 is");
  });
  test("names the lines of the next year", () => {
    const rows = tab(withGains(-5000, 0)).sections[0]!.table.rows;
    expect([rows[7]![1], rows[12]![1]]).toEqual(["2027 line 6", "2027 line 14"]);
  });
});

describe("further tables", () => {
  const titles = (of: Grid, options = "") => tab(of, options).sections.map(({ title }) => title);
  const tax = "Tax on the gains of 2026";

  test("tax on the gains, by brackets, where the income is known and no flat rate is chosen", () => {
    const of = withGains(10_000, 0);
    expect(titles(of)).not.toContain(tax);
    expect(titles(of, "taxable_income=150000; short_rate=0.3")).not.toContain(tax);
    const table = tab(of, "taxable_income=150000; state_rate=5%").sections.find(
      ({ title }) => title === tax,
    )!.table;
    // 24% of 10,000 between 105,700 and 201,775; 5% of the same.
    expect(table.rows.slice(2).map((row) => row[3])).toEqual([2400, 500]);
  });

  test("losses that a purchase can still wash, by the end of their windows", () => {
    const of: Grid = [
      TITLES,
      ["2026-01-10", "Buy", "IBIT", 10, 500, "W", ""],
      ["2026-11-01", "Sell", "IBIT", 4, 160, "W", ""],
      ["2026-11-10", "Sell", "IBIT", 2, 80, "W", ""],
      ["2026-11-10", "Sell", "IBIT", 1, 40, "W", ""],
    ];
    const open = (asOf: string) =>
      tab(of, `as_of=${asOf}`)
        .sections.find(({ title }) => title === "Losses that may still be washed")
        ?.table.rows.map((row) => [row[1], row[3]]);
    expect(open("2026-11-15")).toEqual([
      ["short-term", 40],
      ["short-term", 30],
    ]);
    expect(open("2026-12-05")).toEqual([["short-term", 30]]);
    expect(open("2026-12-10")).toBeUndefined();
  });
});
