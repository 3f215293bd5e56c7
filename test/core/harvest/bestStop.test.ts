import fc from "fast-check";
import { expect, test } from "vitest";
import { bestStop } from "../../../core/harvest/bestStop.ts";
import { positionsAt } from "../../../core/positions/positionsAt.ts";
import { always } from "../../../core/replay/methodOnRecord.ts";
import { replayLedger } from "../../../core/replay/replayLedger.ts";
import { moneyNumber, quantityNumber } from "../../../core/money/amounts.ts";
import { ledgerBuilder, on, settingsOf } from "../../support/transactions.ts";

/** The best stop of lots of one unit each, sold oldest first at a price. */
function stopOf(bases: readonly number[], price: number) {
  const ledger = ledgerBuilder();
  bases.forEach((basis, index) => {
    ledger.buy("1 X", basis, `2026-01-${String(index + 1).padStart(2, "0")}`);
  });
  const settings = settingsOf();
  const { lots } = replayLedger(ledger.transactions, {
    settings,
    methodAt: always("FIFO"),
    until: undefined,
  });
  const prices = new Map([
    ["X", { price: { coefficient: price, decimals: 0 }, asOf: undefined, row: 2 }],
  ]);
  const asOf = on("2026-11-20");
  const [position] = positionsAt({ lots, prices, settings, asOf, method: "FIFO" });
  const stop = bestStop(position!)!;
  return { lots: stop.lots, loss: moneyNumber(stop.loss), sold: quantityNumber(stop.quantity, 8) };
}

test("no prefix loses: nothing to sell, though a later lot has a loss", () => {
  expect(stopOf([50, 120], 100)).toEqual({ lots: 0, loss: 0, sold: 0 });
});

test("the smallest prefix on ties", () => {
  expect(stopOf([150, 100, 90, 110], 100)).toEqual({ lots: 1, loss: 50, sold: 1 });
});

test("a prefix that breaks even is not a loss", () => {
  expect(stopOf([100, 100], 100)).toEqual({ lots: 0, loss: 0, sold: 0 });
});

test("no other prefix loses more", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 97, max: 103 }), { minLength: 1, maxLength: 9 }),
      (bases) => {
        let sum = 0;
        const cumulative = bases.map((basis) => (sum += 100 - basis));
        const least = Math.min(0, ...cumulative);
        const stop = stopOf(bases, 100);
        expect(stop.loss).toBe(-least || 0);
        expect(stop.lots).toBe(least === 0 ? 0 : cumulative.indexOf(least) + 1);
      },
    ),
    { numRuns: 300 },
  );
});
