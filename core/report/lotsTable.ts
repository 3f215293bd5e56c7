import type { Day } from "../calendar/day.ts";
import { termOfTranche } from "../disposals/realizeGain.ts";
import { assetKey } from "../ledger/asset.ts";
import { compareText } from "../ledger/compareText.ts";
import { joinLots, samePurchase, type JoinedLot } from "../lots/joinLots.ts";
import type { OpenLot } from "../lots/lot.ts";
import { LOT_ORDERS } from "../lots/lotMethod.ts";
import { moneyNumber, quantityNumber, unitAmountNumber } from "../money/amounts.ts";
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
  rows: joinLots([...lots].sort(byPlaceAndAge), samePurchase).map((lot) => lotRow(lot, asOf)),
});

function lotRow(
  { tranche, wallet, quantity, basis, unitBasis }: JoinedLot,
  asOf: Day,
): readonly TableCell[] {
  const { asset, day, row } = tranche.acquisition;
  return [
    asset.symbol,
    wallet.name,
    wallet.account,
    quantityNumber(quantity, asset.decimals),
    day,
    tranche.holdingPeriodStart,
    moneyNumber(basis),
    unitAmountNumber(unitBasis.total, unitBasis.quantity, asset.decimals) ?? null,
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
