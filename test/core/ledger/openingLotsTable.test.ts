import { expect, test } from "vitest";
import type { CellGrid } from "../../../core/ledger/cells.ts";
import { openingLotsTable } from "../../../core/ledger/openingLotsTable.ts";
import { parseLedger } from "../../../core/ledger/parseLedger.ts";
import { DEFAULT_SETTINGS } from "../../../core/ledger/parseSettings.ts";
import { isUnreadable } from "../../../core/ledger/unreadable.ts";
import { UTC } from "../../../core/calendar/timeZone.ts";
import { call } from "../../support/callFunction.ts";
import { codesOf, linesOf, readLedger } from "../../support/readLedger.ts";

const EXPORT: CellGrid = [
  ["Holdings by lot as of 12/31/2024"],
  [],
  ["Wallet Name", "Currency", "Remaining Quantity", "Cost Basis (USD)", "Date Acquired", "Memo"],
  ["Kraken", "BTC", "0.5", "1,234.56", "03/05/2021", "report of 2025-01-02"],
  [],
  ["Ledger", "ETH", 3, 900, "Various", ""],
];

test("a program's lots are opening lots where the setting says of which day, row for row", () => {
  const ledger = readLedger(EXPORT, "opening=2025-01-01");
  expect(linesOf(ledger)).toEqual(["4: 2021-03-05 opening 0.5 BTC for 1234.56 in Kraken"]);
  expect(codesOf(ledger)).toEqual(["6 Error bad-date"]);
  expect(ledger.transactions[0]).toMatchObject({ evidence: "report of 2025-01-02" });
});

test("what a lot rests on is told apart from remarks", () => {
  const headings = ["Asset", "Quantity", "Cost basis", "Date acquired", "Source", "Memo"];
  const lot = ["BTC", 1, 2, "2021-03-05", "allocation of 2024-12-31", "cold"];
  expect(readLedger([headings, lot], "opening=2025-01-01").transactions[0]).toMatchObject({
    evidence: "allocation of 2024-12-31; cold",
  });
});

test("without the setting such a sheet has no header row of a ledger", () => {
  expect(isUnreadable(parseLedger(EXPORT, DEFAULT_SETTINGS, UTC))).toBe(true);
});

test("the result of TLH_LOTS is such a table, with the period of replacements", () => {
  const ledger: CellGrid = [
    ["Date", "Type", "Asset", "Quantity", "Total", "Wallet", "Account"],
    ["2024-01-10", "Buy", "IBIT", 10, 1000, "Broker", "Taxable"],
    ["2024-03-01", "Sell", "IBIT", 10, 700, "Broker", "Taxable"],
    ["2024-03-11", "Buy", "IBIT", 10, 800, "Broker", "Taxable"],
  ];
  const lots = call("TLH_LOTS", ledger, "FIFO", null, "");
  if (lots.kind !== "table") throw new Error("no table");
  const { columns, rows } = lots.table;
  // 2024-03-11 is 19793 days after 1970, as a serial number 45362.
  const cells = rows.map((row) =>
    row.map((cell, index) => (columns[index]!.format === "date" ? (cell as number) + 25569 : cell)),
  );
  const opened = readLedger([columns.map(({ title }) => title), ...cells], "opening=2025-01-01");
  expect(linesOf(opened)).toEqual([
    // 51 days of the first holding, from 2024-01-11 to 2024-03-01, before 2024-03-11.
    "2: 2024-03-11 opening 10 IBIT for 1100, held from 2024-01-20 in Broker",
  ]);
});

test.each([
  ["an acquisition date", ["Asset", "Quantity", "Cost basis"]],
  ["a basis", ["Asset", "Quantity", "Date acquired", "Unit basis"]],
  ["a quantity", ["Asset", "Cost basis", "Date acquired"]],
  ["an asset", ["Quantity", "Cost basis", "Date acquired"]],
])("a table without %s is none", (_, headings) => {
  expect(openingLotsTable([headings, ["BTC", 1, 2, 3]])).toBeUndefined();
});

test.each(["Proceeds", "Date Sold", "Sale or disposal date"])(
  "a table of sales is none, by its column %s",
  (heading) => {
    const headings = ["Asset", "Quantity", "Cost basis", "Date acquired"];
    const lot = ["BTC", 1, 2, "2021-03-05", 3];
    expect(openingLotsTable([[...headings, heading], lot])).toBeUndefined();
    expect(openingLotsTable([[...headings, "Unrealized gain"], lot])).toHaveLength(2);
  },
);

test("a ledger stays a ledger, whatever other headings it has", () => {
  const ledger: CellGrid = [
    ["Date", "Type", "Asset", "Quantity", "Total", "Cost basis", "Acquired"],
    ["2025-02-01", "Buy", "BTC", 1, 60, 5, ""],
  ];
  expect(linesOf(readLedger(ledger, "opening=2025-01-01"))).toEqual([
    "2: 2025-02-01 purchase 1 BTC for 60 in ",
  ]);
});
