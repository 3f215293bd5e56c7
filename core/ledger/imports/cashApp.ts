import type { CellValue } from "../cells.ts";
import { isDollars } from "../fiatCurrencies.ts";
import { cellOf, isNothing, sizeOf, textOf, type ExportRow } from "./exportRow.ts";
import { eachRow, type ImportFormat } from "./importFormat.ts";
import type { Amount, ImportedRow, RowOutcome } from "./importedRow.ts";
import { statedAmount } from "./oneSidedAmount.ts";

/**
 * Cash App's activity. Amounts in dollars are before the fee. Rows of dollars alone, which are most,
 * change no lot.
 */
export const cashApp: ImportFormat = {
  name: "Cash App",
  needs: "date transactionid transactiontype currency amount fee netamount assettype assetamount",
  own: "account",
  zone: "taxpayer",
  read: eachRow(outcomeOf),
};

function outcomeOf(row: ExportRow): RowOutcome {
  const type = textOf(row, "transactiontype");
  const units = unitsIn(row);
  if (NOT_DONE.test(textOf(row, "status"))) return { withoutEffect: row.row };
  if (units === undefined && type !== "" && isDollars(textOf(row, "currency"))) {
    return { withoutEffect: row.row };
  }
  return {
    from: row,
    date: withOffset(cellOf(row, "date")),
    ...eventOf(row, type, units),
    wallet: "Cash App",
    id: textOf(row, "transactionid"),
  };
}

const NOT_DONE = /\b(?:failed|cancel+ed|declined|expired|voided)\b/i;

/** The coins of a row; newer exports of coins that move have them as the currency of the row. */
function unitsIn(row: ExportRow): Amount | undefined {
  const asset = textOf(row, "assettype");
  const amount = withoutUnit(cellOf(row, "assetamount"));
  if (asset !== "" && !isNothing(amount)) return [sizeOf(amount), asset];
  const currency = textOf(row, "currency");
  if (currency === "" || isDollars(currency)) return undefined;
  const net = cellOf(row, "netamount");
  return [sizeOf(isNothing(net) ? cellOf(row, "amount") : net), currency];
}

/** `0.001 BTC` as `0.001`. */
const withoutUnit = (cell: CellValue): CellValue =>
  typeof cell === "string" ? cell.replace(/\s+[A-Z]{2,10}\s*$/i, "") : cell;

type Event = Pick<ImportedRow, "type" | "sent" | "received" | "fee" | "worth">;

function eventOf(row: ExportRow, type: string, units: Amount | undefined): Event {
  const currency = textOf(row, "currency");
  const inDollars = units?.[1] !== currency;
  const cash = inDollars ? statedAmount(cellOf(row, "amount"), currency) : undefined;
  const fee = statedAmount(cellOf(row, "fee"), currency);
  if (BOUGHT.test(type)) return { type: "Buy", sent: cash, received: units, fee };
  if (SOLD.test(type)) return { type: "Sell", sent: units, received: cash, fee };
  if (REWARDED.test(type)) return { type: "Reward", received: units, worth: cash };
  if (LEFT.test(type)) return { type: "Withdrawal", sent: units, fee, worth: cash };
  return { type: CAME.test(type) ? "Deposit" : type, received: units, worth: cash };
}

const BOUGHT = /\b(?:buy|purchase)\b/i;
const SOLD = /\b(?:sell|sale)\b/i;
const REWARDED = /\b(?:boost|reward)\b/i;
const LEFT = /\b(?:withdrawal|sent|send)\b/i;
const CAME = /\b(?:deposit|received|receive)\b/i;

/** Dates name the clocks of a zone of the United States: `2024-01-05 10:00:00 EST`. */
function withOffset(cell: CellValue): CellValue {
  if (typeof cell !== "string") return cell;
  const match = /^(.*\d) (AK|[ECMPH])([SD])T$/i.exec(cell.trim());
  const hours = HOURS.get((match?.[2] ?? "").toUpperCase());
  if (match === null || hours === undefined) return cell;
  const behind = (match[3] ?? "").toUpperCase() === "D" ? hours - 1 : hours;
  return `${match[1] ?? ""} -${String(behind).padStart(2, "0")}:00`;
}

/** Hours behind UTC in winter. */
const HOURS: ReadonlyMap<string, number> = new Map([
  ["E", 5],
  ["C", 6],
  ["M", 7],
  ["P", 8],
  ["AK", 9],
  ["H", 10],
]);
