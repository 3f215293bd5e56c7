import { partsOf, type Day } from "../calendar/day.ts";
import { termOn, type Term } from "../calendar/holdingPeriod.ts";
import type { LotDisposal, RealizedLot } from "../disposals/lotDisposal.ts";
import type { Asset } from "../ledger/asset.ts";
import { compareText } from "../ledger/compareText.ts";
import type { Disposal } from "../ledger/transaction.ts";
import { add, quantityText, subtract, ZERO_MONEY, type Money } from "../money/amounts.ts";
import { form8949Box, type Form8949Box } from "./form8949Box.ts";
import {
  disposalsOfYear,
  joinPieces,
  sumOfPieces,
  unitsOfPieces,
  type JoinedPieces,
} from "./lotPieces.ts";

/** One row of Form 8949: a piece of a lot disposed of. Dollars, unrounded. */
export type Form8949Row = {
  readonly box: Form8949Box;
  readonly asset: Asset;
  /** Column (a): the exact units, the symbol, and for a digital asset its transaction's id. */
  readonly description: string;
  /** Column (b); undefined for units without a lot. */
  readonly acquired: Day | "INHERITED" | undefined;
  /** Column (c). */
  readonly sold: Day;
  /** Column (d), net of costs of selling. */
  readonly proceeds: Money;
  /** Column (e); undefined for units without a lot. */
  readonly basis: Money | undefined;
  /** Columns (f) and (g), W and the loss disallowed, positive; undefined where there is none. */
  readonly washSale: Money | undefined;
  /** Column (h): (d) less (e) plus (g); undefined for units without a lot. */
  readonly gain: Money | undefined;
};

/**
 * The rows of Form 8949 for one tax year, by box and, within each, in order of disposal.
 *
 * The date in column (b) is the real one, or the donor's where the donor's basis of a gift counts.
 * A gift sold between its two bases has the proceeds as its basis, and no gain. A loss disallowed
 * as a wash sale stays in column (h) only as far as it is allowed; one that a retirement account
 * swallows is disallowed like any other.
 *
 * Source: Instructions for Form 8949 (2025) pp. 6-11. Decisions: D-45, D-46, D-47.
 */
export const form8949 = (
  disposals: readonly LotDisposal[],
  taxYear: number,
): readonly Form8949Row[] =>
  joinPieces(disposalsOfYear(disposals, taxYear))
    .map(form8949Row)
    .sort((a, b) => compareText(a.box, b.box));

/** The totals of one box. A row without a basis is in the proceeds, and in nothing else. */
export type BoxTotals = {
  readonly box: Form8949Box;
  readonly rows: number;
  readonly rowsWithoutBasis: number;
  readonly proceeds: Money;
  readonly basis: Money;
  readonly adjustment: Money;
  readonly gain: Money;
};

/** The totals of each box that has a row, in the order of the letters. */
export function totalsByBox(rows: readonly Form8949Row[]): readonly BoxTotals[] {
  const totals = new Map<Form8949Box, BoxTotals>();
  for (const row of rows) totals.set(row.box, addRow(totals.get(row.box) ?? noRows(row.box), row));
  return [...totals.values()];
}

/** The totals of several boxes together. */
export const sumOfBoxes = (
  boxes: readonly BoxTotals[],
  amount: "proceeds" | "basis" | "adjustment" | "gain",
): Money => boxes.reduce((sum, box) => add(sum, box[amount]), ZERO_MONEY);

const noRows = (box: Form8949Box): BoxTotals => ({
  box,
  rows: 0,
  rowsWithoutBasis: 0,
  proceeds: ZERO_MONEY,
  basis: ZERO_MONEY,
  adjustment: ZERO_MONEY,
  gain: ZERO_MONEY,
});

const addRow = (totals: BoxTotals, row: Form8949Row): BoxTotals => ({
  box: totals.box,
  rows: totals.rows + 1,
  rowsWithoutBasis: totals.rowsWithoutBasis + (row.basis === undefined ? 1 : 0),
  proceeds: add(totals.proceeds, row.proceeds),
  basis: add(totals.basis, row.basis ?? ZERO_MONEY),
  adjustment: add(totals.adjustment, row.washSale ?? ZERO_MONEY),
  gain: add(totals.gain, row.gain ?? ZERO_MONEY),
});

function form8949Row(pieces: JoinedPieces): Form8949Row {
  const [{ disposal, lot }] = pieces;
  const { asset, day, brokerReport } = disposal;
  const proceeds = sumOfPieces(pieces, (piece) => piece.proceeds);
  const common = {
    box: form8949Box({
      taxYear: partsOf(day).year,
      isSecurity: asset.isSecurity,
      term: termOf(lot, day),
      brokerReport,
    }),
    asset,
    description: descriptionOf(pieces, disposal),
    sold: day,
    proceeds,
  };
  if (lot === undefined) {
    return {
      ...common,
      acquired: undefined,
      basis: undefined,
      washSale: undefined,
      gain: undefined,
    };
  }
  const basis = sumOfPieces(pieces, (piece) => piece.lot?.basis);
  const disallowed = sumOfPieces(pieces, ({ disallowance }) => disallowance?.disallowed);
  return {
    ...common,
    acquired: lot.tranche.acquisition.origin === "inheritance" ? "INHERITED" : lot.acquired,
    basis,
    washSale: disallowed === ZERO_MONEY ? undefined : disallowed,
    gain: add(subtract(proceeds, basis), disallowed),
  };
}

/** The Part that a row belongs to, where the law gives no term too. */
function termOf(lot: RealizedLot | undefined, sold: Day): Term {
  // What was held for a year or less, or for nobody knows how long, is in Part I.
  return lot === undefined ? "Short" : (lot.term ?? termOn(lot.holdingPeriodStart, sold));
}

function descriptionOf(pieces: JoinedPieces, { asset, id }: Disposal): string {
  const units = `${quantityText(unitsOfPieces(pieces), asset.decimals)} ${asset.symbol}`;
  return asset.isSecurity || id === "" ? units : `${units}, transaction ${id}`;
}
