import type { FilingStatus } from "../ledger/settings.ts";
import {
  add,
  larger,
  magnitude,
  negate,
  smaller,
  subtract,
  ZERO_MONEY,
  type Money,
} from "../money/amounts.ts";
import { LOSS_LIMIT } from "./taxParameters.ts";

/** Gains of a year by term; losses are negative. Dollars. */
export type GainsByTerm = { readonly shortGain: Money; readonly longGain: Money };

/** The lines of Schedule D that net the gains of a year. */
export type ScheduleD = {
  /** Net short-term gain or loss, losses carried in included. Signed. */
  readonly line7: Money;
  /** Net long-term gain or loss, losses carried in included. Signed. */
  readonly line15: Money;
  /** Both together. Signed. */
  readonly line16: Money;
  /** The loss that reduces other income, positive; 0 where there is no net loss. */
  readonly line21: Money;
  /** What goes to the capital gain line of Form 1040. Signed. */
  readonly capitalGain: Money;
};

/**
 * Nets the gains of a year with the losses carried in: each term by itself, then both. A net loss
 * reduces other income by up to 3,000 dollars, or 1,500 for married filing separately.
 *
 * `carried` are positive dollars.
 * Source: 26 U.S.C. §§ 1211(b), 1222; Schedule D (Form 1040) lines 7, 15, 16, 21. Decision: D-40.
 */
export function netGains(
  gains: GainsByTerm,
  carried: { readonly short: Money; readonly long: Money },
  filingStatus: FilingStatus,
): ScheduleD {
  const line7 = subtract(gains.shortGain, carried.short);
  const line15 = subtract(gains.longGain, carried.long);
  const line16 = add(line7, line15);
  const line21 = line16 < 0 ? smaller(magnitude(line16), LOSS_LIMIT[filingStatus]) : ZERO_MONEY;
  return { line7, line15, line16, line21, capitalGain: line16 < 0 ? negate(line21) : line16 };
}

/** The part of a gain above zero. */
export const gainPart = (amount: Money): Money => larger(amount, ZERO_MONEY);

/** The size of a loss; 0 for a gain. */
export const lossPart = (amount: Money): Money => (amount < 0 ? magnitude(amount) : ZERO_MONEY);
