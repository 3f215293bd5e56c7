import { addDays, type Day } from "../calendar/day.ts";

/** Days before, and days after, a sale at a loss in which an acquisition washes it. */
export const WINDOW_DAYS = 30;

/** The first and the last day of a window, both inside it. */
export type WashWindow = { readonly first: Day; readonly last: Day };

/**
 * The 61 days around a sale, the day of sale among them: 30 before it and 30 after.
 *
 * Calendar days, weekends and holidays included.
 * Source: 26 U.S.C. § 1091(a); Treas. Reg. § 1.1091-1(a). Decision: D-20.
 */
export const washWindow = (sold: Day): WashWindow => ({
  first: addDays(sold, -WINDOW_DAYS),
  last: addDays(sold, WINDOW_DAYS),
});
