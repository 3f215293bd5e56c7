import { wordKey } from "../words.ts";
import { textOf, type ExportRow } from "./exportRow.ts";
import type { Amount } from "./importedRow.ts";

/** What the notes of a conversion say that it gave for what. */
export type Conversion = { readonly sent: Amount; readonly received: Amount };

/** Reads notes such as `Converted 0.5 ETH to 0.03 BTC`; undefined for rows that convert nothing. */
export function conversionOf(row: ExportRow): Conversion | undefined {
  if (!CONVERSIONS.has(wordKey(textOf(row, "transactiontype")))) return undefined;
  const match = NOTES.exec(textOf(row, "notes"));
  if (match === null) return undefined;
  const [, sent = "", sentAsset = "", received = "", receivedAsset = ""] = match;
  return {
    sent: [sent, coinbaseAsset(sentAsset)],
    received: [received, coinbaseAsset(receivedAsset)],
  };
}

const CONVERSIONS: ReadonlySet<string> = new Set(["convert", "conversion"]);
const NOTES = /^Converted (\d[\d,]*\.?\d*|\.\d+) (\S+) to (\d[\d,]*\.?\d*|\.\d+) (\S+?)\.?$/i;

/** A symbol of Coinbase's own by its usual name: staked ether is ETH2 there. Decision: D-51. */
export function coinbaseAsset(symbol: string): string {
  const plain = symbol.trim();
  return plain.toUpperCase() === "ETH2" ? "ETH" : plain;
}

/**
 * For each row that gave coins, the row that received them: newer exports have a row for each side of
 * a conversion, of one time and with the same notes.
 */
export function arrivalsOf(rows: readonly ExportRow[]): ReadonlyMap<ExportRow, ExportRow> {
  const waiting = {
    leaving: new Map<string, ExportRow[]>(),
    arriving: new Map<string, ExportRow[]>(),
  };
  for (const row of rows) {
    const conversion = conversionOf(row);
    if (conversion === undefined) continue;
    const side = isReceived(row, conversion) ? waiting.arriving : waiting.leaving;
    const key = `${textOf(row, "timestamp")} ${textOf(row, "notes")}`;
    const known = side.get(key);
    if (known === undefined) side.set(key, [row]);
    else known.push(row);
  }
  const pairs = new Map<ExportRow, ExportRow>();
  for (const [key, leaving] of waiting.leaving) {
    const arriving = waiting.arriving.get(key) ?? [];
    leaving.forEach((row, place) => {
      const other = arriving[place];
      if (other !== undefined) pairs.set(row, other);
    });
  }
  return pairs;
}

const isReceived = (row: ExportRow, { sent, received }: Conversion): boolean =>
  received[1] !== sent[1] && coinbaseAsset(textOf(row, "asset")) === received[1];
