import { longTermDay } from "../calendar/holdingPeriod.ts";
import type { Day } from "../calendar/day.ts";
import { termOfTranche } from "../disposals/realizeGain.ts";
import type { BestStop } from "../harvest/bestStop.ts";
import type { Harvest, Portfolio } from "../harvest/portfolio.ts";
import type { WashExposure } from "../harvest/testSale.ts";
import {
  add,
  moneyNumber,
  quantityNumber,
  unitAmountNumber,
  ZERO_MONEY,
  ZERO_QUANTITY,
} from "../money/amounts.ts";
import { decimalToNumber } from "../money/decimalNumber.ts";
import type { PositionLot } from "../positions/position.ts";
import { whyInOrder } from "./orderReason.ts";
import type { Column, Table, TableCell } from "./table.ts";

/** The columns of an Ordering of Sells tab and of TLH_ORDER. */
export const ORDERING_COLUMNS = [
  { title: "Order", format: "integer", width: 8 },
  { title: "Asset", format: "text", width: 14 },
  { title: "Wallet", format: "text", width: 18 },
  { title: "Account", format: "text", width: 12 },
  { title: "Acquired", format: "date", width: 12 },
  { title: "Term", format: "text", width: 8 },
  { title: "Days to long-term", format: "integer", width: 11 },
  { title: "Quantity", format: "quantity", width: 16 },
  { title: "Cumulative quantity", format: "quantity", width: 16 },
  { title: "Unit basis", format: "unitMoney", width: 14 },
  { title: "Cost basis", format: "money", width: 14 },
  { title: "Price", format: "unitMoney", width: 14 },
  { title: "Market value", format: "money", width: 14 },
  { title: "Gain or loss", format: "signedMoney", width: 14 },
  { title: "Cumulative gain or loss", format: "signedMoney", width: 15 },
  { title: "Best stop", format: "text", width: 9 },
  { title: "Disallowed now", format: "money", width: 14 },
  { title: "At risk if rule extended", format: "money", width: 14 },
  { title: "Source row", format: "sourceRow", width: 9 },
  { title: "Why", format: "text", width: 60 },
] as const satisfies readonly Column[];

/** One row for each open lot, position by position, in the order in which the method sells it. */
export const orderingTable = (portfolio: Portfolio): Table => ({
  columns: ORDERING_COLUMNS,
  rows: portfolio.harvests.flatMap((harvest) => orderingRows(harvest, portfolio)),
});

function orderingRows(
  { position, stop, now, atRisk }: Harvest,
  portfolio: Portfolio,
): readonly TableCell[][] {
  const { asset, account, wallet, worth } = position;
  const { asOf } = portfolio.books;
  const shownPrice = worth === undefined ? null : decimalToNumber(worth.price);
  let quantity = ZERO_QUANTITY;
  let gain = ZERO_MONEY;
  return position.lots.map((lot, index) => {
    const { tranche, unitBasis } = lot.lot;
    quantity = add(quantity, lot.lot.quantity);
    if (lot.sale !== undefined) gain = add(gain, lot.sale.realized.gain);
    const term = termOfLot(lot, asOf);
    const daysLeft = term === "Short" ? longTermDay(startOf(lot)) - asOf : null;
    return [
      index + 1,
      asset.symbol,
      wallet,
      account,
      tranche.acquisition.day,
      term,
      daysLeft,
      quantityNumber(lot.lot.quantity, asset.decimals),
      quantityNumber(quantity, asset.decimals),
      unitAmountNumber(unitBasis.total, unitBasis.quantity, asset.decimals) ?? null,
      moneyNumber(lot.lot.basis),
      shownPrice,
      lot.sale === undefined ? null : moneyNumber(lot.sale.marketValue),
      lot.sale === undefined ? null : moneyNumber(lot.sale.realized.gain),
      lot.sale === undefined ? null : moneyNumber(gain),
      stop?.lots === index + 1 ? "Yes" : null,
      shareAt(now, index, stop),
      shareAt(atRisk, index, stop),
      tranche.acquisition.row,
      whyInOrder({ method: portfolio.method, lot, place: index + 1, stop, daysLeft }),
    ];
  });
}

/** A lot's share of what is disallowed; blank below the best stop. */
const shareAt = ({ byLot }: WashExposure, place: number, stop: BestStop | undefined): TableCell =>
  stop === undefined || place >= stop.lots ? null : moneyNumber(byLot.get(place) ?? ZERO_MONEY);

function termOfLot({ lot, sale }: PositionLot, asOf: Day): TableCell {
  return sale === undefined ? termOfTranche(lot.tranche, asOf) : (sale.realized.term ?? null);
}

function startOf({ lot, sale }: PositionLot): Day {
  return sale === undefined ? lot.tranche.holdingPeriodStart : sale.realized.holdingPeriodStart;
}
