import { partsOf } from "../calendar/day.ts";
import type { LotDisposal, RealizedLot } from "../disposals/lotDisposal.ts";
import { add, ZERO_MONEY, ZERO_QUANTITY, type Money, type Quantity } from "../money/amounts.ts";

/** Pieces of one disposal with the same rows, wallet and holding period; all have a lot, or none. */
export type JoinedPieces = readonly [LotDisposal, ...LotDisposal[]];

/** The disposals of one tax year, or all of them. */
export const disposalsOfYear = (
  disposals: readonly LotDisposal[],
  taxYear: number | undefined,
): readonly LotDisposal[] =>
  taxYear === undefined
    ? disposals
    : disposals.filter(({ disposal }) => partsOf(disposal.day).year === taxYear);

/** Joins pieces that a reader cannot tell apart, in the order of the disposals. */
export function joinPieces(disposals: readonly LotDisposal[]): readonly JoinedPieces[] {
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

/** The units of joined pieces. */
export const unitsOfPieces = (pieces: JoinedPieces): Quantity =>
  pieces.reduce((sum, { quantity }) => add(sum, quantity), ZERO_QUANTITY);

/** The sum of an amount over joined pieces; one that has none counts as zero. */
export const sumOfPieces = (
  pieces: JoinedPieces,
  amountOf: (piece: LotDisposal) => Money | undefined,
): Money => pieces.reduce((sum, piece) => add(sum, amountOf(piece) ?? ZERO_MONEY), ZERO_MONEY);

function keyOf(lot: RealizedLot | undefined): string {
  if (lot === undefined) return "";
  return `${lot.tranche.acquisition.row}/${lot.holdingPeriodStart}/${lot.acquired}`;
}
