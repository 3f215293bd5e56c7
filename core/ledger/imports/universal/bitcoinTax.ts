import { wordKey } from "../../words.ts";
import { cellOf, isNothing, sizeOf, textOf, type ExportRow } from "../exportRow.ts";
import { eachRow, type ImportFormat } from "../importFormat.ts";
import type { Amount, ImportedRow } from "../importedRow.ts";
import { feeIn } from "./sideIn.ts";

/**
 * Bitcoin.tax, the table that it imports and its export: a symbol with its volume, and what was paid or
 * received for it in another currency. The total excludes the fee; the export's `Cost/Proceeds`, which
 * includes it, is not read.
 */
export const bitcoinTax: ImportFormat = {
  name: "Bitcoin.tax",
  needs: "date action symbol volume currency fee feecurrency",
  own: "account",
  zone: "UTC",
  read: eachRow(rowOf),
};

function rowOf(row: ExportRow): ImportedRow {
  const action = textOf(row, "action");
  const key = wordKey(action);
  const units: Amount = [sizeOf(cellOf(row, "volume")), textOf(row, "symbol")];
  const money = moneyOf(row);
  const common = {
    from: row,
    date: cellOf(row, "date"),
    type: action,
    fee: feeIn(row, ["fee", "feecurrency"]),
    wallet: textOf(row, "account"),
    id: textOf(row, "exchangeid"),
  };
  if (key === "buy") return { ...common, sent: money, received: units };
  if (key === "sell") return { ...common, sent: units, received: money };
  return LEAVING.has(key)
    ? { ...common, sent: units, worth: money }
    : { ...common, received: units, worth: money };
}

const LEAVING: ReadonlySet<string> = new Set(
  "spend donation gift stolen lost repay fee withdrawal".split(" "),
);

function moneyOf(row: ExportRow): Amount | undefined {
  const total = cellOf(row, "total");
  return isNothing(total) ? undefined : [sizeOf(total), textOf(row, "currency")];
}
