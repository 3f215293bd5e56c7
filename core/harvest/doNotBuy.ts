import { addDays, type Day } from "../calendar/day.ts";
import type { Asset } from "../ledger/asset.ts";
import { assetKey } from "../ledger/asset.ts";
import type { Settings } from "../ledger/settings.ts";
import type { Disposal } from "../ledger/transaction.ts";
import {
  add,
  compare,
  ZERO_MONEY,
  ZERO_QUANTITY,
  type Money,
  type Quantity,
} from "../money/amounts.ts";
import { isCovered } from "../washSales/replacementRules.ts";
import type { Books } from "./books.ts";
import { comingTaints, type ComingTaint } from "./comingTaint.ts";
import { isWindowOpen, lossSales, openLossOf, type LossSale } from "./openLosses.ts";
import type { ComingAcquisition } from "./schedule.ts";
import type { WashViews } from "./washViews.ts";

/** An asset that was sold at a loss, and that must not be bought before a day. */
export type DoNotBuy = {
  readonly asset: Asset;
  /** Keys of others that replace it, by the user's lists. */
  readonly others: readonly string[];
  /** The last sale of which units are exposed. */
  readonly lastLossSale: Disposal;
  readonly firstSafeDay: Day;
  readonly units: Quantity;
  /** Positive dollars of loss on those units. */
  readonly loss: Money;
  /** True where the policy of the settings covers the asset; else only an extended rule would. */
  readonly isCoveredNow: boolean;
  readonly coming: readonly ComingTaint[];
};

/**
 * The assets sold at a loss whose window is open, with the units that nothing has replaced and what
 * is to come in the window; the largest loss first. Losses of less than a dollar are left out.
 *
 * Decisions: D-35, D-36, D-38.
 */
export function doNotBuy(
  books: Books,
  views: WashViews,
  coming: readonly ComingAcquisition[],
): readonly DoNotBuy[] {
  const { settings } = books;
  const exposed = exposedSales(books, views);
  const taints = comingTaints(exposed.map(openLossOf), coming, (asset) => views.of(asset).settings);
  const byAsset = new Map<Asset, LossSale[]>();
  for (const sale of exposed) {
    const { asset } = sale.disposal;
    const sales = byAsset.get(asset);
    if (sales === undefined) byAsset.set(asset, [sale]);
    else sales.push(sale);
  }
  return [...byAsset]
    .flatMap(([asset, sales]): readonly DoNotBuy[] => {
      const last = sales[sales.length - 1];
      const loss = sales.reduce((sum, { lossExposed }) => add(sum, lossExposed), ZERO_MONEY);
      if (last === undefined || loss < DOLLAR) return [];
      return [
        {
          asset,
          others: othersReplacing(asset, settings),
          lastLossSale: last.disposal,
          firstSafeDay: addDays(openLossOf(last).lastDay, 1),
          units: sales.reduce((sum, { unitsExposed }) => add(sum, unitsExposed), ZERO_QUANTITY),
          loss,
          isCoveredNow: isCovered(asset, settings.wash),
          coming: taints.get(asset) ?? [],
        },
      ];
    })
    .sort((a, b) => compare(b.loss, a.loss));
}

/**
 * The sales at a loss in open windows with units that nothing has replaced, in order of time: of
 * each asset by the view that the settings take of it.
 */
export function exposedSales({ settings, asOf }: Books, views: WashViews): readonly LossSale[] {
  const isExposed = (sale: LossSale): boolean =>
    isWindowOpen(sale, asOf) && sale.unitsExposed !== ZERO_QUANTITY;
  const covered = lossSales(views.by(settings.wash)).filter(isExposed);
  if (settings.wash === "conservative") return covered;
  const others = lossSales(views.by("conservative")).filter(
    (sale) => isExposed(sale) && !isCovered(sale.disposal.asset, settings.wash),
  );
  return [...covered, ...others].sort(
    (a, b) => a.disposal.at - b.disposal.at || a.disposal.row - b.disposal.row,
  );
}

/** One dollar: what stands for less is dust, such as the fee of a transfer. */
export const DOLLAR = 1e10 as Money;

function othersReplacing({ symbol }: Asset, settings: Settings): readonly string[] {
  const key = assetKey(symbol);
  const group = settings.identical.find((members) => members.includes(key)) ?? [];
  const buying = settings.replaces.filter(({ replaced }) => replaced === key);
  const others = new Set([...group, ...buying.map((pair) => pair.buying)]);
  others.delete(key);
  return [...others];
}
