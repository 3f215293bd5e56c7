import { add, negate, smaller, subtract, ZERO_MONEY, type Money } from "../money/amounts.ts";
import { atRate, type DecimalNumber } from "../money/decimalNumber.ts";
import { gainPart, type ScheduleD } from "./netGains.ts";

/** The user's own rates, as fractions. */
export type FlatRates = { readonly short: DecimalNumber; readonly long: DecimalNumber };

/**
 * Tax on the gains of a year at flat rates: net long-term gain at the one, what else there is, or
 * the loss that reduces other income, at the other. Negative where a loss reduces income.
 */
export function flatTax({ line15, line16, line21 }: ScheduleD, rates: FlatRates): Money {
  if (line16 < 0) return negate(atRate(line21, rates.short));
  const preferred = gainPart(smaller(line15, line16));
  return add(
    atRate(subtract(line16, preferred), rates.short),
    preferred === ZERO_MONEY ? ZERO_MONEY : atRate(preferred, rates.long),
  );
}
