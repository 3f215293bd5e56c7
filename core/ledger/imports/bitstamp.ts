import { cellOf, isNothing, sizeOf, textOf, type ExportRow } from "./exportRow.ts";
import { eachRow, type ImportFormat } from "./importFormat.ts";
import type { Amount, ImportedRow } from "./importedRow.ts";

/** Bitstamp's transactions, with currencies in columns of their own or, as before, behind the amounts. */
export const bitstamp: ImportFormat = {
  name: "Bitstamp",
  needs: "type subtype datetime account amount value rate fee",
  own: "account",
  zone: "UTC",
  read: eachRow(rowOf),
};

function rowOf(row: ExportRow): ImportedRow {
  return {
    from: row,
    date: cellOf(row, "datetime"),
    ...eventOf(row),
    wallet: "Bitstamp",
    id: textOf(row, "id"),
  };
}

type Event = Pick<ImportedRow, "type" | "sent" | "received" | "fee" | "worth">;

function eventOf(row: ExportRow): Event {
  const type = textOf(row, "type");
  const amount = amountIn(row, "amount");
  const value = amountIn(row, "value");
  const fee = amountIn(row, "fee");
  if (type.toLowerCase() === "market") {
    const subtype = textOf(row, "subtype");
    return subtype.toLowerCase() === "sell"
      ? { type: subtype, sent: amount, received: value, fee }
      : { type: subtype === "" ? "Market order" : subtype, sent: value, received: amount, fee };
  }
  const word = WORDS.get(type.toLowerCase()) ?? type;
  return word === "Withdrawal"
    ? { type: word, sent: amount, fee, worth: value }
    : { type: word, received: amount, fee, worth: value };
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ["withdrawal", "Withdrawal"],
  ["ripple payment", "Withdrawal"],
  ["ripple deposit", "Deposit"],
  ["card deposit", "Deposit"],
]);

/** `1.5 BTC` in one cell, or the amount and its currency in two. */
function amountIn(row: ExportRow, key: "amount" | "value" | "fee"): Amount | undefined {
  const cell = cellOf(row, key);
  const currency = textOf(row, `${key}currency`);
  const joined = currency === "" && typeof cell === "string" ? JOINED.exec(cell) : null;
  const amount: Amount =
    joined === null ? [sizeOf(cell), currency] : [sizeOf(joined[1] ?? ""), joined[2] ?? ""];
  return isNothing(amount[0]) ? undefined : amount;
}

const JOINED = /^\s*(\S+) ([A-Z0-9]+)\s*$/i;
