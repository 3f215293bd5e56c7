import type { Day } from "../calendar/day.ts";
import type { Asset } from "../ledger/asset.ts";
import type { JoinedLot } from "../lots/joinLots.ts";
import { unitsOf } from "../lots/lot.ts";
import { LOT_ORDERS } from "../lots/lotMethod.ts";
import {
  add,
  compare,
  magnitude,
  smaller,
  subtract,
  ZERO_MONEY,
  ZERO_QUANTITY,
  type Money,
} from "../money/amounts.ts";
import type { PositionLot } from "../positions/position.ts";
import { disallowLoss, type LossOnUnits, type UseUp } from "../washSales/disallowLoss.ts";
import { replacementsFor, type Replacement, type Replacements } from "../washSales/replacements.ts";

/** Lots that would be sold together on the as-of day. */
export type HypotheticalLots = readonly PositionLot[];

/** What the wash-sale rule would disallow of a hypothetical sale. Positive dollars. */
export type WashExposure = {
  readonly disallowed: Money;
  /** By the place of the lot among those given, from 0; lots without a share are not in it. */
  readonly byLot: ReadonlyMap<number, Money>;
};

/**
 * Sells the lots, all at once, and takes back what that changed: the oldest purchase's loss is replaced
 * first, by units that are not sold with it.
 */
export function testSale(sold: HypotheticalLots, asOf: Day, all: Replacements): WashExposure {
  if (all.of.size === 0 || sold.length === 0) return NOTHING_DISALLOWED;
  const assets = new Set(sold.map(({ lot }) => lot.tranche.acquisition.asset));
  const replacements = new Set(
    [...assets].flatMap((asset) => replacementsFor(asset, all).replacements),
  );
  const undo = snapshot(replacements);
  takeOut(sold, all);
  let left = 0;
  for (const { free } of replacements) if (free !== ZERO_QUANTITY) left += 1;
  const useUp: UseUp = ({ quantity }, replacement, lot) => {
    replacement.free = subtract(replacement.free, quantity);
    if (replacement.free === ZERO_QUANTITY) left -= 1;
    if (lot !== undefined) lot.from = add(lot.from, quantity);
  };
  const byLot = new Map<number, Money>();
  let disallowed = ZERO_MONEY;
  for (const place of left === 0 ? [] : lossesOldestFirst(sold, assets, all)) {
    if (left === 0) break;
    const loss = disallowLoss(lossOn(sold[place] as PositionLot, asOf), all, useUp);
    if (loss === undefined) continue;
    byLot.set(place, loss.disallowed);
    disallowed = add(disallowed, loss.disallowed);
  }
  undo();
  // Spent places are passed over for good, and these were spent only for the asking.
  for (const asset of assets) all.queues.delete(asset);
  return { byLot, disallowed };
}

const NOTHING_DISALLOWED: WashExposure = { byLot: new Map(), disallowed: ZERO_MONEY };

/** Takes back what a test sale does to what can replace its units. */
function snapshot(replacements: Iterable<Replacement>): () => void {
  const before = Array.from(replacements, (replacement) => ({
    replacement,
    free: replacement.free,
    lots: replacement.lots?.map((lot) => ({ lot, from: lot.from })),
  }));
  return () => {
    for (const { replacement, free, lots } of before) {
      replacement.free = free;
      replacement.lots = lots?.map(({ lot }) => lot);
      for (const { lot, from } of lots ?? []) lot.from = from;
    }
  };
}

/** Units sold leave first: they replace nothing. Of a lot sold in part, the first ones leave. */
function takeOut(sold: HypotheticalLots, all: Replacements): void {
  for (const { lot } of sold) {
    const replacement = all.of.get(lot.tranche.acquisition);
    if (replacement === undefined || lot.tranche.hasReplaced) continue;
    replacement.free = subtract(replacement.free, lot.quantity);
    let left = lot.quantity;
    for (const open of [...(replacement.lots ?? [])].sort((a, b) => compare(a.from, b.from))) {
      if (open.tranche !== lot.tranche || open.wallet !== lot.wallet) continue;
      const units = smaller(unitsOf(open), left);
      open.from = add(open.from, units);
      left = subtract(left, units);
    }
  }
}

/** Places of the losses that something could replace, the oldest purchase first. */
function lossesOldestFirst(
  sold: HypotheticalLots,
  assets: ReadonlySet<Asset>,
  all: Replacements,
): readonly number[] {
  const replaceable = new Set(
    [...assets].filter((asset) =>
      replacementsFor(asset, all).replacements.some(({ free }) => free !== ZERO_QUANTITY),
    ),
  );
  const places: number[] = [];
  sold.forEach(({ lot, sale }, place) => {
    if (sale === undefined || sale.realized.gain >= 0) return;
    if (replaceable.has(lot.tranche.acquisition.asset)) places.push(place);
  });
  const lotAt = (place: number): JoinedLot => (sold[place] as PositionLot).lot;
  return places.sort((a, b) => LOT_ORDERS.FIFO(lotAt(a), lotAt(b)));
}

const lossOn = ({ lot, sale }: PositionLot, sold: Day): LossOnUnits => ({
  acquisition: lot.tranche.acquisition,
  sold,
  quantity: lot.quantity,
  loss: magnitude(sale?.realized.gain ?? ZERO_MONEY),
  holdingPeriodStart: sale?.realized.holdingPeriodStart ?? lot.tranche.holdingPeriodStart,
});
