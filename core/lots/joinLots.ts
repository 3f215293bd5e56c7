import type { Wallet } from "../ledger/wallet.ts";
import { add, type Money, type Quantity } from "../money/amounts.ts";
import { basisOf, lossBasisBetween, unitsOf, type OpenLot, type Tranche } from "./lot.ts";

/** Units in one wallet that stand in one row, whatever pieces they came in. */
export type JoinedLot = {
  /** That of the first piece. */
  readonly tranche: Tranche;
  readonly wallet: Wallet;
  /** The first units' place in their tranche. */
  readonly from: Quantity;
  readonly quantity: Quantity;
  /** Dollars for these units. */
  readonly basis: Money;
  /** For a gift with two bases, that for a loss. */
  readonly lossBasis: Money | undefined;
  /** Dollars a unit as a ratio: the tranche's own, so that it stays true for the last dust. */
  readonly unitBasis: { readonly total: Money; readonly quantity: Quantity };
};

/** When two pieces belong together. */
export type SameLot = (a: JoinedLot, b: OpenLot) => boolean;

/** Pieces of one tranche that transfers have parted and brought together again. */
export const sameTranche: SameLot = (a, b) => a.tranche === b.tranche && a.wallet === b.wallet;

/** Pieces of one purchase with one holding period, whatever was added to the basis of some. */
export const samePurchase: SameLot = (a, b) =>
  a.tranche.acquisition === b.tranche.acquisition &&
  a.tranche.holdingPeriodStart === b.tranche.holdingPeriodStart &&
  a.wallet === b.wallet;

/** Joins lots that belong together; in the order given such lots stand side by side. */
export function joinLots(lots: readonly OpenLot[], isSame: SameLot): readonly JoinedLot[] {
  const joined: JoinedLot[] = [];
  for (const lot of lots) {
    const last = joined[joined.length - 1];
    if (last !== undefined && isSame(last, lot)) joined[joined.length - 1] = joinedWith(last, lot);
    else joined.push(alone(lot));
  }
  return joined;
}

function alone(lot: OpenLot): JoinedLot {
  const { tranche, wallet } = lot;
  return {
    tranche,
    wallet,
    from: lot.from,
    quantity: unitsOf(lot),
    basis: basisOf(lot),
    lossBasis: lossBasisBetween(tranche, lot.from, lot.to),
    unitBasis: { total: tranche.basis, quantity: tranche.quantity },
  };
}

function joinedWith(last: JoinedLot, lot: OpenLot): JoinedLot {
  const quantity = add(last.quantity, unitsOf(lot));
  const basis = add(last.basis, basisOf(lot));
  const more = lossBasisBetween(lot.tranche, lot.from, lot.to);
  const { lossBasis } = last;
  const isOneTranche =
    lot.tranche === last.tranche && last.unitBasis.quantity === last.tranche.quantity;
  return {
    tranche: last.tranche,
    wallet: last.wallet,
    from: last.from,
    quantity,
    basis,
    lossBasis: lossBasis === undefined || more === undefined ? undefined : add(lossBasis, more),
    unitBasis: isOneTranche ? last.unitBasis : { total: basis, quantity },
  };
}
