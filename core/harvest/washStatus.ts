import { addDays, type Day } from "../calendar/day.ts";
import type { Asset } from "../ledger/asset.ts";
import { add, ZERO_QUANTITY, type Quantity } from "../money/amounts.ts";
import { canReplace, isCovered, replaces } from "../washSales/replacementRules.ts";
import { washWindow } from "../washSales/washWindow.ts";
import type { Books } from "./books.ts";
import { isWindowOpen, lossSales } from "./openLosses.ts";
import { washViews, type WashView } from "./washViews.ts";

/** Where an asset stands with the wash-sale rule. Days are undefined where there is none. */
export type WashStatus = {
  readonly asset: Asset;
  /** Of the acquisitions that can replace units of the asset, in whatever account. */
  readonly lastAcquired: Day | undefined;
  /** The first day on which that acquisition cannot wash a sale of the asset. */
  readonly clearToSell: Day | undefined;
  /** The last sale with a loss that buying the asset can, or could, wash. */
  readonly lastLossSale: Day | undefined;
  /** The first day on which buying the asset cannot wash that sale. */
  readonly doNotBuyUntil: Day | undefined;
  /** Units sold at such losses whose window is open, and which nothing has replaced. */
  readonly unitsExposed: Quantity;
};

/**
 * Where an asset stands with the wash-sale rule on the as-of day: by the policy of the settings
 * where it covers the asset, else as if the rule covered every asset.
 *
 * Source: 26 U.S.C. § 1091(a). Decisions: D-35, D-36.
 */
export function washStatus(books: Books, asset: Asset): WashStatus {
  const view = washViews(books, undefined).of(asset);
  const lastAcquired = lastAcquisition(books, asset, view);
  const sales = lossSales(view).filter(({ disposal }) =>
    replaces(asset, disposal.asset, view.settings),
  );
  const lastLossSale = sales[sales.length - 1]?.disposal.day;
  const open = sales.filter((sale) => isWindowOpen(sale, books.asOf));
  return {
    asset,
    lastAcquired,
    clearToSell: afterWindow(lastAcquired),
    lastLossSale,
    doNotBuyUntil: afterWindow(lastLossSale),
    unitsExposed: open.reduce((sum, { unitsExposed }) => add(sum, unitsExposed), ZERO_QUANTITY),
  };
}

function lastAcquisition(
  { ledger, asOf }: Books,
  asset: Asset,
  { settings }: WashView,
): Day | undefined {
  let last: Day | undefined;
  for (const event of ledger.transactions) {
    if (event.kind !== "acquisition" || event.day > asOf) continue;
    if (last !== undefined && event.day <= last) continue;
    if (!isCovered(event.asset, settings.wash) || !canReplace(event, settings)) continue;
    if (replaces(event.asset, asset, settings)) last = event.day;
  }
  return last;
}

/** The day after the window around a day; none without the day. */
const afterWindow = (day: Day | undefined): Day | undefined =>
  day === undefined ? undefined : addDays(washWindow(day).last, 1);
