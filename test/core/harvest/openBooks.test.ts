import { describe, expect, test } from "vitest";
import { noZoneOffsets } from "../../../core/calendar/timeZone.ts";
import { openBooks, type BookCells, type HostZones } from "../../../core/harvest/openBooks.ts";
import type { CellGrid } from "../../../core/ledger/cells.ts";
import { isUnreadable } from "../../../core/ledger/unreadable.ts";

const rows = (): CellGrid => [
  ["Date", "Type", "Asset", "Quantity", "Total", "Wallet"],
  ["2026-01-02 23:30", "Buy", "BTC", 1, 100, "Kraken"],
];
const zones: HostZones = { offsets: noZoneOffsets, workbookZone: undefined };

function ledgerOf(cells: Partial<BookCells> & Pick<BookCells, "transactions">, host = zones) {
  const opened = openBooks(
    { prices: undefined, options: undefined, asOf: undefined, ...cells },
    host,
  );
  if (isUnreadable(opened)) throw new Error(opened.unreadable);
  return opened.books.ledger;
}

describe("a frozen ledger is read once", () => {
  const transactions = Object.freeze(rows());

  test("for the same settings and zones, whatever the prices and the as-of day are", () => {
    const first = ledgerOf({ transactions });
    const prices = [
      ["Asset", "Price"],
      ["BTC", 90],
    ];
    expect(ledgerOf({ transactions, prices })).toBe(first);
    expect(ledgerOf({ transactions })).toBe(first);
  });

  test("and again for other settings, and for another zone of the workbook", () => {
    const first = ledgerOf({ transactions });
    const east = ledgerOf({ transactions, options: "time_zone=-05:00" });
    expect(east.transactions[0]?.at).toBe((first.transactions[0]?.at ?? 0) + 5 * 3_600_000);
    const west = ledgerOf({ transactions }, { ...zones, workbookZone: "+02:00" });
    expect(west.transactions[0]?.at).toBe((first.transactions[0]?.at ?? 0) - 2 * 3_600_000);
  });
});

test("a ledger that may still change is read each time", () => {
  const transactions = [...rows()];
  const first = ledgerOf({ transactions });
  transactions.push(["2026-02-01", "Buy", "BTC", 1, 100, "Kraken"]);
  expect(first.transactions).toHaveLength(1);
  expect(ledgerOf({ transactions }).transactions).toHaveLength(2);
});
