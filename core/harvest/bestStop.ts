import {
  add,
  compare,
  magnitude,
  ZERO_MONEY,
  ZERO_QUANTITY,
  type Money,
  type Quantity,
} from "../money/amounts.ts";
import type { Position } from "../positions/position.ts";

/**
 * The sale of a position's first lots, in the order of its method, that realizes the largest loss.
 *
 * Nobody picks lots under a fixed order: to reach a loss, all that stands before it is sold too.
 */
export type BestStop = {
  /** How many lots are sold; 0 where no prefix loses. */
  readonly lots: number;
  /** The loss as positive dollars, after the cost of selling. */
  readonly loss: Money;
  readonly quantity: Quantity;
  /** Dollars, after the cost of selling. */
  readonly proceeds: Money;
  /** Gain by term, signed; together they are the loss. */
  readonly shortGain: Money;
  readonly longGain: Money;
};

/**
 * The prefix of the order with the most negative cumulative gain, the smallest one on ties;
 * undefined where the position has no price.
 *
 * Decision: D-12.
 */
export function bestStop(position: Position): BestStop | undefined {
  if (position.worth === undefined) return undefined;
  let running = NOTHING_SOLD;
  let best = running;
  let sold = 0;
  for (const { lot, sale } of position.lots) {
    if (sale === undefined) return undefined;
    const { gain, term } = sale.realized;
    sold += 1;
    running = {
      lots: sold,
      gain: add(running.gain, gain),
      quantity: add(running.quantity, lot.quantity),
      proceeds: add(running.proceeds, sale.proceeds),
      shortGain: term === "Short" ? add(running.shortGain, gain) : running.shortGain,
      longGain: term === "Long" ? add(running.longGain, gain) : running.longGain,
    };
    if (compare(running.gain, best.gain) < 0) best = running;
  }
  const { gain, ...sale } = best;
  return { ...sale, loss: magnitude(gain) };
}

type Prefix = Omit<BestStop, "loss"> & { readonly gain: Money };

const NOTHING_SOLD: Prefix = {
  lots: 0,
  gain: ZERO_MONEY,
  quantity: ZERO_QUANTITY,
  proceeds: ZERO_MONEY,
  shortGain: ZERO_MONEY,
  longGain: ZERO_MONEY,
};
