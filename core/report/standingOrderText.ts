import { dayText, type Day } from "../calendar/day.ts";
import type { LotMethod } from "../ledger/settings.ts";

/** Counts up when the words change, so that a kept record says which it was. */
export const STANDING_ORDER_VERSION = 1;

/** What a standing order says. */
export type StandingOrderFacts = {
  readonly method: LotMethod;
  readonly from: Day;
  /** The taxpayer's time zone by name; undefined where only the host knows it. */
  readonly zone: string | undefined;
  /** In words: one wallet or account, or several. */
  readonly place: string;
};

/**
 * The text of a standing order, to be kept in the taxpayer's own records and given to a broker who
 * holds the units: which units leave when some are sold, disposed of or transferred.
 *
 * It works from the moment at which it is recorded, and never backwards.
 * Source: Treas. Reg. § 1.1012-1(c)(8), (j)(2), (j)(3)(ii). Decision: D-49.
 */
export function standingOrderText({ method, from, zone, place }: StandingOrderFacts): string {
  const when = `${dayText(from)} (${zone ?? "my time zone"})`;
  return `From ${when}, for each asset in ${place}: units sold, disposed of or transferred are ${UNITS[method]}.`;
}

const UNITS: Readonly<Record<LotMethod, string>> = {
  FIFO: "those acquired first; of units acquired at one moment, those recorded first",
  LIFO: "those acquired last; of units acquired at one moment, those recorded last",
  HIFO: "those with the highest basis a unit, adjustments included; of equal ones, the oldest",
  LOFO: "those with the lowest basis a unit, adjustments included; of equal ones, the oldest",
  SPECIFIC: "those that my record names before the disposal; where it names none, the oldest",
};
