import type { Day } from "../../core/calendar/day.ts";
import { compareFractions, minus, ZERO, type Fraction } from "./fraction.ts";
import type { Unit } from "./unit.ts";
import { lossOf } from "./washSale.ts";

/** What the sale of one unit comes to, before any disallowance. */
export type UnitGain = {
  readonly basis: Fraction;
  readonly gain: Fraction;
  /** Above zero; undefined where there is no loss. */
  readonly loss: Fraction | undefined;
  /** What the row shows as acquired: the donor's day for a gain over a donor's basis. */
  readonly acquired: Day;
  readonly holdingPeriodStart: Day;
  readonly hasTerm: boolean;
};

/**
 * Gain or loss on one unit. A gift may have two bases: the donor's for a gain, its value when given
 * for a loss, and neither gain nor loss in between (R1.1).
 */
export function gainOnUnit(unit: Unit, proceeds: Fraction): UnitGain {
  const { acquisition, basis, lossBasis } = unit;
  if (lossBasis === undefined || compareFractions(proceeds, basis) > 0) {
    const gain = minus(proceeds, basis);
    const isGainOnGift = acquisition.origin === "gift" && gain.numerator > 0n;
    return {
      basis,
      gain,
      loss: lossOf(proceeds, basis),
      acquired: isGainOnGift ? acquisition.holdingPeriodStart : acquisition.day,
      holdingPeriodStart: unit.holdingPeriodStart,
      hasTerm: true,
    };
  }
  const loss = lossOf(proceeds, lossBasis);
  return {
    basis: loss === undefined ? proceeds : lossBasis,
    gain: loss === undefined ? ZERO : minus(proceeds, lossBasis),
    loss,
    acquired: acquisition.day,
    holdingPeriodStart: acquisition.day,
    hasTerm: loss !== undefined,
  };
}
