import { addDays, type Day } from "../calendar/day.ts";
import type { Asset } from "../ledger/asset.ts";
import type { Acquisition } from "../ledger/transaction.ts";
import {
  add,
  compare,
  magnitude,
  negate,
  ZERO_MONEY,
  ZERO_QUANTITY,
  type Money,
  type Quantity,
} from "../money/amounts.ts";
import type { PositionLot } from "../positions/position.ts";
import { canReplace, replaces } from "../washSales/replacementRules.ts";
import { WINDOW_DAYS } from "../washSales/washWindow.ts";
import { comingTaints, type ComingTaint } from "./comingTaint.ts";
import type { Harvest, Portfolio } from "./portfolio.ts";
import type { ComingAcquisition } from "./schedule.ts";
import { washOutlook, type WashOutlook } from "./washExposure.ts";

/** A position with a harvestable loss, and what stands in the way of selling it. */
export type DoNotSell = {
  readonly harvest: Harvest;
  /** The last acquisition, other than the sold units' own, that could wash the sale. */
  readonly inTheWay: Acquisition | undefined;
  /** Units that would be replaced if the sale were made on the as-of day. */
  readonly unitsAtRisk: Quantity;
  /** What is to come in the 30 days after the sale, and how much it alone would wash. */
  readonly coming: readonly ComingTaint[];
};

/**
 * The positions with a harvestable loss, each as if it alone were sold on the as-of day and the rule
 * covered every asset; those with most at risk first.
 *
 * Decisions: D-30, D-38.
 */
export function doNotSell(
  portfolio: Portfolio,
  coming: readonly ComingAcquisition[],
): readonly DoNotSell[] {
  const { books, replay } = portfolio;
  const outlook = washOutlook(books, replay);
  const latest = acquisitionsInTheWay(portfolio);
  const settings = { ...books.settings, wash: "conservative" } as const;
  return portfolio.harvests
    .filter(({ stop }) => stop !== undefined && compare(stop.loss, ZERO_MONEY) > 0)
    .map((harvest): DoNotSell => {
      const { position, stop } = harvest;
      const sold = position.lots.slice(0, stop?.lots ?? 0);
      const { asset } = position;
      const open = { asset, ...lossesOf(sold), lastDay: addDays(books.asOf, WINDOW_DAYS) };
      return {
        harvest,
        inTheWay: lastInTheWay(sold, latest(asset)),
        unitsAtRisk: unitsReplaced(outlook, sold),
        coming: comingTaints([open], coming, () => settings).get(asset) ?? [],
      };
    })
    .sort(
      (a, b) =>
        compare(b.harvest.atRisk.disallowed, a.harvest.atRisk.disallowed) ||
        compare(lossOf(b), lossOf(a)),
    );
}

const lossOf = ({ harvest }: DoNotSell): Money => harvest.stop?.loss ?? ZERO_MONEY;

/** Units and dollars of the lots that lose. */
function lossesOf(sold: readonly PositionLot[]): {
  readonly units: Quantity;
  readonly loss: Money;
} {
  let units = ZERO_QUANTITY;
  let loss = ZERO_MONEY;
  for (const { lot, sale } of sold) {
    if (sale === undefined || sale.realized.gain >= 0) continue;
    units = add(units, lot.quantity);
    loss = add(loss, magnitude(sale.realized.gain));
  }
  return { units, loss };
}

/**
 * The units that would be replaced. Asked of the outlook by lots whose loss is one part of a dollar
 * for each part of a unit: what is disallowed of it then counts the units, to the last part.
 */
function unitsReplaced(outlook: WashOutlook, sold: readonly PositionLot[]): Quantity {
  const counted = sold.map((lot): PositionLot => {
    const { sale } = lot;
    if (sale === undefined || sale.realized.gain >= 0) return lot;
    const gain = negate(lot.lot.quantity as unknown as Money);
    return { ...lot, sale: { ...sale, realized: { ...sale.realized, gain } } };
  });
  return outlook.atRisk(counted).disallowed as unknown as Quantity;
}

/** The acquisitions around the as-of day that can replace an asset, the last one first. */
function acquisitionsInTheWay({
  books,
  replay,
}: Portfolio): (asset: Asset) => readonly Acquisition[] {
  const { ledger, settings, asOf } = books;
  const around = new Set<Acquisition>();
  const isNear = (day: Day): boolean => day >= asOf - WINDOW_DAYS && day <= asOf + WINDOW_DAYS;
  for (const { tranche } of replay.lots) {
    const { acquisition, hasReplaced } = tranche;
    if (!hasReplaced && isNear(acquisition.day)) around.add(acquisition);
  }
  for (const event of ledger.transactions) {
    if (event.kind === "acquisition" && event.day > asOf && isNear(event.day)) around.add(event);
  }
  const able = [...around]
    .filter((acquisition) => canReplace(acquisition, settings))
    .sort((a, b) => b.at - a.at || b.row - a.row);
  const byAsset = new Map<Asset, readonly Acquisition[]>();
  return (asset) => {
    const known =
      byAsset.get(asset) ?? able.filter((bought) => replaces(bought.asset, asset, settings));
    byAsset.set(asset, known);
    return known;
  };
}

function lastInTheWay(
  sold: readonly PositionLot[],
  latest: readonly Acquisition[],
): Acquisition | undefined {
  const own = new Set(sold.map(({ lot }) => lot.tranche.acquisition));
  return latest.find((acquisition) => !own.has(acquisition));
}
