import type { Day } from "../calendar/day.ts";
import { termOfTranche } from "../disposals/realizeGain.ts";
import { assetKey } from "../ledger/asset.ts";
import { compareText } from "../ledger/compareText.ts";
import { basisBetween, unitsOf, type OpenLot } from "../lots/lot.ts";
import { LOT_ORDERS } from "../lots/lotMethod.ts";
import {
  add,
  moneyNumber,
  quantityNumber,
  unitAmountNumber,
  type Money,
  type Quantity,
} from "../money/amounts.ts";
import type { Column, Table, TableCell } from "./table.ts";

/** The columns of TLH_LOTS. */
export const LOTS_COLUMNS = [
  { title: "Asset", format: "text", width: 14 },
  { title: "Wallet", format: "text", width: 18 },
  { title: "Account", format: "text", width: 14 },
  { title: "Quantity", format: "quantity", width: 16 },
  { title: "Acquired", format: "date", width: 12 },
  { title: "Holding period start", format: "date", width: 12 },
  { title: "Cost basis", format: "money", width: 15 },
  { title: "Unit basis", format: "unitMoney", width: 14 },
  { title: "Term", format: "text", width: 8 },
  { title: "Source row", format: "sourceRow", width: 9 },
] as const satisfies readonly Column[];

/** Every account's open lots, by asset, wallet and account, oldest first; the term as of a day. */
export const lotsTable = (lots: readonly OpenLot[], asOf: Day): Table => ({
  columns: LOTS_COLUMNS,
  rows: withoutSeams([...lots].sort(byPlaceAndAge)).map((part) => lotRow(part, asOf)),
});

/** Units of one tranche in one wallet, whatever pieces they came in. */
type LotPart = { readonly lot: OpenLot; readonly quantity: Quantity; readonly basis: Money };

/** Joins pieces that transfers parted: the same purchase, wallet and holding period are one row. */
function withoutSeams(lots: readonly OpenLot[]): readonly LotPart[] {
  const parts: LotPart[] = [];
  for (const lot of lots) {
    const quantity = unitsOf(lot);
    const basis = basisBetween(lot.tranche, lot.from, lot.to);
    const last = parts[parts.length - 1];
    if (last?.lot.tranche === lot.tranche && last.lot.wallet === lot.wallet) {
      parts[parts.length - 1] = {
        lot,
        quantity: add(last.quantity, quantity),
        basis: add(last.basis, basis),
      };
    } else parts.push({ lot, quantity, basis });
  }
  return parts;
}

function lotRow({ lot, quantity, basis }: LotPart, asOf: Day): readonly TableCell[] {
  const { tranche, wallet } = lot;
  const { asset, day, row } = tranche.acquisition;
  return [
    asset.symbol,
    wallet.name,
    wallet.account,
    quantityNumber(quantity, asset.decimals),
    day,
    tranche.holdingPeriodStart,
    moneyNumber(basis),
    unitAmountNumber(tranche.basis, tranche.quantity, asset.decimals) ?? null,
    termOfTranche(tranche, asOf),
    row,
  ];
}

function byPlaceAndAge(a: OpenLot, b: OpenLot): number {
  const left = a.tranche.acquisition.asset;
  const right = b.tranche.acquisition.asset;
  return (
    (left === right ? 0 : compareText(assetKey(left.symbol), assetKey(right.symbol))) ||
    (a.wallet === b.wallet
      ? 0
      : compareText(a.wallet.name.toUpperCase(), b.wallet.name.toUpperCase()) ||
        compareText(a.wallet.account, b.wallet.account)) ||
    LOT_ORDERS.FIFO(a, b)
  );
}
