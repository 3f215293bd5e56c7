import { addDays, type Day } from "../calendar/day.ts";
import type { Harvest, Portfolio } from "../harvest/portfolio.ts";
import {
  compare,
  moneyNumber,
  quantityNumber,
  subtract,
  ZERO_MONEY,
  type Money,
} from "../money/amounts.ts";
import { decimalToNumber } from "../money/decimalNumber.ts";
import { WINDOW_DAYS } from "../washSales/washWindow.ts";
import type { Column, Table, TableCell } from "./table.ts";

/** The columns of a Summary tab and of TLH_FIFO, TLH_LIFO and TLH_HIFO. */
export const SUMMARY_COLUMNS = [
  { title: "Asset", format: "text", width: 14 },
  { title: "Wallet", format: "text", width: 18 },
  { title: "Account", format: "text", width: 12 },
  { title: "Quantity", format: "quantity", width: 16 },
  { title: "Cost basis", format: "money", width: 15 },
  { title: "Price", format: "unitMoney", width: 14 },
  { title: "Price as of", format: "date", width: 12 },
  { title: "Market value", format: "money", width: 15 },
  { title: "Unrealized gain or loss", format: "signedMoney", width: 15 },
  { title: "Unrealized short-term", format: "signedMoney", width: 15 },
  { title: "Unrealized long-term", format: "signedMoney", width: 15 },
  { title: "Harvestable loss", format: "money", width: 15 },
  { title: "Quantity to sell", format: "quantity", width: 16 },
  { title: "Proceeds", format: "money", width: 15 },
  { title: "Harvest short-term", format: "signedMoney", width: 15 },
  { title: "Harvest long-term", format: "signedMoney", width: 15 },
  { title: "Disallowed now", format: "money", width: 14 },
  { title: "Loss kept now", format: "money", width: 14 },
  { title: "At risk if rule extended", format: "money", width: 14 },
  { title: "Clear to sell on", format: "date", width: 12 },
  { title: "Rebuy from", format: "date", width: 12 },
  { title: "Tax saved", format: "money", width: 13 },
  { title: "Carried forward", format: "money", width: 13 },
] as const satisfies readonly Column[];

/** One row for each position: what is held, and what selling down to its best stop would realize. */
export const summaryTable = (portfolio: Portfolio): Table => ({
  columns: SUMMARY_COLUMNS,
  rows: portfolio.harvests.map((harvest) => summaryRow(harvest, portfolio)),
});

function summaryRow(harvest: Harvest, { books }: Portfolio): readonly TableCell[] {
  const { position, tax } = harvest;
  const { asset, worth } = position;
  return [
    asset.symbol,
    position.wallet,
    position.account,
    quantityNumber(position.quantity, asset.decimals),
    moneyNumber(position.basis),
    worth === undefined ? null : decimalToNumber(worth.price),
    worth?.priceDay ?? null,
    ...dollarsOrBlank(4, worth && [worth.marketValue, worth.gain, worth.shortGain, worth.longGain]),
    ...harvestCells(harvest),
    ...daysToWaitFor(harvest, books.asOf),
    ...dollarsOrBlank(2, tax && [tax.saved, tax.carriedForward]),
  ];
}

/** From the harvestable loss to what is at risk; blank without a price. */
function harvestCells({ position, stop, now, atRisk }: Harvest): readonly TableCell[] {
  if (stop === undefined) return dollarsOrBlank(8, undefined);
  const { loss, proceeds, shortGain, longGain } = stop;
  return [
    moneyNumber(loss),
    quantityNumber(stop.quantity, position.asset.decimals),
    ...[proceeds, shortGain, longGain].map(moneyNumber),
    ...[now.disallowed, subtract(loss, now.disallowed), atRisk.disallowed].map(moneyNumber),
  ];
}

/** The days to sell from and to buy back from; blank without a loss. */
function daysToWaitFor({ stop, clearToSell }: Harvest, asOf: Day): readonly TableCell[] {
  if (stop === undefined || compare(stop.loss, ZERO_MONEY) <= 0) return [null, null];
  return [clearToSell ?? null, addDays(asOf, WINDOW_DAYS + 1)];
}

const dollarsOrBlank = (
  columns: number,
  amounts: readonly Money[] | undefined,
): readonly TableCell[] =>
  amounts === undefined ? new Array<null>(columns).fill(null) : amounts.map(moneyNumber);
