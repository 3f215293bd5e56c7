import { describe, expect, test } from "vitest";
import type { LotMethod } from "../../../core/ledger/settings.ts";
import { relieveLots } from "../../../core/lots/relieveLots.ts";
import { addLot, emptyPool, openLots } from "../../../core/lots/lotPool.ts";
import { basisOf, openLot, trancheOf, unitsOf } from "../../../core/lots/lot.ts";
import { moneyText, quantityText } from "../../../core/money/amounts.ts";
import { dayText } from "../../../core/calendar/day.ts";
import { ledgerBuilder, units } from "../../support/transactions.ts";

/** 5 units for 555.55 (111.11 each) and, bought before them, 4 for 400 (100 each). */
function poolOfTwo(method: LotMethod) {
  const ledger = ledgerBuilder();
  const older = ledger.buy("4 X", 400, "2015-10-01");
  const newer = ledger.buy("5 X", "555.55", "2015-10-02");
  const pool = emptyPool(method);
  // The younger lot arrives first, as a transfer might bring it.
  for (const acquisition of [newer, older]) {
    const all = { from: units(0), to: acquisition.quantity };
    const lot = openLot(trancheOf(acquisition), acquisition.wallet, all);
    addLot(pool, lot, "track");
  }
  return { pool, older, newer };
}

const textOf = (relief: ReturnType<typeof relieveLots>): string[] =>
  relief.units.map(
    ({ quantity, basis, tranche }) =>
      `${quantityText(quantity, 8)} for ${moneyText(basis)} of ${dayText(tranche.acquisition.day)}`,
  );

const OLD = "2015-10-01";
const NEW = "2015-10-02";

/** The seven scenarios, each with what the older-first and the newer-first orders relieve. */
const scenarios = [
  {
    name: "part of the first lot",
    sell: "3",
    olderFirst: [`3 for 300 of ${OLD}`],
    newerFirst: [`3 for 333.33 of ${NEW}`],
    missing: "0",
  },
  {
    name: "all of the first lot, older first",
    sell: "4",
    olderFirst: [`4 for 400 of ${OLD}`],
    newerFirst: [`4 for 444.44 of ${NEW}`],
    missing: "0",
  },
  {
    name: "all of the first lot, newer first",
    sell: "5",
    olderFirst: [`4 for 400 of ${OLD}`, `1 for 111.11 of ${NEW}`],
    newerFirst: [`5 for 555.55 of ${NEW}`],
    missing: "0",
  },
  {
    name: "part of two",
    sell: "7",
    olderFirst: [`4 for 400 of ${OLD}`, `3 for 333.33 of ${NEW}`],
    newerFirst: [`5 for 555.55 of ${NEW}`, `2 for 200 of ${OLD}`],
    missing: "0",
  },
  {
    name: "all of two, which is all there is",
    sell: "9",
    olderFirst: [`4 for 400 of ${OLD}`, `5 for 555.55 of ${NEW}`],
    newerFirst: [`5 for 555.55 of ${NEW}`, `4 for 400 of ${OLD}`],
    missing: "0",
  },
  {
    name: "more than there is",
    sell: "10.5",
    olderFirst: [`4 for 400 of ${OLD}`, `5 for 555.55 of ${NEW}`],
    newerFirst: [`5 for 555.55 of ${NEW}`, `4 for 400 of ${OLD}`],
    missing: "1.5",
  },
];

describe.each([
  { method: "FIFO", first: "olderFirst" },
  { method: "LIFO", first: "newerFirst" },
  { method: "HIFO", first: "newerFirst" },
  { method: "LOFO", first: "olderFirst" },
  { method: "SPECIFIC", first: "olderFirst" },
] as const)("$method", ({ method, first }) => {
  test.each(scenarios)("$name: sell $sell", ({ sell, missing, ...expected }) => {
    const { pool } = poolOfTwo(method);
    const relief = relieveLots(pool, units(sell), { method, picks: [] });
    expect(textOf(relief)).toEqual(expected[first]);
    expect(quantityText(relief.missing, 8)).toBe(missing);
  });

  test("nothing held: all is missing", () => {
    const relief = relieveLots(emptyPool(method), units(2), { method, picks: [] });
    expect(relief).toEqual({ units: [], missing: units(2), shortfalls: [] });
  });

  test("one unit at a time takes the same units as all at once", () => {
    const { pool } = poolOfTwo(method);
    for (let i = 0; i < 7; i += 1) relieveLots(pool, units(1), { method, picks: [] });
    const { pool: other } = poolOfTwo(method);
    relieveLots(other, units(7), { method, picks: [] });
    const held = (p: typeof pool) =>
      openLots(p).map((lot) => [quantityText(unitsOf(lot), 8), moneyText(basisOf(lot))]);
    expect(held(pool)).toEqual(held(other));
  });

  test("a lot that the user names goes first, then the method", () => {
    const { pool, newer, older } = poolOfTwo(method);
    const named = method === "LIFO" || method === "HIFO" ? older : newer;
    const relief = relieveLots(pool, units(3), {
      method,
      picks: [{ acquisition: named, quantity: units(2) }],
    });
    expect(relief.units.map(({ tranche }) => tranche.acquisition)).toEqual([
      named,
      named === newer ? older : newer,
    ]);
    expect(relief.shortfalls).toEqual([]);
  });

  test("a named lot that has less than asked gives it, and the shortfall is told", () => {
    const { pool, older } = poolOfTwo(method);
    const pick = { acquisition: older, quantity: units(6) };
    const relief = relieveLots(pool, units(7), { method, picks: [pick] });
    expect(textOf(relief)).toEqual([`4 for 400 of ${OLD}`, `3 for 333.33 of ${NEW}`]);
    expect(relief.shortfalls).toEqual([{ pick, requested: units(6), held: units(4) }]);
  });
});

test("a pool relieved by one method, then by another, keeps both orders right", () => {
  const { pool } = poolOfTwo("FIFO");
  expect(textOf(relieveLots(pool, units(1), { method: "FIFO", picks: [] }))).toEqual([
    `1 for 100 of ${OLD}`,
  ]);
  expect(textOf(relieveLots(pool, units(5), { method: "LIFO", picks: [] }))).toEqual([
    `5 for 555.55 of ${NEW}`,
  ]);
  expect(textOf(relieveLots(pool, units(3), { method: "HIFO", picks: [] }))).toEqual([
    `3 for 300 of ${OLD}`,
  ]);
  expect(openLots(pool)).toEqual([]);
});
