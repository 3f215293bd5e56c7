import { expect, test } from "vitest";
import { bookCells } from "../../cli/bookCells.ts";
import { readCommandLine } from "../../cli/commandLine.ts";
import type { InputWorkbook } from "../../cli/inputFile.ts";

test("statements of balances and of brokers are read beside the ledger, and named", () => {
  const balances = [["Asset", "Quantity"]];
  const broker = [["Asset", "Date sold", "Proceeds"]];
  const input: InputWorkbook = {
    bytes: new Uint8Array(),
    dateSystem: 1900,
    isOfCsvFiles: true,
    merged: undefined,
    sheets: [
      { name: "Coins", grid: [["Date", "Type", "Asset", "Quantity", "Total"]] },
      { name: "kraken-1099-DA", grid: broker },
      { name: "balances", grid: balances },
    ],
  };
  const request = readCommandLine([]);
  if ("usage" in request) throw new Error(request.usage);
  const found = bookCells(input, request);
  if ("refusal" in found) throw new Error(found.refusal);
  expect(found.cells.statements).toEqual({
    balances,
    brokers: [{ name: "kraken-1099-DA", grid: broker }],
  });
  expect(found.sources).toBe(
    'transactions: sheet "Coins", prices: none, settings: none, balances: sheet "balances", brokers\' rows: sheet "kraken-1099-DA"',
  );
});

test("every sheet of brokers' rows is read", () => {
  const broker = [["Asset", "Date sold", "Proceeds"]];
  const input: InputWorkbook = {
    bytes: new Uint8Array(),
    dateSystem: 1900,
    isOfCsvFiles: false,
    merged: undefined,
    sheets: [
      { name: "Coins", grid: [["Date", "Type", "Asset", "Quantity", "Total"]] },
      { name: "1099 Kraken", grid: broker },
      { name: "1099 Gemini", grid: broker },
    ],
  };
  const request = readCommandLine([]);
  if ("usage" in request) throw new Error(request.usage);
  const found = bookCells(input, request);
  if ("refusal" in found) throw new Error(found.refusal);
  expect(found.sources).toContain('brokers\' rows: sheets "1099 Kraken", "1099 Gemini"');
  expect(found.cells.statements?.brokers?.map(({ name }) => name)).toEqual([
    "1099 Kraken",
    "1099 Gemini",
  ]);
});
