import { addDays, dayOf, partsOf, type Day } from "./day.ts";

/** Short: held one year or less. Long: held more than one year. */
export type Term = "Short" | "Long";

/**
 * The first day on which a disposal is long-term.
 *
 * The holding period begins on the day after the acquisition and runs in calendar years, never in
 * 365 days: the answer is the first anniversary of that first day, and 1 March where that first day
 * is 29 February.
 *
 * Source: 26 U.S.C. § 1222; IRS Pub. 550 (2025) p. 81; Rev. Rul. 66-7. Decision: D-01.
 */
export function longTermDay(holdingPeriodStart: Day): Day {
  const first = partsOf(addDays(holdingPeriodStart, 1));
  return (
    dayOf(first.year + 1, first.month, first.dayOfMonth) ??
    // 29 February has no anniversary in a common year.
    (dayOf(first.year + 1, 3, 1) as Day)
  );
}

/**
 * The term of a disposal on a day, of property whose holding period counts from another.
 *
 * Source: as longTermDay. Decision: D-01.
 */
export const termOn = (holdingPeriodStart: Day, disposed: Day): Term =>
  disposed - holdingPeriodStart > 364 && disposed >= longTermDay(holdingPeriodStart)
    ? "Long"
    : "Short";
