import { cellOf, isBelowZero, isNothing, textOf, type ExportRow } from "../exportRow.ts";
import { eachRow, type ImportFormat } from "../importFormat.ts";
import type { Amount, ImportedRow } from "../importedRow.ts";
import { sideOf } from "../oneSidedAmount.ts";
import { feeIn, sideIn } from "./sideIn.ts";

/** Koinly's simple template: one asset a row, below zero where it was sent. */
export const koinlySimple: ImportFormat = {
  name: "Koinly simple template",
  needs: "koinlydate amount currency",
  own: "label tag",
  zone: "UTC",
  read: eachRow(moveOf),
};

/** Koinly's template for trades: a pair, a side, and the amounts of base and quote. */
export const koinlyTrades: ImportFormat = {
  name: "Koinly trades template",
  needs: "koinlydate pair side amount total",
  zone: "UTC",
  read: eachRow(tradeOf),
};

function moveOf(row: ExportRow): ImportedRow {
  const amount = cellOf(row, "amount");
  const label = textOf(row, "label", "tag");
  return {
    ...commonOf(row),
    type: label === "" ? (isBelowZero(amount) ? "Withdrawal" : "Deposit") : label,
    ...(isNothing(amount) ? {} : sideOf(amount, textOf(row, "currency"))),
    fee: feeIn(row, row.places.has("feeamount") ? FEE : ["fee", "feecurrency"]),
    id: textOf(row, "txhash"),
  };
}

const FEE = ["feeamount", "feecurrency"] as const;

function tradeOf(row: ExportRow): ImportedRow {
  const [base = "", quote = ""] = textOf(row, "pair").split(/[-/]/);
  const side = textOf(row, "side");
  const isSale = side.toLowerCase() === "sell";
  const units: Amount = [cellOf(row, "amount"), base];
  const price: Amount = [cellOf(row, "total"), quote];
  return {
    ...commonOf(row),
    type: side,
    sent: isSale ? units : price,
    received: isSale ? price : units,
    fee: feeIn(row, FEE),
    id: textOf(row, "tradeid", "orderid"),
  };
}

const commonOf = (row: ExportRow): Pick<ImportedRow, "from" | "date" | "worth" | "wallet"> => ({
  from: row,
  date: cellOf(row, "koinlydate"),
  worth: sideIn(row, ["networthamount", "networthcurrency"]),
  wallet: textOf(row, "wallet"),
});
