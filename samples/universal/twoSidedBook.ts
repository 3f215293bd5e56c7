import { decimal, dividedBy, rounded, times, ZERO, type Decimal } from "../decimal.ts";
import { dayIn, utcSeconds, type Moment } from "../moment.ts";
import { priceOn } from "../priceHistory.ts";
import { seededBetween } from "../seeded.ts";

/** An amount of a currency: units of a coin, or dollars. */
export type Amount = { readonly quantity: Decimal; readonly currency: string };

/** One row of a file with two sides: what went out, what came in, what it cost. */
export type TwoSidedRow = {
  readonly at: Moment;
  /** The exchange; services that know none leave it out of their file. */
  readonly exchange: string;
  readonly kind: TwoSidedKind;
  readonly sent?: Amount;
  readonly received?: Amount;
  readonly fee?: Amount;
  /** Dollars of the whole, for rows without a side in dollars. */
  readonly worth?: Decimal;
  readonly description: string;
  /** What a service calls the row's transaction. */
  readonly hash: string;
};

/** What a row is; each service has its own word for it. */
export type TwoSidedKind = "buy" | "sell" | "trade" | "staking" | "interest" | "gift" | "donation";

/** A row to be written: the amounts as `0.5 ETH`, the rest worked out at the day's prices. */
export type Entry = {
  readonly on: string;
  readonly exchange: string;
  readonly kind: TwoSidedKind;
  /** What is spent on a purchase, or leaves otherwise. */
  readonly out?: string;
  /** The coin received for what leaves, or the amount received for nothing. */
  readonly in?: string;
  /** `0.004 USD` takes that share of the dollars, `0.001 ETH` that share of the coins. */
  readonly feeShare?: string;
  readonly description?: string;
};

/** Works the entries out, oldest first. Throws where more leaves an exchange than it holds. */
export function twoSidedRows(entries: readonly Entry[]): readonly TwoSidedRow[] {
  const rows = entries.map(workedOut).sort((a, b) => utcSeconds(a.at) - utcSeconds(b.at));
  const held = new Map<string, Decimal>();
  for (const row of rows) {
    move(held, row, row.received, 1n);
    move(held, row, row.sent, -1n);
    move(held, row, row.fee, -1n);
  }
  return rows;
}

function workedOut(entry: Entry): TwoSidedRow {
  const { exchange, kind, feeShare, description = "" } = entry;
  const key = `${entry.on} ${exchange} ${kind} ${entry.in ?? ""}`;
  const at = { day: dayIn(entry.on), second: seededBetween(`second ${key}`, 9 * 3600, 20 * 3600) };
  const sent = entry.out === undefined ? undefined : amountOf(entry.out);
  const received = entry.in === undefined ? undefined : receivedAmount(entry.in, sent, at);
  const sides = [sent, received].filter((side) => side !== undefined);
  const worth = worthOf(sides, at);
  return {
    at,
    exchange,
    kind,
    ...(sent === undefined ? {} : { sent }),
    ...(received === undefined ? {} : { received }),
    ...(feeShare === undefined ? {} : { fee: feeOf(feeShare, sides) }),
    ...(worth === undefined ? {} : { worth }),
    description,
    hash: hashOf(key),
  };
}

/** Dollars of a row without a side in dollars: by what is sent, else by what is received. */
function worthOf(sides: readonly Amount[], at: Moment): Decimal | undefined {
  const [first] = sides;
  if (first === undefined || sides.some(({ currency }) => currency === "USD")) return undefined;
  return valueOf(first, at);
}

function receivedAmount(text: string, sent: Amount | undefined, at: Moment): Amount {
  if (sent === undefined) return amountOf(text);
  if (text === "USD") return { quantity: valueOf(sent, at), currency: text };
  const dollars = sent.currency === "USD" ? sent.quantity : valueOf(sent, at);
  return { quantity: rounded(dividedBy(dollars, priceOn(text, at.day)), 8), currency: text };
}

function valueOf({ quantity, currency }: Amount, at: Moment): Decimal {
  return rounded(times(quantity, priceOn(currency, at.day)), 2);
}

function feeOf(share: string, sides: readonly Amount[]): Amount {
  const { quantity, currency } = amountOf(share);
  const side = sides.find((amount) => amount.currency === currency);
  if (side === undefined) throw new Error(`no side of this row is in ${currency}`);
  return {
    quantity: rounded(times(side.quantity, quantity), currency === "USD" ? 2 : 8),
    currency,
  };
}

function amountOf(text: string): Amount {
  const [quantity = "", currency = ""] = text.split(" ");
  return { quantity: decimal(quantity), currency };
}

function move(
  held: Map<string, Decimal>,
  { exchange, hash }: TwoSidedRow,
  ...[amount, sign]: readonly [Amount | undefined, bigint]
): void {
  if (amount === undefined || amount.currency === "USD") return;
  const key = `${exchange} ${amount.currency}`;
  const left = (held.get(key) ?? ZERO) + sign * amount.quantity;
  if (left < ZERO) throw new Error(`${exchange} holds too little ${amount.currency}: ${hash}`);
  held.set(key, left);
}

function hashOf(key: string): string {
  const parts = Array.from({ length: 4 }, (_, index) =>
    seededBetween(`hash ${index} ${key}`, 0, 0x1_0000_0000).toString(16).padStart(8, "0"),
  );
  return `0x${parts.join("")}`;
}
