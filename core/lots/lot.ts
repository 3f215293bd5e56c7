import type { Day } from "../calendar/day.ts";
import type { Acquisition } from "../ledger/transaction.ts";
import type { Wallet } from "../ledger/wallet.ts";
import { shareOf, subtract, type Money, type Quantity } from "../money/amounts.ts";

/**
 * Units of one acquisition that share one basis a unit and one holding period.
 *
 * An acquisition is one tranche until a wash sale or a transfer fee changes the basis of some of
 * its units; those become a tranche of their own. Totals are stored and never averages, so that
 * whatever way the units are parted the parts' basis sums to the whole.
 */
export type Tranche = {
  readonly acquisition: Acquisition;
  readonly quantity: Quantity;
  /** Dollars for all units of the tranche, adjustments included. */
  readonly basis: Money;
  /** For a gift worth less than the donor's basis: the basis that counts for a loss. */
  readonly lossBasis: Money | undefined;
  readonly holdingPeriodStart: Day;
  /** 0 as acquired; 1, 2 … for tranches split off, in the order in which that happened. */
  readonly splitOrder: number;
};

/**
 * Units of one tranche still held in one wallet: those from one count of the tranche's units to
 * another. Relieving units takes them from the front.
 */
export type OpenLot = {
  readonly tranche: Tranche;
  readonly wallet: Wallet;
  from: Quantity;
  to: Quantity;
};

/** The tranche of an acquisition as it was made, before any adjustment. */
export const trancheOf = (acquisition: Acquisition): Tranche => ({
  acquisition,
  quantity: acquisition.quantity,
  basis: acquisition.basis,
  lossBasis: acquisition.lossBasis,
  holdingPeriodStart: acquisition.holdingPeriodStart,
  splitOrder: 0,
});

/** Units of the lot still held. */
export const unitsOf = (lot: OpenLot): Quantity => subtract(lot.to, lot.from);

/** Dollars of basis of the units between two counts of a tranche's units. */
export const basisBetween = (tranche: Tranche, from: Quantity, to: Quantity): Money =>
  partBetween(tranche, tranche.basis, from, to);

/** As basisBetween, of the basis that counts for a loss; undefined where there is but one basis. */
export const lossBasisBetween = (
  tranche: Tranche,
  from: Quantity,
  to: Quantity,
): Money | undefined =>
  tranche.lossBasis === undefined ? undefined : partBetween(tranche, tranche.lossBasis, from, to);

function partBetween(tranche: Tranche, whole: Money, from: Quantity, to: Quantity): Money {
  const upTo = shareOf(whole, to, tranche.quantity);
  return from === 0 ? upTo : subtract(upTo, shareOf(whole, from, tranche.quantity));
}
