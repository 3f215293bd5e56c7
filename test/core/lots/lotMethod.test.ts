import { expect, test } from "vitest";
import { openLot, replacementTranche, trancheOf, type OpenLot } from "../../../core/lots/lot.ts";
import { LOT_ORDERS } from "../../../core/lots/lotMethod.ts";
import { ledgerBuilder, on, units, usd } from "../../support/transactions.ts";

const bought = ledgerBuilder().buy("4 X", 100, "2026-03-01");

const rest = openLot(trancheOf(bought), bought.wallet, { from: units("3"), to: units("4") });

/** One unit of the purchase that replaced another, in the order of matching. */
const replaced = (splitOrder: number, heldFrom: string, basis = "30"): OpenLot =>
  openLot(
    replacementTranche(bought, {
      quantity: units("1"),
      basis: usd(basis),
      holdingPeriodStart: on(heldFrom),
      splitOrder,
    }),
    bought.wallet,
    { from: units("0"), to: units("1") },
  );

const sorted = (method: "FIFO" | "LIFO" | "HIFO" | "LOFO", lots: readonly OpenLot[]) =>
  [...lots].sort(LOT_ORDERS[method]);

test("of one purchase the part that is held longest leaves first, by LIFO last", () => {
  const older = replaced(2, "2025-06-01");
  const newer = replaced(1, "2026-01-01");
  expect(sorted("FIFO", [rest, newer, older])).toEqual([older, newer, rest]);
  expect(sorted("LIFO", [older, rest, newer])).toEqual([rest, newer, older]);
});

test("parts held equally long leave in the order of matching, and what replaced nothing last", () => {
  const second = replaced(2, "2026-03-01");
  const first = replaced(1, "2026-03-01");
  expect(sorted("FIFO", [rest, second, first])).toEqual([first, second, rest]);
  expect(sorted("LIFO", [first, second, rest])).toEqual([rest, second, first]);
});

test("by basis the dearest or the cheapest part leaves first, and parts that cost alike by age", () => {
  const dear = replaced(3, "2026-03-01", "40");
  const older = replaced(2, "2025-06-01", "30");
  const newer = replaced(1, "2026-01-01", "30");
  expect(sorted("HIFO", [rest, newer, dear, older])).toEqual([dear, older, newer, rest]);
  expect(sorted("LOFO", [newer, dear, older, rest])).toEqual([rest, older, newer, dear]);
});
