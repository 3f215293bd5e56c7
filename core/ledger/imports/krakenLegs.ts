import {
  cellOf,
  isBelowZero,
  isNothing,
  lessCell,
  sizeOf,
  textOf,
  type ExportRow,
} from "./exportRow.ts";

/** The rows of a ledger by type and refid, where these can belong together. */
export type KrakenLegs = ReadonlyMap<string, readonly ExportRow[]>;

/** Groups the legs of trades, and the entries of deposits and withdrawals, by their refid. */
export function krakenLegs(rows: readonly ExportRow[]): KrakenLegs {
  const legs = new Map<string, ExportRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === undefined) continue;
    const known = legs.get(key);
    if (known === undefined) legs.set(key, [row]);
    else known.push(row);
  }
  return legs;
}

/** The rows of one trade. */
export type KrakenFill = {
  readonly legs: readonly ExportRow[];
  readonly sent: ExportRow;
  readonly received: ExportRow;
  /** The rows that bear a fee. Kraken's own fee credits are none. */
  readonly payers: readonly ExportRow[];
};

/**
 * The trade that a row is a leg of: one amount that left, one that came, and rows of fees alone.
 * Undefined for other rows, and where more amounts stand under one refid, such as many small balances
 * sold at once, because these do not say which paid for which.
 */
export function fillOf(row: ExportRow, legs: KrakenLegs): KrakenFill | undefined {
  const key = keyOf(row);
  if (key?.startsWith("trade ") !== true) return undefined;
  const together = legs.get(key) ?? [];
  if (together.length > MOST_LEGS) return undefined;
  const moving = together.filter((leg) => !isNothing(cellOf(leg, "amount")));
  const sent = moving.find((leg) => isBelowZero(cellOf(leg, "amount")));
  const received = moving.find((leg) => !isBelowZero(cellOf(leg, "amount")));
  if (moving.length !== 2 || sent === undefined || received === undefined) return undefined;
  const payers = together.filter((leg) => !isNothing(cellOf(leg, "fee")) && !isFeeCredit(leg));
  return { legs: together, sent, received, payers };
}

/** Two amounts, and rows of fees. */
const MOST_LEGS = 6;

/** True for a deposit or withdrawal that another entry of its refid takes back whole. */
export function isReversed(row: ExportRow, legs: KrakenLegs): boolean {
  const entries = legs.get(keyOf(row) ?? "") ?? [];
  if (entries.length > MOST_LEGS) return false;
  const settled = entries.filter((leg) => textOf(leg, "txid") !== "");
  const other = settled.find((leg) => leg !== row);
  if (other === undefined || settled.length !== 2 || !settled.includes(row)) return false;
  const amount = cellOf(row, "amount");
  const back = cellOf(other, "amount");
  return (
    textOf(row, "asset") === textOf(other, "asset") &&
    !isNothing(amount) &&
    isBelowZero(amount) !== isBelowZero(back) &&
    isNothing(lessCell(sizeOf(amount), sizeOf(back)))
  );
}

function keyOf(row: ExportRow): string | undefined {
  const type = textOf(row, "type").toLowerCase();
  const refid = textOf(row, "refid");
  if (refid === "") return undefined;
  if (TRADE_TYPES.has(type)) return `trade ${refid}`;
  return type === "deposit" || type === "withdrawal" ? `${type} ${refid}` : undefined;
}

const TRADE_TYPES: ReadonlySet<string> = new Set(["trade", "spend", "receive", "conversion"]);

const isFeeCredit = (row: ExportRow): boolean => textOf(row, "asset").toUpperCase() === "KFEE";
