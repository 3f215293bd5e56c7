import type { ImportFormat } from "../importFormat.ts";
import { bitcoinTax } from "./bitcoinTax.ts";
import { bittyTax } from "./bittyTax.ts";
import { coinLedgerExport } from "./coinLedgerExport.ts";
import { coinTrackingExport, coinTrackingImport } from "./coinTracking.ts";
import { koinlySimple, koinlyTrades } from "./koinlyTemplates.ts";
import { rotkiEvents, rotkiTrades } from "./rotki.ts";

/** Tables of portfolio and tax programs whose rows are not of two sides as they stand. */
export const UNIVERSAL_FORMATS: readonly ImportFormat[] = [
  koinlyTrades,
  koinlySimple,
  coinLedgerExport,
  coinTrackingExport,
  coinTrackingImport,
  bitcoinTax,
  bittyTax,
  rotkiTrades,
  rotkiEvents,
];
