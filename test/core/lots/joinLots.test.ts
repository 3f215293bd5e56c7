import { expect, test } from "vitest";
import {
  joinLots,
  samePurchase,
  sameTranche,
  type JoinedLot,
} from "../../../core/lots/joinLots.ts";
import { openLot, replacementTranche, trancheOf } from "../../../core/lots/lot.ts";
import { moneyText, quantityText } from "../../../core/money/amounts.ts";
import { ledgerBuilder, on, units, usd } from "../../support/transactions.ts";

const shown = ({ quantity, basis, unitBasis, lossBasis }: JoinedLot) => ({
  units: quantityText(quantity, 8),
  basis: moneyText(basis),
  unit: `${moneyText(unitBasis.total)} for ${quantityText(unitBasis.quantity, 8)}`,
  loss: lossBasis === undefined ? undefined : moneyText(lossBasis),
});

const part = (from: string, to: string) => ({ from: units(from), to: units(to) });

test("pieces of one tranche in one wallet are one lot, whose basis is theirs together", () => {
  const bought = ledgerBuilder().buy("3 X", 100, "2024-01-01");
  const tranche = trancheOf(bought);
  // A third of $100 is 33.33…; the parts are cut so that they sum to the whole.
  const pieces = [part("0", "1"), part("1", "2"), part("2", "3")].map((units) =>
    openLot(tranche, bought.wallet, units),
  );
  expect(joinLots(pieces, sameTranche).map(shown)).toEqual([
    { units: "3", basis: "100", unit: "100 for 3", loss: undefined },
  ]);
});

test("pieces of one tranche in two wallets are two lots", () => {
  const ledger = ledgerBuilder();
  const bought = ledger.buy("2 X", 100, "2024-01-01");
  const elsewhere = ledger.buy("1 X", 9, "2024-01-02", { wallet: "V" }).wallet;
  const tranche = trancheOf(bought);
  const pieces = [
    openLot(tranche, bought.wallet, part("0", "1")),
    openLot(tranche, elsewhere, part("1", "2")),
  ];
  for (const isSame of [sameTranche, samePurchase]) {
    expect(joinLots(pieces, isSame).map(({ wallet, quantity }) => [wallet.name, quantity])).toEqual(
      [
        ["W", units("1")],
        ["V", units("1")],
      ],
    );
  }
});

test("units of one purchase with an added basis are a lot of their own, or part of the purchase", () => {
  const bought = ledgerBuilder().buy("2 X", 100, "2024-01-01");
  const replaced = replacementTranche(bought, {
    quantity: units("1"),
    basis: usd("80"),
    holdingPeriodStart: bought.holdingPeriodStart,
    splitOrder: 1,
  });
  const pieces = [
    openLot(replaced, bought.wallet, part("0", "1")),
    openLot(trancheOf(bought), bought.wallet, part("1", "2")),
  ];
  expect(joinLots(pieces, sameTranche).map(shown)).toEqual([
    { units: "1", basis: "80", unit: "80 for 1", loss: undefined },
    { units: "1", basis: "50", unit: "100 for 2", loss: undefined },
  ]);
  // Together they cost $130 for 2, and no tranche's own ratio says so.
  expect(joinLots(pieces, samePurchase).map(shown)).toEqual([
    { units: "2", basis: "130", unit: "130 for 2", loss: undefined },
  ]);
  const third = openLot(trancheOf(bought), bought.wallet, part("0", "1"));
  expect(joinLots([...pieces, third], samePurchase).map(shown)).toEqual([
    { units: "3", basis: "180", unit: "180 for 3", loss: undefined },
  ]);
});

test("units of one purchase with two holding periods are two lots", () => {
  const bought = ledgerBuilder().buy("2 X", 100, "2024-01-01");
  const replaced = replacementTranche(bought, {
    quantity: units("1"),
    basis: usd("80"),
    holdingPeriodStart: on("2023-06-01"),
    splitOrder: 1,
  });
  const pieces = [
    openLot(replaced, bought.wallet, part("0", "1")),
    openLot(trancheOf(bought), bought.wallet, part("1", "2")),
  ];
  expect(joinLots(pieces, samePurchase)).toHaveLength(2);
});

test("two purchases are two lots, also where they are alike", () => {
  const ledger = ledgerBuilder();
  const pieces = ["2024-01-01", "2024-01-01"].map((day) => {
    const bought = ledger.buy("1 X", 10, day);
    return openLot(trancheOf(bought), bought.wallet, part("0", "1"));
  });
  expect(joinLots(pieces, samePurchase)).toHaveLength(2);
  expect(joinLots(pieces, sameTranche)).toHaveLength(2);
});

test("of a gift with two bases both are those of the pieces together, and one alone is none", () => {
  const given = { ...ledgerBuilder().buy("4 X", 100, "2024-01-01"), lossBasis: usd("60") };
  const gift = trancheOf(given);
  const first = openLot(gift, given.wallet, part("0", "1"));
  const next = openLot(gift, given.wallet, part("1", "3"));
  expect(joinLots([first], sameTranche).map(shown)).toEqual([
    { units: "1", basis: "25", unit: "100 for 4", loss: "15" },
  ]);
  expect(joinLots([first, next], sameTranche).map(shown)).toEqual([
    { units: "3", basis: "75", unit: "100 for 4", loss: "45" },
  ]);
  const single = openLot({ ...gift, lossBasis: undefined }, given.wallet, part("0", "1"));
  expect(joinLots([first, single], samePurchase)[0]!.lossBasis).toBeUndefined();
});

test("the joined lot begins where its first piece begins, and nothing joins to nothing", () => {
  const bought = ledgerBuilder().buy("3 X", 90, "2024-01-01");
  const pieces = [part("1", "2"), part("2", "3")].map((units) =>
    openLot(trancheOf(bought), bought.wallet, units),
  );
  expect(joinLots(pieces, sameTranche)[0]!.from).toBe(units("1"));
  expect(joinLots([], sameTranche)).toEqual([]);
});
