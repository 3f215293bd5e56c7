import { isDollars } from "../fiatCurrencies.ts";
import { cellOf, isBelowZero, sizeOf, textOf, type ExportRow } from "./exportRow.ts";
import { eachRow, type ImportFormat } from "./importFormat.ts";
import type { Amount, ImportedRow } from "./importedRow.ts";
import { statedAmount } from "./oneSidedAmount.ts";

/**
 * Binance.US's statement, with headings in words or with underscores. A spot trade has base and quote
 * as a market has them, with the fee beside them; elsewhere the base was given, the quote received,
 * and both include the fee. Decision: D-53.
 */
export const binanceUs: ImportFormat = {
  name: "Binance.US",
  needs: `time category operation orderid transactionid primaryasset realizedamountforprimaryasset
    baseasset realizedamountforbaseasset quoteasset realizedamountforquoteasset feeasset
    realizedamountforfeeasset`.replace(/\s+/g, " "),
  zone: "UTC",
  read: eachRow(rowOf),
};

function rowOf(row: ExportRow): ImportedRow {
  return {
    from: row,
    date: cellOf(row, "time"),
    ...eventOf(row),
    wallet: "Binance.US",
    id: textOf(row, "transactionid"),
  };
}

type Event = Pick<ImportedRow, "type" | "sent" | "received" | "fee" | "worth" | "feeWorth">;

function eventOf(row: ExportRow): Event {
  const category = textOf(row, "category");
  const word = category.toLowerCase();
  if (word === "spot trading") return spotTrade(row);
  if (QUICK_TRADES.has(word)) return quickTrade(row);
  if (word === "withdrawal") {
    return { type: category, sent: amountOf(row, "primary"), ...feeOf(row), ...worthOf(row) };
  }
  const type = word === "distribution" ? distributionOf(row) : category;
  const primary = cellOf(row, "realizedamountforprimaryasset");
  // What is distributed below zero is a service's fee on rewards.
  if (word === "distribution" && isBelowZero(primary)) {
    return { type: "Fee", sent: amountOf(row, "primary"), ...worthOf(row) };
  }
  return { type, received: amountOf(row, "primary"), ...feeOf(row), ...worthOf(row) };
}

const QUICK_TRADES: ReadonlySet<string> = new Set([
  "quick buy",
  "quick sell",
  "buy",
  "sell",
  "convert",
]);

/** What `Others` are is nowhere said: the user has to. */
function distributionOf(row: ExportRow): string {
  const operation = textOf(row, "operation");
  return WORDS.get(operation.toLowerCase()) ?? `Distribution ${operation}`;
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ["staking rewards", "Staking reward"],
  ["referral commission", "Referral bonus"],
]);

function spotTrade(row: ExportRow): Event {
  const operation = textOf(row, "operation");
  const isSale = operation.toLowerCase() === "sell";
  const [sent, received] = isSale ? (["base", "quote"] as const) : (["quote", "base"] as const);
  return {
    type: operation,
    sent: amountOf(row, sent),
    received: amountOf(row, received),
    ...feeOf(row),
    worth: dollarsOf(row, received) ?? dollarsOf(row, sent),
  };
}

/** Dollars are given in a purchase and received in a sale, in whichever column they stand. */
function quickTrade(row: ExportRow): Event {
  const word = `${textOf(row, "operation")} ${textOf(row, "category")}`;
  const dollars = /sell/i.test(word) ? "base" : "quote";
  const isSwapped =
    /buy|sell/i.test(word) && isDollars(textOf(row, `${dollars}asset`)) && !isOnlyDollars(row);
  const [sent, received] = isSwapped ? (["quote", "base"] as const) : (["base", "quote"] as const);
  const given = amountOf(row, sent);
  const got = amountOf(row, received);
  const feeAsset = textOf(row, "feeasset");
  const isIncluded = feeAsset === given[1] || feeAsset === got[1];
  return {
    type: "Trade",
    sent: given,
    received: got,
    ...(isIncluded ? {} : feeOf(row)),
    worth: dollarsOf(row, received) ?? dollarsOf(row, sent),
  };
}

const isOnlyDollars = (row: ExportRow): boolean =>
  isDollars(textOf(row, "baseasset")) && isDollars(textOf(row, "quoteasset"));

type Role = "primary" | "base" | "quote" | "fee";

const amountOf = (row: ExportRow, role: Role): Amount => [
  sizeOf(cellOf(row, `realizedamountfor${role}asset`)),
  textOf(row, `${role}asset`),
];

const dollarsOf = (row: ExportRow, role: Role): Amount | undefined =>
  statedAmount(
    cellOf(row, `realizedamountfor${role}assetinusd`, `realizedamountfor${role}assetinusdvalue`),
    "USD",
  );

const worthOf = (row: ExportRow): Pick<Event, "worth"> => ({ worth: dollarsOf(row, "primary") });

const feeOf = (row: ExportRow): Pick<Event, "fee" | "feeWorth"> => ({
  fee: statedAmount(...amountOf(row, "fee")),
  feeWorth: dollarsOf(row, "fee"),
});
