import type { CellValue } from "../cells.ts";
import { cellOf, isNothing, sizeOf, textOf, type ExportRow } from "./exportRow.ts";
import { eachRow, type ImportFormat } from "./importFormat.ts";
import type { Amount, ImportedRow, RowOutcome } from "./importedRow.ts";
import { cryptoComWord } from "./cryptoComWords.ts";
import { sideOf } from "./oneSidedAmount.ts";

/** The Crypto.com app's transactions. What each row was worth stands beside it. */
export const cryptoCom: ImportFormat = {
  name: "Crypto.com App",
  needs: `timestamp transactiondescription currency amount tocurrency toamount nativecurrency
    nativeamount transactionkind`.replace(/\s+/g, " "),
  zone: "UTC",
  read: eachRow(outcomeOf),
};

function outcomeOf(row: ExportRow): RowOutcome {
  const word = wordOf(row);
  if (word === "inside") return { withoutEffect: row.row };
  return {
    from: row,
    date: cellOf(row, "timestamp"),
    ...eventOf(row, word),
    wallet: "Crypto.com App",
    id: textOf(row, "transactionhash"),
  };
}

/** Rows of cash have no kind, and say in their description what they are. */
function wordOf(row: ExportRow): string {
  const kind = textOf(row, "transactionkind");
  if (kind !== "") return cryptoComWord(kind);
  const description = textOf(row, "transactiondescription");
  return /\b(?:deposit|withdrawal)\b/i.exec(description)?.[0] ?? description;
}

type Event = Pick<
  ImportedRow,
  "type" | "sent" | "received" | "worth" | "sentWallet" | "receivedWallet"
>;

function eventOf(row: ExportRow, word: string): Event {
  const asset = textOf(row, "currency");
  const side = sideOf(cellOf(row, "amount"), asset);
  const worth = worthOf(row);
  if (word === "for native") return { type: "Trade", ...forNative(row, side) };
  if (word === "to exchange") return { ...transfer(row), worth, receivedWallet: EXCHANGE };
  if (word === "from exchange") return { ...transfer(row), worth, sentWallet: EXCHANGE };
  if (word !== "Trade") return { type: word, ...side, worth };
  const sent: Amount = [sizeOf(cellOf(row, "amount")), asset];
  const received: Amount = [cellOf(row, "toamount"), textOf(row, "tocurrency")];
  return { type: "Trade", sent, received, worth };
}

type Side = ReturnType<typeof sideOf>;

/**
 * Paid by card, or turned into another coin by way of money: the native amount is the other side.
 * Decision: D-53.
 */
function forNative(row: ExportRow, side: Side): Pick<Event, "sent" | "received" | "worth"> {
  const native: Amount = [sizeOf(cellOf(row, "nativeamount")), textOf(row, "nativecurrency")];
  const worth = worthOf(row);
  return "sent" in side ? { ...side, received: native, worth } : { ...side, sent: native, worth };
}

/** Its own exchange is another wallet. */
const EXCHANGE = "Crypto.com Exchange";

function transfer(row: ExportRow): Pick<Event, "type" | "sent" | "received"> {
  const units: Amount = [sizeOf(cellOf(row, "amount")), textOf(row, "currency")];
  return { type: "Transfer", sent: units, received: units };
}

/** The dollars, where the native currency is another. */
function worthOf(row: ExportRow): Amount | undefined {
  const place = row.headings.findIndex((heading) => IN_DOLLARS.test(heading));
  const dollars: CellValue = row.cells[place] ?? null;
  if (!isNothing(dollars)) return [sizeOf(dollars), "USD"];
  const native = cellOf(row, "nativeamount");
  return isNothing(native) ? undefined : [sizeOf(native), textOf(row, "nativecurrency")];
}

const IN_DOLLARS = /^native amount \(in usd\)$/i;
