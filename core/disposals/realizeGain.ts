import type { Day } from "../calendar/day.ts";
import { termOn, type Term } from "../calendar/holdingPeriod.ts";
import { subtract, ZERO_MONEY, type Money } from "../money/amounts.ts";
import type { Tranche } from "../lots/lot.ts";
import type { RealizedLot } from "./lotDisposal.ts";

/** Units of one tranche with their basis, and that for a loss where it is another. */
export type UnitsOfLot = {
  readonly tranche: Tranche;
  readonly basis: Money;
  readonly lossBasis: Money | undefined;
};

/**
 * The gain or loss on units of one lot for their share of the proceeds, on the day of disposal.
 *
 * A gift that was worth less than the donor's basis has two: the donor's for a gain, with the
 * donor's holding period, and the value when given for a loss, held from the gift. Between the two
 * there is neither gain nor loss. Inherited property is always long-term.
 *
 * Source: 26 U.S.C. §§ 1001, 1015(a), 1222, 1223(2), 1223(9); Treas. Reg. § 1.1015-1(a)(1), (2);
 * IRS Pub. 550 (2025) pp. 81-82. Decisions: D-01, D-04, D-05.
 */
export function realizeGain(units: UnitsOfLot, proceeds: Money, disposed: Day): RealizedLot {
  const { tranche, basis, lossBasis } = units;
  const { day, origin } = tranche.acquisition;
  const gain = subtract(proceeds, basis);
  const start = tranche.holdingPeriodStart;
  if (lossBasis === undefined || gain > 0) {
    // For a gift the period begins with the donor, and so does the date of a gain.
    const acquired = origin === "gift" && gain > 0 ? start : day;
    const term = termOfTranche(tranche, disposed);
    return { tranche, basis, gain, term, acquired, holdingPeriodStart: start };
  }
  const loss = subtract(proceeds, lossBasis);
  if (loss < 0) {
    const term = termOn(day, disposed);
    return { tranche, basis: lossBasis, gain: loss, term, acquired: day, holdingPeriodStart: day };
  }
  return {
    tranche,
    basis: proceeds,
    gain: ZERO_MONEY,
    term: undefined,
    acquired: day,
    holdingPeriodStart: day,
  };
}

/**
 * The term if units of the tranche were disposed of on a day at its own basis.
 *
 * Source: 26 U.S.C. §§ 1222, 1223(9). Decisions: D-01, D-05.
 */
export const termOfTranche = (tranche: Tranche, disposed: Day): Term =>
  tranche.acquisition.origin === "inheritance"
    ? "Long"
    : termOn(tranche.holdingPeriodStart, disposed);
