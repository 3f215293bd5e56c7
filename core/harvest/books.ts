import type { Day } from "../calendar/day.ts";
import type { ParsedLedger } from "../ledger/parseLedger.ts";
import type { PriceList } from "../ledger/parsePrices.ts";
import type { Settings } from "../ledger/settings.ts";

/** The user's ledger, prices and choices as of a day, read and complete. */
export type Books = {
  readonly ledger: ParsedLedger;
  readonly prices: PriceList;
  readonly settings: Settings;
  /** Later transactions take no part in lots and positions. */
  readonly asOf: Day;
};
