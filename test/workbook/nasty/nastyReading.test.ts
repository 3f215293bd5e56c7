import { describe, expect, test } from "vitest";

import type { CellValue } from "../../../core/index.ts";
import { readWorkbook } from "../../../workbook/read/readWorkbook.ts";
import { isRefusal } from "../../../workbook/refusals.ts";
import { SHEETS } from "./bookParts.ts";
import { PRICE_ROWS, TRANSACTION_HEADINGS, TRANSACTION_ROWS } from "./ledgerRows.ts";
import { NASTY_VARIANTS, nastyWorkbook, type NastyVariant } from "./nastyWorkbook.ts";

describe.each(NASTY_VARIANTS)("reading the nasty workbook $name", (variant) => {
  const cell = (sheet: string, row: number, column: number): CellValue =>
    gridOf(variant, sheet)[row - 1]?.[column - 1] ?? null;

  test("the ledger is as entered: text stays text, dates count from the workbook's own day", () => {
    const grid = gridOf(variant, "Transactions");
    expect(grid[0]).toEqual(TRANSACTION_HEADINGS);
    TRANSACTION_ROWS.forEach((entries, index) => {
      const stored = entries.map((entry) =>
        typeof entry === "object" ? serialOf(entry.day, variant) : (entry ?? null),
      );
      expect(grid[index + 1]?.slice(0, entries.length)).toEqual(stored);
    });
  });

  test("prices, one of them computed, are numbers", () => {
    expect(gridOf(variant, "prices").slice(1)).toEqual(
      PRICE_ROWS.map(([asset, price, asOf]) => [asset, price, serialOf(asOf, variant)]),
    );
  });

  test("rich text, errors, flags and results of every kind of formula are read as stored", () => {
    expect(cell("Dashboard", 1, 1)).toBe("Rich title");
    expect(cell("Dashboard", 5, 8)).toBe(6);
    expect(cell("Dashboard", 6, 5)).toBe(4507.5 / 45_467.5);
    expect(cell("Dashboard", 7, 8)).toEqual({ fault: "error", text: "#DIV/0!" });
    expect(cell("Dashboard", 9, 8)).toEqual({ fault: "error", text: "#REF!" });
    expect(cell("Dashboard", 9, 9)).toBe(true);
    expect(cell("Dashboard", 11, 8)).toBe("Assets: 4");
    expect(cell("Dashboard", 12, 8)).toBe(false);
    expect(cell("R&D > O'Neil", 1, 1)).toBe("=1+1");
  });

  test("a formula without a value is a fault, never zero", () => {
    const uncached = { fault: "uncached-formula", text: "=B4+B5" };
    expect(cell("Dashboard", 17, 8)).toEqual(variant.syntax === "openpyxl" ? uncached : null);
  });

  test("sheets, their state, names and tables are found", () => {
    const workbook = opened(variant);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(SHEETS.map(({ name }) => name));
    expect(workbook.tables.map(({ name }) => name).sort(byText)).toEqual(["Holdings", "PriceList"]);
    expect(workbook.dateSystem).toBe(variant.dateSystem);
    expect(workbook.macroEnabled).toBe(variant.extension === "xlsm");
  });
});

function opened(variant: NastyVariant) {
  const workbook = readWorkbook(nastyWorkbook(variant));
  if (isRefusal(workbook)) throw new Error(workbook.refusal);
  return workbook;
}

function gridOf(variant: NastyVariant, sheet: string) {
  const cells = opened(variant).readSheet(sheet);
  if (isRefusal(cells)) throw new Error(cells.refusal);
  return cells.grid;
}

/** 2024-01-10 is 45301 where days count from 1900 and 43839 where they count from 1904. */
function serialOf(day: string, { dateSystem }: NastyVariant): number {
  const daysFromFirst = (Date.parse(day) - Date.parse("2024-01-10")) / 86_400_000;
  return daysFromFirst + (dateSystem === 1904 ? 43_839 : 45_301);
}

const byText = (one: string, other: string): number => (one < other ? -1 : 1);
