import type { Day } from "../calendar/day.ts";
import { realizeGain } from "../disposals/realizeGain.ts";
import { shareOf, type Quantity } from "../money/amounts.ts";
import { multiplyDivideExact } from "../money/exact.ts";
import type { HypotheticalSale, PositionLot } from "../positions/position.ts";

/** A lot at a price, so that its sale is known. */
export type PricedLot = PositionLot & { readonly sale: HypotheticalSale };

/**
 * The first units of a lot, with their share of basis and proceeds, and the gain on them.
 *
 * Shares are rounded down to the smallest part, so that they never exceed the lot's own amounts.
 */
export function firstUnits(whole: PricedLot, quantity: Quantity, asOf: Day): PricedLot {
  const { lot, sale } = whole;
  if (quantity === lot.quantity) return whole;
  const share = (amount: HypotheticalSale["proceeds"]) => shareOf(amount, quantity, lot.quantity);
  const units = {
    ...lot,
    quantity,
    basis: share(lot.basis),
    lossBasis: lot.lossBasis === undefined ? undefined : share(lot.lossBasis),
  };
  const proceeds = share(sale.proceeds);
  const realized = realizeGain(units, proceeds, asOf);
  return { lot: units, sale: { marketValue: share(sale.marketValue), proceeds, realized } };
}

/** So many of a lot's units, as a fraction of it from 0 to 1. */
export const fractionOf = ({ lot }: PricedLot, fraction: number): Quantity =>
  multiplyDivideExact(lot.quantity, Math.round(fraction * FINENESS), FINENESS) as Quantity;

const FINENESS = 2 ** 50;
