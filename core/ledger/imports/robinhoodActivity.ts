import { cellOf, isNothing, sizeOf, textOf, type ExportRow } from "./exportRow.ts";
import { eachRow, type ImportFormat } from "./importFormat.ts";
import type { Amount, ImportedRow, RowOutcome } from "./importedRow.ts";
import { statedAmount } from "./oneSidedAmount.ts";

/**
 * Robinhood's account activity: shares, funds and options. The amount is what the account paid or
 * received, fees in it. An option that was bought is an asset of its own, by its description.
 */
export const robinhoodActivity: ImportFormat = {
  name: "Robinhood activity",
  needs: "activitydate processdate settledate instrument description transcode quantity amount",
  own: "account",
  zone: "taxpayer",
  read: eachRow(outcomeOf),
};

function outcomeOf(row: ExportRow): RowOutcome {
  const code = textOf(row, "transcode");
  const kind = KINDS.get(code.toUpperCase());
  // Dividends in cash, interest and bank transfers move no units.
  if (kind === undefined && code !== "" && isNothing(cellOf(row, "quantity"))) {
    return { withoutEffect: row.row };
  }
  return {
    from: row,
    date: cellOf(row, "activitydate"),
    ...(kind === undefined ? otherEvent(row, code) : eventOf(row, kind)),
    wallet: "Robinhood",
    id: "",
  };
}

type Kind = { readonly type: string; readonly isOption: boolean };

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ["BUY", { type: "Buy", isOption: false }],
  ["SELL", { type: "Sell", isOption: false }],
  ["BTO", { type: "Buy", isOption: true }],
  ["STC", { type: "Sell", isOption: true }],
  // Options that were written are short sales, which are refused.
  ["STO", { type: "Short open", isOption: true }],
  ["BTC", { type: "Short close", isOption: true }],
]);

type Event = Pick<ImportedRow, "type" | "sent" | "received">;

function eventOf(row: ExportRow, { type, isOption }: Kind): Event {
  const asset = isOption ? textOf(row, "description") : textOf(row, "instrument");
  const units: Amount = [sizeOf(cellOf(row, "quantity")), asset.replace(/\s+/g, " ")];
  const dollars: Amount = [sizeOf(cellOf(row, "amount")), "USD"];
  if (type === "Buy") return { type, sent: dollars, received: units };
  return { type, sent: units, received: dollars };
}

/** Splits, mergers and transfers of shares: the user has to say what they are. */
const otherEvent = (row: ExportRow, type: string): Event => ({
  type,
  received: statedAmount(cellOf(row, "quantity"), textOf(row, "instrument")),
});
