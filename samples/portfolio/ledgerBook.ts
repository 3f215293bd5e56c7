import { partsOf, type Day } from "../../core/calendar/day.ts";
import { cut, decimal, dividedBy, rounded, times, ZERO, type Decimal } from "../decimal.ts";
import type { Moment } from "../moment.ts";
import { priceOn } from "../priceHistory.ts";
import type { DateStyle, LedgerRow } from "./ledgerRow.ts";

/** A place that holds coins: its name and whose it is, how it writes dates, and its usual fee. */
export type SampleWallet = {
  readonly name: string;
  /** Blank means Taxable. */
  readonly account?: string;
  readonly dateStyle: DateStyle;
  /** What its row ids begin with. */
  readonly prefix: string;
  /** Dollars of fee for each dollar traded. */
  readonly feeRate: string;
  /** What the broker reports of sales from 2025 on. */
  readonly form1099?: string;
};

/** Where and when something happens to which asset, and what to remark on it. */
export type Happening = {
  readonly at: Moment;
  readonly wallet: SampleWallet;
  readonly asset: string;
  readonly notes?: string;
  /** Other cells of the row. */
  readonly cells?: Partial<LedgerRow>;
};

/** The rows written so far and what each wallet holds; refuses to give out more than is there. */
export type LedgerBook = {
  readonly rows: LedgerRow[];
  readonly held: Map<string, Decimal>;
  readonly issued: Map<string, number>;
};

/** A book without rows. */
export const emptyBook = (): LedgerBook => ({ rows: [], held: new Map(), issued: new Map() });

/** Units of an asset that a wallet holds now. */
export const holding = (book: LedgerBook, wallet: SampleWallet, asset: string): Decimal =>
  book.held.get(holdingKey(wallet, asset)) ?? ZERO;

/** Buys for so many dollars, at the day's price and the wallet's fee. */
export function buyFor(book: LedgerBook, happening: Happening, dollars: string): void {
  const price = dayPrice(happening);
  buyUnits(book, happening, rounded(dividedBy(decimal(dollars), price), 8));
}

/** Buys so many units, at the day's price and the wallet's fee. */
export function buyUnits(book: LedgerBook, happening: Happening, quantity: Decimal): void {
  enter(book, happening, { type: "Buy", quantity, ...money(happening, quantity) });
  change(book, happening, quantity);
}

/** Sells so many units, at the day's price and the wallet's fee. */
export function sell(book: LedgerBook, happening: Happening, quantity: Decimal): void {
  change(book, happening, -quantity);
  enter(book, happening, {
    type: "Sell",
    quantity,
    ...brokerReport(happening),
    ...money(happening, quantity),
  });
}

/** Receives units as income of the kind that `type` says, at their value of the day. */
export function earn(book: LedgerBook, happening: Happening, income: Earning): void {
  const { type, quantity } = income;
  enter(book, happening, { type, quantity, total: value(happening, quantity) });
  change(book, happening, quantity);
}

/** Units received, and the word for why. */
export type Earning = { readonly type: string; readonly quantity: Decimal };

/** Gives units away for value or for nothing: `Spend`, `Fee`, `Gift sent`, `Donation`, `Lost`. */
export function giveUp(book: LedgerBook, happening: Happening, leaving: Earning): void {
  const { type, quantity } = leaving;
  change(book, happening, -quantity);
  const total = type === "Spend" || type === "Fee" ? { total: value(happening, quantity) } : {};
  enter(book, happening, { type, quantity, ...total });
}

/** Moves units to another own wallet; the network takes its fee in the same asset on top. */
export function transfer(book: LedgerBook, happening: Happening, move: Move): void {
  const { quantity, to, fee } = move;
  change(book, happening, -quantity - fee);
  change(book, { ...happening, wallet: to }, quantity);
  const id = nextId(book, happening.wallet);
  enter(book, happening, { type: "Transfer", quantity, toWallet: to.name, id });
  if (fee === ZERO) return;
  const { at, wallet, asset } = happening;
  enter(
    book,
    { at, wallet, asset },
    { type: "Fee", quantity: fee, total: feeValue(happening, fee), id },
  );
}

/** A transfer: units that arrive, where, and units that the network keeps. */
export type Move = {
  readonly quantity: Decimal;
  readonly to: SampleWallet;
  readonly fee: Decimal;
};

/** Sells one asset for another of the same value: a Sell row and a Buy row. */
export function swap(book: LedgerBook, happening: Happening, exchange: Exchange): void {
  const { quantity, into, places } = exchange;
  const { at, wallet, asset } = happening;
  const total = value(happening, quantity);
  const received = cut(dividedBy(total, priceOn(into, at.day)), places);
  change(book, happening, -quantity);
  enter(book, happening, { type: "Sell", quantity, ...brokerReport(happening), total });
  const incoming: Happening = { at, wallet, asset: into };
  enter(
    book,
    { ...incoming, notes: `Received for ${asset}.` },
    { type: "Buy", quantity: received, total },
  );
  change(book, incoming, received);
}

/** Units given up, the asset received, and its digits behind the point. */
export type Exchange = {
  readonly quantity: Decimal;
  readonly into: string;
  readonly places: number;
};

/** Writes a row as it is given and changes no holding. */
export function enter(book: LedgerBook, happening: Happening, cells: RowCells): void {
  const { at, wallet, asset, notes } = happening;
  const { account, dateStyle } = wallet;
  book.rows.push({
    at,
    dateStyle,
    asset,
    wallet: wallet.name,
    ...(account === undefined ? {} : { account }),
    ...(notes === undefined ? {} : { notes }),
    ...cells,
    ...happening.cells,
    id: happening.cells?.id ?? cells.id ?? nextId(book, wallet),
  });
}

/** What a row needs beyond the happening. */
export type RowCells = Partial<LedgerRow> & Pick<LedgerRow, "type" | "quantity">;

/** Adds units to what a wallet holds, or takes them away. */
export function change(book: LedgerBook, { at, wallet, asset }: Happening, by: Decimal): void {
  const left = holding(book, wallet, asset) + by;
  if (left < ZERO) {
    throw new Error(`${wallet.name} does not hold enough ${asset} on day ${at.day.toString()}`);
  }
  book.held.set(holdingKey(wallet, asset), left);
}

/** The id of the wallet's purchase of an asset on a day, for the Lot column. */
export function purchaseOn(book: LedgerBook, wallet: SampleWallet, day: Day): string {
  const found = book.rows.find(
    (row) => row.type === "Buy" && row.wallet === wallet.name && row.at.day === day,
  );
  if (found === undefined) throw new Error(`no purchase in ${wallet.name} on ${day.toString()}`);
  return found.id;
}

function holdingKey({ account, name }: SampleWallet, asset: string): string {
  return `${account ?? ""}|${name}|${asset}`;
}

function nextId(book: LedgerBook, { prefix }: SampleWallet): string {
  const number = (book.issued.get(prefix) ?? 0) + 1;
  book.issued.set(prefix, number);
  return `${prefix}-${number.toString().padStart(4, "0")}`;
}

function dayPrice({ at, asset }: Happening): Decimal {
  return priceOn(asset, at.day);
}

function value(happening: Happening, quantity: Decimal): Decimal {
  return rounded(times(quantity, dayPrice(happening)), 2);
}

/** Network fees are often below a cent, so their value keeps six digits. */
function feeValue(happening: Happening, quantity: Decimal): Decimal {
  return rounded(times(quantity, dayPrice(happening)), 6);
}

function money(
  happening: Happening,
  quantity: Decimal,
): Pick<LedgerRow, "price" | "total" | "fee"> {
  const total = value(happening, quantity);
  const fee = rounded(times(total, decimal(happening.wallet.feeRate)), 2);
  return { price: dayPrice(happening), total, ...(fee === ZERO ? {} : { fee }) };
}

/** Brokers report sales of coins from 2025 on. */
function brokerReport({ at, wallet }: Happening): Pick<LedgerRow, "form1099"> {
  const { form1099 } = wallet;
  return form1099 === undefined || partsOf(at.day).year < 2025 ? {} : { form1099 };
}
