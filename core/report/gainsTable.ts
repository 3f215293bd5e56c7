import type { LotDisposal } from "../disposals/lotDisposal.ts";
import { add, moneyNumber, quantityNumber, subtract } from "../money/amounts.ts";
import { washWindow } from "../washSales/washWindow.ts";
import {
  disposalsOfYear,
  joinPieces,
  sumOfPieces,
  unitsOfPieces,
  type JoinedPieces,
} from "./lotPieces.ts";
import { provisionalLoss, type ProvisionalAs } from "./provisionalLoss.ts";
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
  as: ProvisionalAs,
): Table => ({
  columns: GAINS_COLUMNS,
  rows: joinPieces(disposalsOfYear(disposals, taxYear)).map((pieces) => gainsRow(pieces, as)),
});

function gainsRow(pieces: JoinedPieces, as: ProvisionalAs): readonly TableCell[] {
  const [{ disposal, lot }] = pieces;
  const { asset, wallet } = disposal;
  const proceeds = sumOfPieces(pieces, (piece) => piece.proceeds);
  const place = [asset.symbol, wallet.name, wallet.account];
  const quantity = quantityNumber(unitsOfPieces(pieces), asset.decimals);
  if (lot === undefined) {
    return [
      ...[...place, quantity, null, disposal.day, moneyNumber(proceeds)],
      ...[null, null, null, null, null, null, null, null],
      ...["No lot", null, disposal.row],
    ];
  }
  const basis = sumOfPieces(pieces, (piece) => piece.lot?.basis);
  const gain = subtract(proceeds, basis);
  const disallowed = sumOfPieces(pieces, ({ disallowance }) => disallowance?.disallowed);
  const permanently = sumOfPieces(pieces, ({ disallowance }) => disallowance?.permanently);
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
    pieces.some((piece) => provisionalLoss(piece, as) > 0) ? washWindow(disposal.day).last : null,
    disposal.reason,
    lot.tranche.acquisition.row,
    disposal.row,
  ];
}
