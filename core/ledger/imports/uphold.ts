import { assetKey } from "../asset.ts";
import { FIAT_CURRENCIES } from "../fiatCurrencies.ts";
import { cellOf, lessCell, sizeOf, textOf, type ExportRow } from "./exportRow.ts";
import { eachRow, type ImportFormat } from "./importFormat.ts";
import type { Amount, ImportedRow, RowOutcome } from "./importedRow.ts";
import { statedAmount } from "./oneSidedAmount.ts";

/** Uphold's transactions. The fee is a part of what leaves the origin. Decision: D-53. */
export const uphold: ImportFormat = {
  name: "Uphold",
  needs: `date destination destinationamount destinationcurrency feeamount feecurrency id origin
    originamount origincurrency status type`.replace(/\s+/g, " "),
  zone: "UTC",
  read: eachRow(outcomeOf),
};

function outcomeOf(row: ExportRow): RowOutcome {
  const status = textOf(row, "status").toLowerCase();
  const type = textOf(row, "type").toLowerCase();
  const isOneCurrency = currencyOf(row, "origin") === currencyOf(row, "destination");
  if (NOT_DONE.has(status) || (type === "transfer" && isOneCurrency && isDone(status))) {
    return { withoutEffect: row.row };
  }
  const event = isOneCurrency ? moved(row, type) : traded(row, type);
  return {
    from: row,
    date: cellOf(row, "date"),
    ...event,
    type: isDone(status) ? event.type : `${event.type} ${status}`,
    wallet: "Uphold",
    id: textOf(row, "id"),
  };
}

const isDone = (status: string): boolean => status === "completed";

const NOT_DONE: ReadonlySet<string> = new Set([
  "failed",
  "canceled",
  "cancelled",
  "expired",
  "pending",
  "processing",
  "waiting",
]);

type Event = Pick<ImportedRow, "type" | "sent" | "received" | "fee">;
type End = "origin" | "destination";

function moved(row: ExportRow, type: string): Event {
  const arriving = amountAt(row, "destination");
  if (type !== "out") return { type: WORDS.get(type) ?? type, received: arriving };
  const missing = lessCell(sizeOf(cellOf(row, "originamount")), arriving[0]);
  const fee =
    statedAmount(cellOf(row, "feeamount"), textOf(row, "feecurrency")) ??
    statedAmount(missing, arriving[1]);
  return { type: "Withdrawal", sent: arriving, fee };
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ["in", "Deposit"],
  ["staking-reward", "Staking reward"],
]);

/** A trade at Uphold, or cash from or to a card or a bank; coins of elsewhere are not Uphold's to trade. */
function traded(row: ExportRow, type: string): Event {
  const sides = { sent: amountAt(row, "origin"), received: amountAt(row, "destination") };
  const isInside =
    isAtUphold(row, "origin") && isAtUphold(row, "destination")
      ? type === "transfer"
      : isOwnOrCash(row, "origin") && isOwnOrCash(row, "destination");
  return { type: isInside ? "Trade" : `${type} of another currency`, ...sides };
}

const isOwnOrCash = (row: ExportRow, end: End): boolean =>
  isAtUphold(row, end) || FIAT_CURRENCIES.has(currencyOf(row, end));

const isAtUphold = (row: ExportRow, end: End): boolean =>
  textOf(row, end).toLowerCase() === "uphold";

const currencyOf = (row: ExportRow, end: End): string => assetKey(textOf(row, `${end}currency`));

const amountAt = (row: ExportRow, end: End): Amount => [
  sizeOf(cellOf(row, `${end}amount`)),
  textOf(row, `${end}currency`),
];
