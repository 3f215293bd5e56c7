import type { Day } from "../calendar/day.ts";
import type { LotDisposal } from "../disposals/lotDisposal.ts";
import { assetKey } from "../ledger/asset.ts";
import type { Disposal } from "../ledger/transaction.ts";
import { MONEY_DECIMALS, quantityText, type Money } from "../money/amounts.ts";
import { quantityOf, type DecimalNumber } from "../money/decimalNumber.ts";
import type { BrokerRow } from "./readBrokerRows.ts";

/** A disposal with its pieces, and the broker's rows for it; either may be missing. */
export type BrokerMatch = {
  readonly pieces: readonly LotDisposal[];
  readonly rows: readonly BrokerRow[];
};

/** Days by which a broker's day of sale may differ from the ledger's: settlement, and time zones. */
export const DAYS_APART = 2;

/**
 * Matches a broker's rows with the disposals, each once: by the transaction's id, of which a broker
 * may write a row for each lot; else by asset, quantity to 8 decimals and day; else, where the form
 * has no quantity, by asset, proceeds to the cent and day. The same day goes first, then those
 * nearest. Every disposal and every row is in exactly one match. Time grows with their number.
 *
 * Decision: D-65.
 */
export function matchBrokerRows(
  disposals: readonly LotDisposal[],
  rows: readonly BrokerRow[],
): readonly BrokerMatch[] {
  const sales = salesOf(disposals);
  const rowsOf = new Map<Sale, BrokerRow[]>();
  let left = matchedById(sales, rows, rowsOf);
  for (const keys of [QUANTITY, PROCEEDS]) left = matchedByKey(sales, left, { keys, rowsOf });
  return [
    ...sales.map((sale) => ({ pieces: sale.pieces, rows: rowsOf.get(sale) ?? [] })),
    ...left.map((row) => ({ pieces: [], rows: [row] })),
  ];
}

type Sale = { readonly disposal: Disposal; readonly pieces: LotDisposal[] };

/** Pieces of one disposal follow one another. */
function salesOf(disposals: readonly LotDisposal[]): readonly Sale[] {
  const sales: Sale[] = [];
  for (const piece of disposals) {
    const last = sales[sales.length - 1];
    if (last?.disposal === piece.disposal) last.pieces.push(piece);
    else sales.push({ disposal: piece.disposal, pieces: [piece] });
  }
  return sales;
}

function matchedById(
  sales: readonly Sale[],
  rows: readonly BrokerRow[],
  rowsOf: Map<Sale, BrokerRow[]>,
): readonly BrokerRow[] {
  const byId = new Map<string, Sale>();
  for (const sale of sales) {
    const { id, asset } = sale.disposal;
    const key = idKey(id, asset.symbol);
    // Of several with one id, the first is the sale; what follows is its fee.
    if (id !== "" && !byId.has(key)) byId.set(key, sale);
  }
  return rows.filter((row) => {
    const sale = row.id === "" ? undefined : byId.get(idKey(row.id, row.asset));
    if (sale === undefined) return true;
    const found = rowsOf.get(sale);
    if (found === undefined) rowsOf.set(sale, [row]);
    else found.push(row);
    return false;
  });
}

/** By what a row and a sale are found to be the same, their day apart; undefined where unknown. */
type Keys = {
  readonly ofSale: (sale: Sale) => string;
  readonly ofRow: (row: BrokerRow) => string | undefined;
};

const QUANTITY: Keys = {
  ofSale: ({ disposal: { asset, quantity } }) =>
    unitsKey(asset.symbol, { coefficient: quantity, decimals: asset.decimals }),
  ofRow: ({ asset, quantity }) => (quantity === undefined ? undefined : unitsKey(asset, quantity)),
};

const PROCEEDS: Keys = {
  ofSale: ({ disposal }) => centsKey(disposal.asset.symbol, disposal.proceeds),
  ofRow: ({ asset, quantity, proceeds }) =>
    quantity === undefined ? centsKey(asset, proceeds) : undefined,
};

function matchedByKey(
  sales: readonly Sale[],
  rows: readonly BrokerRow[],
  { keys, rowsOf }: { readonly keys: Keys; readonly rowsOf: Map<Sale, BrokerRow[]> },
): readonly BrokerRow[] {
  const waiting = new Map<string, Sale[]>();
  for (const sale of [...sales].reverse()) {
    if (rowsOf.has(sale)) continue;
    const key = dayKey(keys.ofSale(sale), sale.disposal.day);
    const same = waiting.get(key);
    // Reversed, so that the earliest leaves from the end.
    if (same === undefined) waiting.set(key, [sale]);
    else same.push(sale);
  }
  let left = rows;
  for (const apart of NEAREST_FIRST) {
    left = left.filter((row) => {
      const key = keys.ofRow(row);
      if (key === undefined) return true;
      const sale = waiting.get(dayKey(key, row.sold + apart))?.pop();
      if (sale === undefined) return true;
      rowsOf.set(sale, [row]);
      return false;
    });
  }
  return left;
}

const NEAREST_FIRST: readonly number[] = Array.from({ length: DAYS_APART }, (_, days) => [
  -days - 1,
  days + 1,
]).reduce<number[]>((all, pair) => [...all, ...pair], [0]);

const idKey = (id: string, asset: string): string => `${id.toLowerCase()}\n${assetKey(asset)}`;

const dayKey = (key: string, day: number): string => `${key}\n${(day as Day).toString()}`;

const unitsKey = (asset: string, quantity: DecimalNumber): string =>
  `${assetKey(asset)}\n${quantityText(quantityOf(quantity, 8), 8).replace("-", "")}`;

const centsKey = (asset: string, proceeds: Money): string =>
  `${assetKey(asset)}\n${quantityText(quantityOf({ coefficient: proceeds, decimals: MONEY_DECIMALS }, 2), 2)}`;
