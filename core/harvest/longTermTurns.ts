import type { Day } from "../calendar/day.ts";
import { longTermDay } from "../calendar/holdingPeriod.ts";
import { termOfTranche } from "../disposals/realizeGain.ts";
import { add, negate, subtract, ZERO_MONEY, type Money, type Quantity } from "../money/amounts.ts";
import type { Position, PositionLot } from "../positions/position.ts";
import type { Portfolio } from "./portfolio.ts";
import { taxOutlook, type TaxOutlook } from "./taxOutlook.ts";

/** Lots of one position that turn long-term on one day, all with a gain or all with a loss. */
export type LongTermTurn = {
  /** The first day on which a sale is long-term. */
  readonly day: Day;
  readonly position: Position;
  readonly quantity: Quantity;
  /** Dollars at the price, after the cost of selling; a loss is negative. Undefined unpriced. */
  readonly gain: Money | undefined;
  /**
   * Dollars of tax that the term decides: what a gain saves by waiting, what a loss saves by not
   * waiting. Undefined without a price, and without rates or income.
   */
  readonly taxAtStake: Money | undefined;
};

/**
 * The short-term lots held, by position and the day on which they turn long-term.
 *
 * The tax is worked out in full with the gain or loss as short-term and as long-term, on top of the
 * gains of the as-of day's tax year, also where the day lies in the next. Decision: D-39.
 */
export function longTermTurns({ books, replay, harvests }: Portfolio): readonly LongTermTurn[] {
  const tax = taxOutlook(books, replay);
  return harvests.flatMap(({ position }) => {
    const turns = new Map<string, Draft>();
    for (const lot of position.lots) {
      if (termOf(lot, books.asOf) !== "Short") continue;
      const day = longTermDay(startOf(lot));
      const gain = lot.sale?.realized.gain;
      const key = `${day}/${gain === undefined ? "" : Math.sign(Number(gain))}`;
      const draft = turns.get(key);
      if (draft === undefined) turns.set(key, { day, quantity: lot.lot.quantity, gain });
      else {
        draft.quantity = add(draft.quantity, lot.lot.quantity);
        if (gain !== undefined) draft.gain = add(draft.gain ?? ZERO_MONEY, gain);
      }
    }
    return [...turns.values()].map((turn): LongTermTurn => ({
      ...turn,
      position,
      taxAtStake: taxAtStake(turn.gain, tax),
    }));
  });
}

type Draft = { readonly day: Day; quantity: Quantity; gain: Money | undefined };

const termOf = ({ lot, sale }: PositionLot, asOf: Day) =>
  sale === undefined ? termOfTranche(lot.tranche, asOf) : sale.realized.term;

const startOf = ({ lot, sale }: PositionLot): Day =>
  sale === undefined ? lot.tranche.holdingPeriodStart : sale.realized.holdingPeriodStart;

function taxAtStake(gain: Money | undefined, tax: TaxOutlook): Money | undefined {
  if (gain === undefined) return undefined;
  const asShort = tax({ shortGain: gain, longGain: ZERO_MONEY });
  const asLong = tax({ shortGain: ZERO_MONEY, longGain: gain });
  if (asShort === undefined || asLong === undefined) return undefined;
  const byWaiting = subtract(asLong.saved, asShort.saved);
  return gain < 0 ? negate(byWaiting) : byWaiting;
}
