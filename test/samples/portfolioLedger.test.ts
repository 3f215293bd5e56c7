import { describe, expect, test } from "vitest";
import { timeZone } from "../../core/calendar/timeZone.ts";
import { parseLedger } from "../../core/ledger/parseLedger.ts";
import { agedPrices, parsePrices } from "../../core/ledger/parsePrices.ts";
import { parseSettings } from "../../core/ledger/parseSettings.ts";
import type { LotMethod } from "../../core/ledger/settings.ts";
import { isUnreadable } from "../../core/ledger/unreadable.ts";
import { moneyNumber } from "../../core/money/amounts.ts";
import { always } from "../../core/replay/methodOnRecord.ts";
import { replayLedger } from "../../core/replay/replayLedger.ts";
import { portfolioSheets } from "../../samples/portfolio/portfolioSheets.ts";
import { hostCells } from "./cells.ts";

const cells = (name: string) => hostCells(portfolioSheets().find((sheet) => sheet.name === name)!);
const { settings, problems: settingProblems } = parseSettings(cells("Settings"));
// A fixed offset stands in for New York's, since nothing in the sample happens near midnight.
const zone = timeZone("-05:00", () => undefined)!;
const ledger = readable(parseLedger(cells("Transactions"), settings, zone));

test("the settings are all known and good", () => {
  expect(settingProblems).toEqual([]);
  expect(settings.filingStatus).toBe("mfj");
});

test("the ledger has these problems and no others, each in a row whose notes say so", () => {
  expect(ledger.problems.map(({ row, severity, facts }) => [row, severity, facts.code])).toEqual([
    [79, "Error", "unknown-type"],
    [187, "Error", "bad-date"],
    [203, "Error", "error-cell"],
    [247, "Error", "transfer-nowhere"],
    [293, "Warning", "duplicate-row"],
    [314, "Warning", "amount-mismatch"],
    [363, "Error", "no-amount"],
  ]);
  for (const { row } of ledger.problems) {
    expect(cells("Transactions")[row! - 1]!.at(-1)).toMatch(/^Damaged: /);
  }
});

test("every other row is used", () => {
  const used = new Set(ledger.transactions.map(({ row }) => row));
  const fees = ledger.transactions.flatMap((transaction) =>
    transaction.kind === "transfer" ? transaction.fees.map(({ row }) => row) : [],
  );
  expect(fees).toHaveLength(12);
  expect(used.size + fees.length).toBe(432 - 5);
  expect(ledger.withoutEffect).toEqual([]);
});

test("the one price that is too old is ADA's", () => {
  const list = readable(parsePrices(cells("Prices"), settings, zone));
  expect(list.problems).toEqual([]);
  expect(agedPrices(list, settings.asOf!).map(({ row, facts }) => [row, facts.code])).toEqual([
    [9, "aged-price"],
  ]);
});

const METHODS: readonly LotMethod[] = ["FIFO", "LIFO", "HIFO", "LOFO", "SPECIFIC"];

describe.each(METHODS)("%s", (method) => {
  const replay = replayLedger(ledger.transactions, {
    settings,
    methodAt: always(method),
    until: settings.asOf,
  });

  test("more than is held leaves once, and every named lot is there", () => {
    expect(replay.problems.map(({ row, facts }) => [row, facts.code])).toEqual([[165, "oversold"]]);
  });

  test.each([
    ["G-0011", "SOL"],
    ["F-0005", "IBIT"],
    ["K-0137", "ADA"],
    ["F-0007", "IBIT"],
  ])("%s is a loss on %s, as its notes say", (id, asset) => {
    const pieces = replay.disposals.filter(({ disposal }) => disposal.id === id);
    expect(pieces.map(({ disposal }) => disposal.asset.symbol)).toContain(asset);
    for (const { lot } of pieces) expect(moneyNumber(lot!.gain)).toBeLessThan(0);
  });
});

function readable<T extends object>(result: T | { readonly unreadable: string }): T {
  if (isUnreadable(result)) throw new Error(result.unreadable);
  return result;
}
