import { coinbase } from "./coinbase.ts";
import { coinbasePro } from "./coinbasePro.ts";
import { gemini } from "./gemini.ts";
import type { ImportFormat } from "./importFormat.ts";
import { krakenLedgers } from "./krakenLedgers.ts";
import { krakenTrades } from "./krakenTrades.ts";
import { UNIVERSAL_FORMATS } from "./universal/universalFormats.ts";

/** All exports that need more than synonyms for their headings. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [
  coinbase,
  coinbasePro,
  krakenLedgers,
  krakenTrades,
  gemini,
  ...UNIVERSAL_FORMATS,
];
