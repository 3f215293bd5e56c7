import { cellOf, textOf, type ExportRow } from "../exportRow.ts";
import { eachRow, type ImportFormat } from "../importFormat.ts";
import type { ImportedRow } from "../importedRow.ts";
import { feeIn, sideIn } from "./sideIn.ts";

/**
 * BittyTax's transaction records. Its columns of values do not say in which currency they are, and are
 * not read. Decision: D-54.
 */
export const bittyTax: ImportFormat = {
  name: "BittyTax",
  needs: "type buyquantity buyasset sellquantity sellasset feequantity feeasset wallet timestamp",
  own: "buyvalue sellvalue feevalue",
  zone: "UTC",
  read: eachRow(rowOf),
};

function rowOf(row: ExportRow): ImportedRow {
  return {
    from: row,
    date: cellOf(row, "timestamp"),
    type: textOf(row, "type"),
    sent: sideIn(row, ["sellquantity", "sellasset"]),
    received: sideIn(row, ["buyquantity", "buyasset"]),
    fee: feeIn(row, ["feequantity", "feeasset"]),
    wallet: textOf(row, "wallet"),
    id: textOf(row, "txid"),
  };
}
