import type { CellValue } from "../cells.ts";
import {
  cellOf,
  isNothing,
  lessCell,
  shareCell,
  sizeOf,
  textOf,
  type ExportRow,
} from "./exportRow.ts";
import { eachRow, type ImportFormat } from "./importFormat.ts";
import type { ImportedRow, RowOutcome } from "./importedRow.ts";
import { statedAmount } from "./oneSidedAmount.ts";

/**
 * Ledger Live's operations. What goes out includes the network's fee, and the countervalue is that of
 * the whole; a fee beside what comes in was paid by the sender.
 *
 * All accounts of the device are one wallet, because one owner's keys hold them.
 */
export const ledgerLive: ImportFormat = {
  name: "Ledger Live",
  needs: `operationdate currencyticker operationtype operationamount operationfees operationhash
    accountname`.replace(/\s+/g, " "),
  zone: "UTC",
  read: eachRow(outcomeOf),
};

function outcomeOf(row: ExportRow): RowOutcome {
  const status = textOf(row, "status");
  if (NOT_DONE.test(status)) return { withoutEffect: row.row };
  const isDone = status === "" || status.toLowerCase() === "confirmed";
  const event = eventOf(row);
  return {
    from: row,
    date: cellOf(row, "operationdate"),
    ...event,
    type: isDone ? event.type : `${event.type} ${status}`,
    wallet: "Ledger Live",
    id: textOf(row, "operationhash"),
  };
}

const NOT_DONE = /^(?:failed|pending|unconfirmed)$/i;

type Event = Pick<ImportedRow, "type" | "sent" | "received" | "fee" | "worth" | "feeWorth">;

function eventOf(row: ExportRow): Event {
  const type = textOf(row, "operationtype");
  const ticker = textOf(row, "currencyticker");
  const amount = cellOf(row, "operationamount");
  const currency = textOf(row, "countervalueticker");
  const worth = statedAmount(cellOf(row, "countervalueatoperationdate"), currency);
  if (type.toUpperCase() === "OUT") return outgoing(row, { ticker, amount, worth });
  if (FEES.has(type.toUpperCase())) {
    const fee = isNothing(amount) ? cellOf(row, "operationfees") : amount;
    return { type: "Fee", sent: [sizeOf(fee), ticker], worth };
  }
  return { type, received: [sizeOf(amount), ticker], worth };
}

/** Operations that move no coins, and for which the network took its fee. */
const FEES: ReadonlySet<string> = new Set([
  "FEES",
  "REVEAL",
  "DELEGATE",
  "UNDELEGATE",
  "BOND",
  "UNBOND",
  "WITHDRAW_UNBONDED",
]);

type Outgoing = {
  readonly ticker: string;
  readonly amount: CellValue;
  readonly worth: Event["worth"];
};

function outgoing(row: ExportRow, { ticker, amount, worth }: Outgoing): Event {
  const fee = statedAmount(cellOf(row, "operationfees"), ticker);
  const whole = sizeOf(amount);
  if (fee === undefined) return { type: "Withdrawal", sent: [whole, ticker], worth };
  const sent = lessCell(whole, fee[0]);
  if (worth === undefined) return { type: "Withdrawal", sent: [sent, ticker], fee };
  const [value, currency] = worth;
  const feeValue = shareCell(value, fee[0], whole);
  return {
    type: "Withdrawal",
    sent: [sent, ticker],
    fee,
    worth: [lessCell(value, feeValue), currency],
    feeWorth: [feeValue, currency],
  };
}
