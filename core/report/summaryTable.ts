import { addDays } from "../calendar/day.ts";
import type { Harvest, Portfolio } from "../harvest/portfolio.ts";
import { compare, moneyNumber, quantityNumber, subtract, ZERO_MONEY } from "../money/amounts.ts";
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

function summaryRow(
  { position, stop, now, atRisk, clearToSell, tax }: Harvest,
  { books }: Portfolio,
): readonly TableCell[] {
  const { asset, worth } = position;
  const unrealized =
    worth === undefined
      ? [null, null, null, null]
      : [worth.marketValue, worth.gain, worth.shortGain, worth.longGain].map(moneyNumber);
  const harvest =
    stop === undefined
      ? [null, null, null, null, null]
      : [
          moneyNumber(stop.loss),
          quantityNumber(stop.quantity, asset.decimals),
          moneyNumber(stop.proceeds),
          moneyNumber(stop.shortGain),
          moneyNumber(stop.longGain),
        ];
  const wash =
    stop === undefined
      ? [null, null, null]
      : [now.disallowed, subtract(stop.loss, now.disallowed), atRisk.disallowed].map(moneyNumber);
  const loses = stop !== undefined && compare(stop.loss, ZERO_MONEY) > 0;
  return [
    asset.symbol,
    position.wallet,
    position.account,
    quantityNumber(position.quantity, asset.decimals),
    moneyNumber(position.basis),
    worth === undefined ? null : decimalToNumber(worth.price),
    worth?.priceDay ?? null,
    ...unrealized,
    ...harvest,
    ...wash,
    loses ? (clearToSell ?? null) : null,
    loses ? addDays(books.asOf, WINDOW_DAYS + 1) : null,
    tax === undefined ? null : moneyNumber(tax.saved),
    tax === undefined ? null : moneyNumber(tax.carriedForward),
  ];
}
