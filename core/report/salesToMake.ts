import { addDays, dayText } from "../calendar/day.ts";
import type { Harvest, Portfolio } from "../harvest/portfolio.ts";
import { compare, moneyNumber, quantityNumber, subtract, ZERO_MONEY } from "../money/amounts.ts";
import { WINDOW_DAYS } from "../washSales/washWindow.ts";

/**
 * A sale that realizes a position's harvestable loss: dollars, units, and days as `2026-11-20`.
 * `null` where there is nothing to state, as in a blank cell.
 */
export type SaleToMake = {
  readonly asset: string;
  /** Empty where lots are pooled over all wallets. */
  readonly wallet: string;
  readonly account: string;
  readonly quantity: number;
  readonly proceeds: number;
  /** The harvestable loss, as a positive number. */
  readonly loss: number;
  /** What of it the wash-sale rule leaves under the policy of the settings. */
  readonly kept: number;
  /** What would be disallowed if the rule covered every asset. */
  readonly atRisk: number;
  readonly clearToSell: string | null;
  readonly rebuyFrom: string;
  /** Without rates or income there is none to state. */
  readonly taxSaved: number | null;
};

/** Sales worth making, best first, and how many rows with a loss are not among them. */
export type SalesToMake = {
  readonly sales: readonly SaleToMake[];
  /** Losses of which the rule leaves nothing. */
  readonly disallowed: number;
  /** Losses kept that are below min_loss. */
  readonly small: number;
};

/**
 * The sales that leave a loss of at least min_loss after the wash-sale rule, best first: by the tax
 * that they save, else and on ties by the loss kept, then by asset. Each is worked out as if it
 * alone were made.
 */
export function salesToMake({ harvests, books }: Portfolio): SalesToMake {
  const { minLoss } = books.settings;
  const sales: SaleToMake[] = [];
  let disallowed = 0;
  let small = 0;
  for (const harvest of harvests) {
    const { stop, now } = harvest;
    if (stop === undefined || compare(stop.loss, ZERO_MONEY) <= 0) continue;
    const kept = subtract(stop.loss, now.disallowed);
    if (compare(kept, ZERO_MONEY) <= 0) disallowed += 1;
    else if (compare(kept, minLoss) < 0) small += 1;
    else sales.push(saleOf(harvest, stop, books.asOf));
  }
  return { sales: sales.sort(bestFirst), disallowed, small };
}

type Stop = NonNullable<Harvest["stop"]>;

function saleOf(harvest: Harvest, stop: Stop, asOf: Portfolio["books"]["asOf"]): SaleToMake {
  const { position, now, atRisk, clearToSell, tax } = harvest;
  return {
    asset: position.asset.symbol,
    wallet: position.wallet,
    account: position.account,
    quantity: quantityNumber(stop.quantity, position.asset.decimals),
    proceeds: moneyNumber(stop.proceeds),
    loss: moneyNumber(stop.loss),
    kept: moneyNumber(subtract(stop.loss, now.disallowed)),
    atRisk: moneyNumber(atRisk.disallowed),
    clearToSell: clearToSell === undefined ? null : dayText(clearToSell),
    rebuyFrom: dayText(addDays(asOf, WINDOW_DAYS + 1)),
    taxSaved: tax === undefined ? null : moneyNumber(tax.saved),
  };
}

const bestFirst = (a: SaleToMake, b: SaleToMake): number =>
  (b.taxSaved ?? 0) - (a.taxSaved ?? 0) || b.kept - a.kept || (a.asset < b.asset ? -1 : 1);
