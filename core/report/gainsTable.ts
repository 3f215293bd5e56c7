import { partsOf, type Day } from "../calendar/day.ts";
import type { LotDisposal, RealizedLot } from "../disposals/lotDisposal.ts";
import type { Settings } from "../ledger/settings.ts";
import {
  add,
  type Money,
  moneyNumber,
  quantityNumber,
  subtract,
  ZERO_MONEY,
  ZERO_QUANTITY,
} from "../money/amounts.ts";
import { isCovered } from "../washSales/replacementRules.ts";
import { washWindow } from "../washSales/washWindow.ts";
import type { Column, Table, TableCell } from "./table.ts";

/** The columns of TLH_GAINS. */
export const GAINS_COLUMNS = [
  { title: "Asset", format: "text", width: 14 },
  { title: "Wallet", format: "text", width: 18 },
  { title: "Account", format: "text", width: 12 },
  { title: "Quantity", format: "quantity", width: 16 },
  { title: "Acquired", format: "date", width: 12 },
  { title: "Sold", format: "date", width: 12 },
  { title: "Proceeds", format: "money", width: 15 },
  { title: "Cost basis", format: "money", width: 15 },
  { title: "Gain or loss", format: "signedMoney", width: 15 },
  { title: "Term", format: "text", width: 8 },
  { title: "Disallowed loss", format: "money", width: 14 },
  { title: "Permanently disallowed", format: "money", width: 14 },
  { title: "Allowed gain or loss", format: "signedMoney", width: 15 },
  { title: "Holding period start", format: "date", width: 12 },
  { title: "Provisional until", format: "date", width: 12 },
  { title: "Kind", format: "text", width: 8 },
  { title: "Acquired row", format: "sourceRow", width: 9 },
  { title: "Sold row", format: "sourceRow", width: 9 },
] as const satisfies readonly Column[];

/**
 * One row for each lot piece disposed of, in order of time; of one tax year or, without it, of all.
 *
 * Pieces of the same rows, wallet and holding period start are one row.
 */
export const gainsTable = (
  disposals: readonly LotDisposal[],
  taxYear: number | undefined,
  as: GainsAs,
): Table => ({
  columns: GAINS_COLUMNS,
  rows: joinPieces(
    taxYear === undefined
      ? disposals
      : disposals.filter(({ disposal }) => partsOf(disposal.day).year === taxYear),
  ).map((pieces) => gainsRow(pieces, as)),
});

/** As of when, and by which policy, a loss may still turn out to be washed. */
export type GainsAs = { readonly asOf: Day; readonly wash: Settings["wash"] };

/** Pieces with the same rows, wallet and holding period; all have a lot, or none has. */
type JoinedPieces = readonly [LotDisposal, ...LotDisposal[]];

function joinPieces(disposals: readonly LotDisposal[]): readonly JoinedPieces[] {
  const joined: [LotDisposal, ...LotDisposal[]][] = [];
  let ofDisposal = new Map<string, LotDisposal[]>();
  let last: LotDisposal["disposal"] | undefined;
  for (const piece of disposals) {
    // A disposal's pieces follow one another, so only those need to be looked through.
    if (piece.disposal !== last) ofDisposal = new Map();
    last = piece.disposal;
    const key = keyOf(piece.lot);
    const same = ofDisposal.get(key);
    if (same !== undefined) {
      same.push(piece);
      continue;
    }
    const row: [LotDisposal] = [piece];
    ofDisposal.set(key, row);
    joined.push(row);
  }
  return joined;
}

function keyOf(lot: RealizedLot | undefined): string {
  if (lot === undefined) return "";
  return `${lot.tranche.acquisition.row}/${lot.holdingPeriodStart}/${lot.acquired}`;
}

function gainsRow(pieces: JoinedPieces, as: GainsAs): readonly TableCell[] {
  const [{ disposal, lot }] = pieces;
  const { asset, wallet } = disposal;
  const units = pieces.reduce((sum, piece) => add(sum, piece.quantity), ZERO_QUANTITY);
  const proceeds = sumOf(pieces, (piece) => piece.proceeds);
  const place = [asset.symbol, wallet.name, wallet.account];
  const quantity = quantityNumber(units, asset.decimals);
  if (lot === undefined) {
    return [
      ...[...place, quantity, null, disposal.day, moneyNumber(proceeds)],
      ...[null, null, null, null, null, null, null, null],
      ...["No lot", null, disposal.row],
    ];
  }
  const basis = sumOf(pieces, (piece) => piece.lot?.basis);
  const gain = subtract(proceeds, basis);
  const disallowed = sumOf(pieces, ({ disallowance }) => disallowance?.disallowed);
  const permanently = sumOf(pieces, ({ disallowance }) => disallowance?.permanently);
  return [
    ...place,
    quantity,
    lot.acquired,
    disposal.day,
    moneyNumber(proceeds),
    moneyNumber(basis),
    moneyNumber(gain),
    lot.term ?? null,
    moneyNumber(disallowed),
    moneyNumber(permanently),
    moneyNumber(add(gain, disallowed)),
    lot.holdingPeriodStart,
    pieces.some((piece) => isProvisional(piece, as)) ? washWindow(disposal.day).last : null,
    disposal.reason,
    lot.tranche.acquisition.row,
    disposal.row,
  ];
}

/** True for a loss, or a part of one, that a purchase after the as-of day can still wash. */
function isProvisional({ disposal, lot, disallowance }: LotDisposal, as: GainsAs): boolean {
  if (lot === undefined || lot.gain >= 0 || !isCovered(disposal.asset, as.wash)) return false;
  const allowed = add(lot.gain, disallowance?.disallowed ?? ZERO_MONEY);
  return allowed < 0 && washWindow(disposal.day).last > as.asOf;
}

function sumOf(pieces: JoinedPieces, amountOf: (piece: LotDisposal) => Money | undefined): Money {
  return pieces.reduce((sum, piece) => add(sum, amountOf(piece) ?? ZERO_MONEY), ZERO_MONEY);
}
