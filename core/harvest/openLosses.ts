import type { Day } from "../calendar/day.ts";
import type { Asset } from "../ledger/asset.ts";
import type { Disposal } from "../ledger/transaction.ts";
import {
  add,
  magnitude,
  subtract,
  ZERO_MONEY,
  ZERO_QUANTITY,
  type Money,
  type Quantity,
} from "../money/amounts.ts";
import type { Replay } from "../replay/replayLedger.ts";
import { isCovered } from "../washSales/replacementRules.ts";
import { washWindow } from "../washSales/washWindow.ts";
import type { WashView } from "./washViews.ts";

/** A disposal with units sold at a loss, and what of them nothing has replaced. */
export type LossSale = {
  readonly disposal: Disposal;
  /** Units sold at a loss that are not yet replaced. */
  readonly unitsExposed: Quantity;
  /** Positive dollars on those units: what a purchase can still wash. */
  readonly lossExposed: Money;
};

/** A loss on units that a purchase up to a day washes. */
export type OpenLoss = {
  readonly asset: Asset;
  readonly units: Quantity;
  /** Positive dollars on all units. */
  readonly loss: Money;
  /** The last day of the window. */
  readonly lastDay: Day;
};

/**
 * The disposals with a loss that the view's rule covers, in order of time. Purchases of the ledger
 * that come after its as-of day count as replacing.
 *
 * Decision: D-36.
 */
export function lossSales({ replay, settings }: WashView): readonly LossSale[] {
  const replaced = unitsReplaced(replay);
  const sales = new Map<Disposal, { units: Quantity; loss: Money }>();
  for (const { disposal, quantity, lot, disallowance } of replay.disposals) {
    if (lot === undefined || lot.gain >= 0) continue;
    if (!isCovered(disposal.asset, settings.wash)) continue;
    const kept = subtract(magnitude(lot.gain), disallowance?.disallowed ?? ZERO_MONEY);
    const sale = sales.get(disposal);
    if (sale === undefined) sales.set(disposal, { units: quantity, loss: kept });
    else {
      sale.units = add(sale.units, quantity);
      sale.loss = add(sale.loss, kept);
    }
  }
  return [...sales].map(([disposal, { units, loss }]) => ({
    disposal,
    unitsExposed: subtract(units, replaced.get(disposal) ?? ZERO_QUANTITY),
    lossExposed: loss,
  }));
}

/** True where a purchase on the day or later can still wash the sale, however little is left. */
export const isWindowOpen = ({ disposal }: LossSale, asOf: Day): boolean =>
  washWindow(disposal.day).last >= asOf;

/** The part of a loss sale that nothing has replaced. */
export const openLossOf = ({ disposal, unitsExposed, lossExposed }: LossSale): OpenLoss => ({
  asset: disposal.asset,
  units: unitsExposed,
  loss: lossExposed,
  lastDay: washWindow(disposal.day).last,
});

function unitsReplaced({ matches }: Replay): ReadonlyMap<Disposal, Quantity> {
  const replaced = new Map<Disposal, Quantity>();
  for (const { disposal, match } of matches) {
    replaced.set(disposal, add(replaced.get(disposal) ?? ZERO_QUANTITY, match.quantity));
  }
  return replaced;
}
