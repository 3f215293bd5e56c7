import { binanceUs } from "./binanceUs.ts";
import { bitstamp } from "./bitstamp.ts";
import { cashApp } from "./cashApp.ts";
import { coinbase } from "./coinbase.ts";
import { coinbasePro } from "./coinbasePro.ts";
import { cryptoCom } from "./cryptoCom.ts";
import { gemini } from "./gemini.ts";
import type { ImportFormat } from "./importFormat.ts";
import { krakenLedgers } from "./krakenLedgers.ts";
import { krakenTrades } from "./krakenTrades.ts";
import { ledgerLive } from "./ledgerLive.ts";
import { robinhoodActivity } from "./robinhoodActivity.ts";
import { robinhoodCrypto } from "./robinhoodCrypto.ts";
import { UNIVERSAL_FORMATS } from "./universal/universalFormats.ts";
import { uphold } from "./uphold.ts";

/**
 * The export whose headings a row has, in the order that tells close relatives apart; undefined
 * where it has those of none. The headings are keys, as `headingOf` makes them.
 */
export const importFormatOf = (headings: {
  readonly has: (key: string) => boolean;
}): ImportFormat | undefined =>
  FORMATS.find(({ keys }) => keys.every((key) => headings.has(key)))?.format;

/** All exports that need more than synonyms for their headings. */
const FORMATS = [
  coinbase,
  coinbasePro,
  krakenLedgers,
  krakenTrades,
  gemini,
  binanceUs,
  cashApp,
  cryptoCom,
  robinhoodCrypto,
  robinhoodActivity,
  bitstamp,
  ledgerLive,
  uphold,
  ...UNIVERSAL_FORMATS,
].map((format) => ({ format, keys: format.needs.split(" ") }));
