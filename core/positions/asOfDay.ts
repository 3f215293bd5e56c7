import type { Day } from "../calendar/day.ts";
import type { Ledger } from "../ledger/parseLedger.ts";
import type { PriceList } from "../ledger/parsePrices.ts";
import type { Settings } from "../ledger/settings.ts";

/**
 * The day as of which positions are shown: the one asked for, else the settings', else the newest
 * day of a price, else the day of the last transaction. Undefined where there is none of these.
 */
export function asOfDay(from: {
  readonly asked: Day | undefined;
  readonly settings: Settings;
  readonly prices: PriceList | undefined;
  readonly ledger: Ledger;
}): Day | undefined {
  return from.asked ?? from.settings.asOf ?? newestPrice(from.prices) ?? lastDay(from.ledger);
}

function newestPrice(prices: PriceList | undefined): Day | undefined {
  let newest: Day | undefined;
  for (const { asOf } of prices?.prices.values() ?? []) {
    if (asOf !== undefined && (newest === undefined || asOf > newest)) newest = asOf;
  }
  return newest;
}

function lastDay({ transactions }: Ledger): Day | undefined {
  let last: Day | undefined;
  for (const { day } of transactions) if (last === undefined || day > last) last = day;
  return last;
}
