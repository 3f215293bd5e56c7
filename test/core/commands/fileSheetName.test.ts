import { expect, test } from "vitest";
import { detectSheets } from "../../../core/commands/detectSheets.ts";
import { fileSheetName } from "../../../core/commands/fileSheetName.ts";

test.each([
  ["a ledger", "trades", ["Date", "Type", "Asset", "Quantity", "Total"], "trades"],
  ["prices with quantities", "quotes", ["Asset", "Quantity", "Price"], "quotes"],
  ["settings", "choices", ["scope", "wallet"], "choices"],
  ["something else", "invoices", ["Invoice", "Amount"], "invoices"],
  [
    "a broker's form",
    "gain-loss 2026",
    ["Asset Name", "Date of Sale", "Date Acquired", "Gross Proceeds", "Cost Basis"],
    "1099 gain-loss 2026",
  ],
  ["a form that says so", "my 1099-DA", ["Asset", "Date sold", "Proceeds"], "my 1099-DA"],
  ["balances", "kraken", ["Asset", "Quantity", "Wallet"], "Balances kraken"],
  ["balances that say so", "balance of May", ["Asset", "Quantity"], "balance of May"],
])("a file with %s: %s", (_, name, headings, expected) => {
  expect(fileSheetName(name, [headings])).toBe(expected);
});

test("under that name the sheet is found as what its file is", () => {
  const grids = {
    trades: [["Date", "Type", "Asset", "Quantity", "Total"]],
    gains: [["Asset", "Date sold", "Proceeds"]],
    units: [["Asset", "Quantity"]],
  };
  const sheets = Object.entries(grids).map(([name, grid]) => ({
    name: fileSheetName(name, grid),
    grid,
  }));
  expect(detectSheets(sheets)).toMatchObject({
    transactions: "trades",
    statements: { balances: "Balances units", brokers: ["1099 gains"] },
    unused: [],
  });
});
