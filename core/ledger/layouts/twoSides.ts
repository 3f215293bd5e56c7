import type { CellValue } from "../cells.ts";
import { cellIn, type Columns } from "../columns.ts";
import type { Layout, LedgerSheet, RowReader } from "../ledgerSheet.ts";
import { logError, logWarning } from "../problemLog.ts";
import { cellText, wordKey } from "../words.ts";
import { addOnlyReceived, addOnlySent, logAgainstSides } from "./oneSided.ts";
import { readTwoSidedRow } from "./readTwoSidedRow.ts";
import { addMove } from "./sideMoves.ts";
import { addCashOnly, addExchange, type Exchange } from "./sideTrades.ts";
import type { Side } from "./sides.ts";
import type { TwoSidedRow, Units } from "./twoSidedRow.ts";
import { twoSidesColumns, type TwoSidesColumns } from "./twoSidesColumns.ts";

/**
 * Rows with what was sent and what was received: the universal formats of Koinly, ZenLedger,
 * CoinLedger, CoinTracker, TaxBit and others, and base and quote of Crypto Tax Calculator.
 */
export const twoSides: Layout = {
  fits: (columns) =>
    columns.date !== undefined &&
    ((hasSide(columns, "sent") && hasSide(columns, "received")) ||
      (columns.baseAmount !== undefined &&
        columns.baseAsset !== undefined &&
        (columns.type ?? columns.label) !== undefined)),
  amounts: [
    { asset: "sentAsset", amount: "sentAmount" },
    { asset: "receivedAsset", amount: "receivedAmount" },
    { asset: "baseAsset", amount: "baseAmount" },
    { asset: "quoteAsset", amount: "quoteAmount" },
    { asset: "feeAsset", amount: "fee" },
    { asset: "sentAsset", amount: "lot" },
  ],
  rowReader: twoSidesReader,
};

const hasSide = (columns: Columns, side: "sent" | "received"): boolean =>
  columns[`${side}Amount`] !== undefined && columns[`${side}Asset`] !== undefined;

function twoSidesReader(sheet: LedgerSheet): RowReader {
  const own = twoSidesColumns(sheet);
  return (cells) => {
    if (isCountedElsewhere(sheet, own, cells)) return;
    const errors = sheet.log.errors;
    const row = readTwoSidedRow(sheet, own, cells);
    if (row === undefined || sheet.log.errors > errors) return;
    if (row.meaning === "ignored") {
      logWarning(sheet.log, { code: "marked-ignored", found: row.word });
      sheet.withoutEffect.push(row.row);
    } else addRow(sheet, row);
  };
}

/** A row of a merged ledger that another one there already stands for. */
function isCountedElsewhere(
  { log, withoutEffect }: LedgerSheet,
  { merge, mergeWith }: TwoSidesColumns,
  cells: readonly CellValue[],
): boolean {
  const word = wordKey(cellText(cellIn(cells, merge)));
  if (word !== "joined" && word !== "countedonce") return false;
  withoutEffect.push(log.row);
  if (word === "countedonce") {
    logWarning(log, { code: "counted-once", other: cellText(cellIn(cells, mergeWith)) });
  }
  return true;
}

function addRow(sheet: LedgerSheet, row: TwoSidedRow): void {
  const { sent, received } = row;
  if (isExchange(row)) addBothSides(sheet, row);
  else if (received?.kind === "units") addOnlyReceived(sheet, row, received);
  else if (sent?.kind === "units") addOnlySent(sheet, row, sent);
  else if (sent !== undefined || received !== undefined) addOnlyCash(sheet, row);
  else addWithoutSides(sheet, row);
}

const isExchange = (row: TwoSidedRow): row is Exchange =>
  row.sent !== undefined && row.received !== undefined;

/** Dollars that were bought or sold need the other side. */
function addOnlyCash(sheet: LedgerSheet, row: TwoSidedRow): void {
  if (row.meaning !== "trade") addCashOnly(sheet, row);
  else logAgainstSides(sheet, row, row.sent === undefined ? "received" : "sent");
}

/** Some services write a fee of its own in the fee columns alone. */
function addWithoutSides(sheet: LedgerSheet, row: TwoSidedRow): void {
  const { fee, meaning } = row;
  if (fee === undefined || meaning !== "fee") logError(sheet.log, { code: "no-sides" });
  else if (fee.kind !== "units") addCashOnly(sheet, row);
  else {
    const worth = row.feeWorth.kind === "dollars" ? row.feeWorth : row.worth;
    addOnlySent(sheet, { ...row, sent: fee, fee: undefined, worth }, fee);
  }
}

function addBothSides(sheet: LedgerSheet, row: Exchange): void {
  const { sent, received, meaning } = row;
  if (isEarned(row)) {
    // Nothing was paid: formats without a column for it put the value on the other side.
    addOnlyReceived(sheet, { ...row, sent: undefined, worth: row.sent }, row.received);
    return;
  }
  const isSpent = meaning === "spend" && sent.kind === "units" && received.kind !== "units";
  if (meaning !== "trade" && meaning !== "move" && !isSpent) {
    logAgainstSides(sheet, row, "both");
  } else if (sent.kind === "units" && received.kind === "units" && sent.asset === received.asset) {
    addMove(sheet, row, { sent, received });
  } else addExchange(sheet, row);
}

/** Income with dollars beside the units received. */
type Earned = Exchange & {
  readonly sent: Extract<Side, { readonly kind: "dollars" }>;
  readonly received: Units;
};

const isEarned = (row: Exchange): row is Earned =>
  (row.meaning === "income" || row.meaning === "airdrop") &&
  row.sent.kind === "dollars" &&
  row.received.kind === "units";
