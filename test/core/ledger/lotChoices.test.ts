import { describe, expect, test } from "vitest";
import type { CellValue } from "../../../core/ledger/cells.ts";
import { codesOf, linesOf, readLedger } from "../../support/readLedger.ts";

const HEADER = ["Date", "Type", "Asset", "Quantity", "Total", "Lot", "Id", "To wallet"];
const held: CellValue[][] = [
  ["2026-01-01", "Buy", "A", 1, 10, "", "a1"],
  ["2026-01-02", "Buy", "A", 1, 10, "", " a2 "],
  ["2026-01-03", "Buy", "B", 1, 10, "", "b1"],
  ["2026-01-04", "Buy", "A", 1, 10, "", 1001],
  ["2026-01-05", "Buy", "A", 1, 10, "", "a;x:y"],
  ["2026-01-06", "Buy", "A", 1, 10, "", "twin"],
  ["2026-01-06", "Buy", "A", 2, 20, "", "twin"],
  ["2026-01-09", "Buy", "A", 1, 10, "", "late"],
];

/** A sale of 2 A on 8 January with a Lot cell: its line, or its problem. */
function sold(lot: CellValue, type = "Sell"): string {
  const ledger = readLedger([HEADER, ["2026-01-08", type, "A", 2, 20, lot, "s", "Cold"], ...held]);
  const line = linesOf(ledger).find((text) => text.startsWith("2:"));
  return line ?? codesOf(ledger).join();
}

describe("named lots are found anywhere in the ledger", () => {
  test.each<[CellValue, string]>([
    ["a1", "by row 3"],
    [" a2 ", "by row 4"],
    ["a1; a2", "by row 3 and row 4"],
    ["a1:0.5; a2:0.25", "by 0.5 of row 3 and 0.25 of row 4"],
    ["a1 : 1;", "by 1 of row 3"],
    [1001, "by row 6"],
    ["1001:0.5", "by 0.5 of row 6"],
    ["a;x:y", "by row 7"],
    ["a1:0.123456789", "by 0.123456789 of row 3"],
  ])("%s", (lot, picks) => {
    expect(sold(lot)).toBe(`2: 2026-01-08 Sell 2 A for 20 from  ${picks}`);
  });
  test.each([
    ["Gift sent", "2: 2026-01-08 Gift sent 2 A from  by row 3"],
    ["Transfer", "2: 2026-01-08 transfer 2 A from  to Cold by row 3"],
    ["Fee", "2: 2026-01-08 Fee 2 A for 20 from  by row 3"],
  ])("by a %s too", (type, line) => {
    expect(sold("a1", type)).toBe(line);
  });
});

describe("a choice that cannot be honoured is an Error, and the row takes no part", () => {
  test.each([
    ["A1", "lot-unknown"],
    ["b1", "lot-unknown"],
    ["s", "lot-unknown"],
    ["a1; nothing", "lot-unknown"],
    ["twin", "lot-ambiguous"],
    ["late", "lot-later"],
    ["a1:x", "lot-unreadable"],
    ["a1:0", "lot-unreadable"],
    ["a1:-1", "lot-unreadable"],
    [";", "lot-unreadable"],
    ["a1:1; a2:1.00000001", "lots-exceed"],
  ])("%s", (lot, code) => {
    expect(sold(lot)).toBe(`2 Error ${code}`);
  });
  test("lots that cover exactly the quantity are fine", () => {
    expect(sold("a1:1; a2:1")).toContain("by 1 of row 3 and 1 of row 4");
  });
});

test("a lot whose own row is dropped is unknown to later rows", () => {
  const header = [
    "Date",
    "Sent Amount",
    "Sent Currency",
    "Received Amount",
    "Received Currency",
    "Net Worth",
    "Lot",
    "Id",
  ];
  const ledger = readLedger([
    header,
    ["2026-01-03", 1, "B", 5, "USD", "", "t", ""],
    ["2026-01-02", 1, "A", 1, "B", 5, "nothing", "t"],
  ]);
  expect(codesOf(ledger)).toEqual(["2 Error lot-unknown", "3 Error lot-unknown"]);
  expect(ledger.transactions).toEqual([]);
});
