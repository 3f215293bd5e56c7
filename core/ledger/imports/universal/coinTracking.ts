import { cellText } from "../../words.ts";
import { cellOf, isNothing, sizeOf, textOf, type ExportRow } from "../exportRow.ts";
import { eachRow, type ImportFormat } from "../importFormat.ts";
import type { Amount, ImportedRow } from "../importedRow.ts";
import { sideIn } from "./sideIn.ts";

/** CoinTracking's export, whose three columns of currencies share the heading `Cur.`. */
export const coinTrackingExport: ImportFormat = {
  name: "CoinTracking export",
  needs: "type buy cur sell fee exchange date",
  zone: "taxpayer",
  read: eachRow((row) =>
    rowOf(row, {
      received: amountBeforeCurrency(row, "buy"),
      sent: amountBeforeCurrency(row, "sell"),
      fee: amountBeforeCurrency(row, "fee"),
    }),
  ),
};

/** The table that CoinTracking imports. */
export const coinTrackingImport: ImportFormat = {
  name: "CoinTracking import",
  needs: "type buyamount buycurrency sellamount sellcurrency tradegroup date",
  zone: "taxpayer",
  read: eachRow((row) =>
    rowOf(row, {
      received: sideIn(row, ["buyamount", "buycurrency"]),
      sent: sideIn(row, ["sellamount", "sellcurrency"]),
      fee: sideIn(row, ["fee", "feecurrency"]),
    }),
  ),
};

type Amounts = Readonly<Record<"received" | "sent" | "fee", Amount | undefined>>;

/**
 * The amounts of CoinTracking include the fee, which is stated beside them to inform; a fee in a third
 * coin has a row of its own. It is kept for a withdrawal, where it tells how much arrives.
 * Decision: D-54.
 */
function rowOf(row: ExportRow, { received, sent, fee }: Amounts): ImportedRow {
  const type = textOf(row, "type");
  const isTold = type.toLowerCase() === "withdrawal" && fee !== undefined && fee[1] === sent?.[1];
  return {
    from: row,
    date: cellOf(row, "date"),
    type,
    sent,
    received,
    fee: isTold && !isNothing(fee[0]) ? fee : undefined,
    wallet: textOf(row, "exchange"),
    id: textOf(row, "txid", "tradeid"),
  };
}

/** The amount under a heading, with the currency in the column behind it. */
function amountBeforeCurrency(row: ExportRow, key: string): Amount | undefined {
  const place = row.places.get(key);
  const amount = place === undefined ? null : (row.cells[place] ?? null);
  const currency = place === undefined ? "" : cellText(row.cells[place + 1]);
  return isNothing(amount) ? undefined : [sizeOf(amount), currency];
}
