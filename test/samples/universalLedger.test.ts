import { describe, expect, test } from "vitest";
import { timeZone } from "../../core/calendar/timeZone.ts";
import type { CellGrid } from "../../core/ledger/cells.ts";
import { parseLedger, type ParsedLedger } from "../../core/ledger/parseLedger.ts";
import { DEFAULT_SETTINGS } from "../../core/ledger/parseSettings.ts";
import { isUnreadable } from "../../core/ledger/unreadable.ts";
import { always } from "../../core/replay/methodOnRecord.ts";
import { replayLedger } from "../../core/replay/replayLedger.ts";
import { koinlyUniversal } from "../../samples/universal/koinlyUniversal.ts";
import { zenledgerUniversal } from "../../samples/universal/zenledgerUniversal.ts";

const koinly = parsed(koinlyUniversal());
const zenledger = parsed(zenledgerUniversal());

test("every row of the Koinly file is used, without a problem", () => {
  expect(koinly.problems).toEqual([]);
  expect(koinly.withoutEffect).toEqual([]);
  // Rows 2 to 63.
  expect(new Set(koinly.transactions.map(({ row }) => row)).size).toBe(62);
});

test("the ZenLedger file's one trade without dollars is an Error, and no sale or purchase is", () => {
  const types = zenledgerUniversal().map((cells) => cells[1]);
  const income = ["staking reward", "interest received"];
  expect(
    zenledger.problems
      .filter(({ row }) => !income.includes(types[row! - 1]!))
      .map(({ row, severity, facts }) => [row, severity, facts.code]),
  ).toEqual([[46, "Error", "no-amount"]]);
});

describe.each([
  { name: "Koinly", ledger: koinly },
  { name: "ZenLedger", ledger: zenledger },
])("the $name file", ({ ledger }) => {
  test.each(["FIFO", "LIFO", "HIFO"] as const)(
    "never sells more than it holds, by %s",
    (method) => {
      const rules = { settings: DEFAULT_SETTINGS, methodAt: always(method), until: undefined };
      expect(replayLedger(ledger.transactions, rules).problems).toEqual([]);
    },
  );
});

function parsed(grid: CellGrid): ParsedLedger {
  const result = parseLedger(
    grid,
    DEFAULT_SETTINGS,
    timeZone("UTC", () => undefined)!,
  );
  if (isUnreadable(result)) throw new Error(result.unreadable);
  return result;
}
