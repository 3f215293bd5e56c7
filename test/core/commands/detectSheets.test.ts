import { expect, test } from "vitest";
import { detectSheets } from "../../../core/commands/detectSheets.ts";

const ledger = [["Date", "Type", "Asset", "Quantity", "Total"]];
const koinly = [["Date", "Sent Amount", "Sent Currency", "Received Amount", "Received Currency"]];
const prices = [["Asset", "Price", "As of"]];
const settings = [
  ["scope", "wallet"],
  ["as_of", "2026-11-20"],
];
const other = [["Invoice", "Amount"]];

test("sheets are found by their headings, whatever they are called", () => {
  expect(
    detectSheets([
      { name: "Invoices", grid: other },
      { name: "Choices", grid: settings },
      { name: "Quotes", grid: prices },
      { name: "My coins", grid: ledger },
    ]),
  ).toEqual({
    transactions: "My coins",
    prices: "Quotes",
    settings: "Choices",
    unused: [{ name: "Invoices", fits: undefined }],
  });
});

test("of several that fit, the usual name goes first, else the first in the workbook", () => {
  const sheets = [
    { name: "Old ledger", grid: koinly },
    { name: "transactions ", grid: ledger },
    { name: "Old prices", grid: prices },
    { name: "Prices 2", grid: prices },
  ];
  expect(detectSheets(sheets)).toEqual({
    transactions: "transactions ",
    prices: "Old prices",
    settings: undefined,
    unused: [
      { name: "Old ledger", fits: "transactions" },
      { name: "Prices 2", fits: "prices" },
    ],
  });
});

test("none that fits is none", () => {
  expect(detectSheets([{ name: "Invoices", grid: other }])).toEqual({
    transactions: undefined,
    prices: undefined,
    settings: undefined,
    unused: [{ name: "Invoices", fits: undefined }],
  });
});

test("statements are told by name and headings, and are nothing else then", () => {
  const form = [["Asset", "Quantity", "Date sold", "Proceeds", "Cost basis"]];
  const balances = [["Asset", "Wallet", "Quantity", "Date"]];
  expect(
    detectSheets([
      { name: "My coins", grid: ledger },
      { name: "Coinbase 1099-DA", grid: form },
      { name: "Balances 2026", grid: balances },
      { name: "Sales", grid: form },
      { name: "1099 notes", grid: other },
    ]),
  ).toEqual({
    transactions: "My coins",
    prices: undefined,
    settings: undefined,
    statements: { balances: "Balances 2026", brokers: ["Coinbase 1099-DA"] },
    unused: [
      { name: "Sales", fits: undefined },
      { name: "1099 notes", fits: undefined },
    ],
  });
});

test("of several sheets of balances one is read and the others are told; of brokers' forms all are", () => {
  const form = [["Asset", "Date sold", "Proceeds"]];
  const held = [["Asset", "Quantity"]];
  const found = detectSheets([
    { name: "Coins", grid: ledger },
    { name: "1099-DA Kraken", grid: form },
    { name: "1099-DA Coinbase", grid: form },
    { name: "Balances", grid: held },
    { name: "Balances of May", grid: held },
  ]);
  expect(found.statements).toEqual({
    balances: "Balances",
    brokers: ["1099-DA Kraken", "1099-DA Coinbase"],
  });
  expect(found.unused).toEqual([{ name: "Balances of May", fits: "balances" }]);
});
