import type { Wallet } from "../ledger/wallet.ts";
import { add, type Money, type Quantity } from "../money/amounts.ts";
import { basisBetween, lossBasisBetween, unitsOf, type OpenLot, type Tranche } from "./lot.ts";

/** Units of one tranche in one wallet, whatever pieces they came in. */
export type JoinedLot = {
  readonly tranche: Tranche;
  readonly wallet: Wallet;
  readonly quantity: Quantity;
  /** Dollars for these units. */
  readonly basis: Money;
  /** For a gift with two bases, that for a loss. */
  readonly lossBasis: Money | undefined;
};

/**
 * Joins pieces of one tranche that transfers have parted and brought together again; the lots are
 * in the order of a method, so that such pieces stand side by side.
 */
export function joinLots(lots: readonly OpenLot[]): readonly JoinedLot[] {
  const joined: JoinedLot[] = [];
  for (const lot of lots) {
    const last = joined[joined.length - 1];
    if (last?.tranche === lot.tranche && last.wallet === lot.wallet) {
      joined[joined.length - 1] = {
        tranche: last.tranche,
        wallet: last.wallet,
        quantity: add(last.quantity, unitsOf(lot)),
        basis: add(last.basis, basisBetween(lot.tranche, lot.from, lot.to)),
        lossBasis: addedLossBasis(last.lossBasis, lot),
      };
      continue;
    }
    joined.push({
      tranche: lot.tranche,
      wallet: lot.wallet,
      quantity: unitsOf(lot),
      basis: basisBetween(lot.tranche, lot.from, lot.to),
      lossBasis: lossBasisBetween(lot.tranche, lot.from, lot.to),
    });
  }
  return joined;
}

function addedLossBasis(sum: Money | undefined, lot: OpenLot): Money | undefined {
  const more = lossBasisBetween(lot.tranche, lot.from, lot.to);
  return sum === undefined || more === undefined ? undefined : add(sum, more);
}
