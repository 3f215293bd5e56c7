import { cellOf, isNothing, textOf, type ExportRow } from "./exportRow.ts";
import { eachRow, type ImportFormat } from "./importFormat.ts";
import type { Amount, ImportedRow } from "./importedRow.ts";
import { krakenPair } from "./krakenAsset.ts";

/** Kraken's trades: one row for each fill, whose cost and fee are in the quote of its pair. */
export const krakenTrades: ImportFormat = {
  name: "Kraken trades",
  needs: "txid ordertxid pair time type ordertype price cost fee vol",
  zone: "UTC",
  read: eachRow(tradeOf),
};

function tradeOf(row: ExportRow): ImportedRow {
  const pair = krakenPair(textOf(row, "pair"));
  const base: Amount = [cellOf(row, "vol"), pair?.base ?? ""];
  const quote: Amount = [cellOf(row, "cost"), pair?.quote ?? ""];
  const type = textOf(row, "type");
  const isSale = type.toLowerCase() === "sell";
  const fee = cellOf(row, "fee");
  return {
    from: row,
    date: cellOf(row, "time"),
    type: isNothing(cellOf(row, "margin")) ? type : "margin trade",
    sent: isSale ? base : quote,
    received: isSale ? quote : base,
    fee: isNothing(fee) ? undefined : [fee, quote[1]],
    wallet: "Kraken",
    id: textOf(row, "txid"),
  };
}
