import { expect, test } from "vitest";
import type { CellValue } from "../../../core/ledger/cells.ts";
import { codesOf, readLedger } from "../../support/readLedger.ts";

const HEADER = [
  "Date",
  "Type",
  "Asset",
  "Quantity",
  "Total",
  "Wallet",
  "Id",
  "To wallet",
  "Account",
];
const bought = ["2026-01-05 10:00", "Buy", "A", 1, 10, "K", "x", "", ""];

const warnings = (...rows: CellValue[][]): string[] => codesOf(readLedger([HEADER, ...rows]));

test("a row that says the same is a Warning, and is counted", () => {
  const same = ["1/5/2026 10:00 AM", "purchase", "a", "1.0", "$10", "k", "x", "", "taxable"];
  expect(warnings(bought, same)).toEqual(["3 Warning duplicate-row"]);
  expect(readLedger([HEADER, bought, same]).transactions).toHaveLength(2);
});

test("each further one names the first", () => {
  const ledger = readLedger([HEADER, bought, bought, bought]);
  expect(ledger.problems.map(({ facts }) => facts)).toEqual([
    { code: "duplicate-row", firstRow: 2 },
    { code: "duplicate-row", firstRow: 2 },
  ]);
});

test.each([
  ["instant", 0, "2026-01-05 10:01"],
  ["type", 1, "Income"],
  ["asset", 2, "B"],
  ["quantity", 3, 2],
  ["amount", 4, 11],
  ["wallet", 5, "L"],
  ["id", 6, "y"],
  ["account", 8, "IRA"],
])("a row of another %s is none", (_, column, value) => {
  const other: CellValue[] = [...bought];
  other[column] = value;
  expect(warnings(bought, other)).toEqual([]);
});

test.each(["Sell", "Lost", "Transfer"])("for a %s as well", (type) => {
  const row: CellValue[] = [...bought];
  row[1] = type;
  row[7] = "L";
  expect(warnings(row, row)).toEqual(["3 Warning duplicate-row"]);
  const elsewhere = [...row];
  elsewhere[7] = "M";
  expect(warnings(row, elsewhere)).toEqual(type === "Transfer" ? [] : ["3 Warning duplicate-row"]);
});

test("trades are compared with both sides", () => {
  const header = [
    "Date",
    "Sent Amount",
    "Sent Currency",
    "Received Amount",
    "Received Currency",
    "Net Worth",
  ];
  const trade = ["2026-01-05", 1, "A", 2, "B", 10];
  const other = ["2026-01-05", 1, "A", 3, "B", 10];
  expect(codesOf(readLedger([header, trade, other, trade]))).toEqual(["4 Warning duplicate-row"]);
});
