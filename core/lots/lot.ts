import type { Day } from "../calendar/day.ts";
import type { Acquisition } from "../ledger/transaction.ts";
import type { Wallet } from "../ledger/wallet.ts";
import { shareOf, subtract, ZERO_MONEY, type Money, type Quantity } from "../money/amounts.ts";

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
  /** True when the units replaced others sold at a loss; no unit does that twice. */
  readonly hasReplaced: boolean;
};

/**
 * Units of one tranche still held in one wallet: those from one count of the tranche's units to
 * another. Relieving units takes them from the front.
 */
export type OpenLot = {
  readonly tranche: Tranche;
  readonly wallet: Wallet;
  /** Where its units began when the lot was opened. */
  readonly first: Quantity;
  /** Where the units begin that are left. */
  from: Quantity;
  readonly to: Quantity;
  /** Basis of the tranche's units before `from`. */
  basisBefore: Money;
};

/** A lot of the tranche's units between two counts, held in a wallet. */
export const openLot = (
  tranche: Tranche,
  wallet: Wallet,
  { from, to }: { readonly from: Quantity; readonly to: Quantity },
): OpenLot => ({ tranche, wallet, first: from, from, to, basisBefore: basisUpTo(tranche, from) });

/** The tranche of an acquisition as it was made, before any adjustment. */
export const trancheOf = (acquisition: Acquisition): Tranche => ({
  acquisition,
  quantity: acquisition.quantity,
  basis: acquisition.basis,
  lossBasis: acquisition.lossBasis,
  holdingPeriodStart: acquisition.holdingPeriodStart,
  splitOrder: 0,
  hasReplaced: false,
});

/**
 * Units of an acquisition that replaced others sold at a loss: their own tranche, with the loss in
 * its basis and a holding period of its own.
 *
 * Source: 26 U.S.C. §§ 1091(d), 1223(3). Decision: D-26.
 */
export const replacementTranche = (
  acquisition: Acquisition,
  units: Pick<Tranche, "quantity" | "basis" | "holdingPeriodStart" | "splitOrder">,
): Tranche => ({
  acquisition,
  quantity: units.quantity,
  basis: units.basis,
  // Only gifts have a second basis, and they replace nothing.
  lossBasis: undefined,
  holdingPeriodStart: units.holdingPeriodStart,
  splitOrder: units.splitOrder,
  hasReplaced: true,
});

/** Units of the lot still held. */
export const unitsOf = (lot: OpenLot): Quantity => subtract(lot.to, lot.from);

/** Dollars of basis of all units of the lot. */
export const basisOf = (lot: OpenLot): Money =>
  subtract(basisUpTo(lot.tranche, lot.to), lot.basisBefore);

/** Dollars of basis of the first units of a tranche or a purchase, up to a count. */
export const basisUpTo = (
  { basis, quantity }: Pick<Tranche, "basis" | "quantity">,
  count: Quantity,
): Money => (count === 0 ? ZERO_MONEY : shareOf(basis, count, quantity));

/**
 * Dollars of the basis that counts for a loss, of the units between two counts of a tranche's
 * units; undefined where there is but one basis.
 */
export function lossBasisBetween(
  { lossBasis, quantity }: Tranche,
  from: Quantity,
  to: Quantity,
): Money | undefined {
  if (lossBasis === undefined) return undefined;
  return subtract(shareOf(lossBasis, to, quantity), shareOf(lossBasis, from, quantity));
}
