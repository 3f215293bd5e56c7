import { addDays, type Day } from "../calendar/day.ts";
import type { Asset } from "../ledger/asset.ts";
import type { Settings } from "../ledger/settings.ts";
import type { Acquisition } from "../ledger/transaction.ts";
import type { JoinedLot } from "../lots/joinLots.ts";
import { unitsOf } from "../lots/lot.ts";
import { LOT_ORDERS } from "../lots/lotMethod.ts";
import {
  add,
  compare,
  magnitude,
  shareOf,
  smaller,
  subtract,
  ZERO_MONEY,
  ZERO_QUANTITY,
  type Money,
} from "../money/amounts.ts";
import type { PositionLot } from "../positions/position.ts";
import type { Replay } from "../replay/replayLedger.ts";
import { disallowLoss, type LossOnUnits, type UseUp } from "../washSales/disallowLoss.ts";
import { canReplace, isCovered } from "../washSales/replacementRules.ts";
import {
  addFreeLot,
  replacementBy,
  replacementsFor,
  type Replacement,
  type Replacements,
} from "../washSales/replacements.ts";
import { washWindow, WINDOW_DAYS } from "../washSales/washWindow.ts";
import type { Books } from "./books.ts";

/** Lots that would be sold together on the as-of day. */
export type HypotheticalLots = readonly PositionLot[];

/** What the wash-sale rule would disallow of a hypothetical sale. Positive dollars. */
export type WashExposure = {
  readonly disallowed: Money;
  /** By the place of the lot among those given, from 0; lots without a share are not in it. */
  readonly byLot: ReadonlyMap<number, Money>;
};

/** What the wash-sale rule would do to sales on the as-of day. Nothing is sold by asking. */
export type WashOutlook = {
  /** By the policy of the settings. */
  readonly now: (sold: HypotheticalLots) => WashExposure;
  /** If the rule covered every asset. */
  readonly atRisk: (sold: HypotheticalLots) => WashExposure;
  /**
   * The first day, not before the as-of day, on which no acquisition but the sold units' own could
   * wash the sale if the rule covered every asset; undefined where nothing is sold, and where only
   * such acquisitions could whose units would disallow less than a dollar each.
   */
  readonly clearToSell: (sold: HypotheticalLots) => Day | undefined;
  /**
   * The assets of which units could wash a loss on this one, sold on the as-of day, by the policy of
   * the settings; empty where nothing can.
   */
  readonly replacedBy: (asset: Asset) => readonly Asset[];
};

/**
 * The acquisitions around the as-of day in the state in which the replay left them: which units of
 * theirs are still held, or yet to come, and have replaced nothing.
 *
 * The past is as the replay's own policy made it; only the hypothetical sale is tested anew.
 * Decisions: D-29, D-30.
 */
export function washOutlook(books: Books, replay: Replay): WashOutlook {
  const { settings, asOf } = books;
  const recent = recentAcquisitions(books);
  const covered = openReplacements(settings, { recent, asOf, replay });
  const every = openReplacements({ ...settings, wash: "conservative" }, { recent, asOf, replay });
  return {
    now: (sold) => testSale(sold, asOf, covered),
    atRisk: (sold) => testSale(sold, asOf, every),
    clearToSell: (sold) => clearDay(sold, asOf, every),
    replacedBy: (asset) => freeReplacers(asset, asOf, covered),
  };
}

function freeReplacers(asset: Asset, asOf: Day, all: Replacements): readonly Asset[] {
  if (!isCovered(asset, all.settings.wash)) return [];
  const { last } = washWindow(asOf);
  const replacers = new Set<Asset>();
  for (const { acquisition, free } of replacementsFor(asset, all).replacements) {
    if (free !== ZERO_QUANTITY && acquisition.day <= last) replacers.add(acquisition.asset);
  }
  return [...replacers];
}

function clearDay(sold: HypotheticalLots, asOf: Day, all: Replacements): Day | undefined {
  const [first] = sold;
  if (first === undefined) return undefined;
  const own = new Set(sold.map(({ lot }) => lot.tranche.acquisition));
  const { asset } = first.lot.tranche.acquisition;
  const others = replacementsFor(asset, all).replacements.filter(
    ({ acquisition, free }) => free !== ZERO_QUANTITY && !own.has(acquisition),
  );
  if (others.length > 0 && others.every((other) => isNegligible(other, sold))) return undefined;
  let clear = asOf;
  for (const { acquisition } of others) {
    const { first: from, last: to } = washWindow(clear);
    if (acquisition.day >= from && acquisition.day <= to) {
      clear = addDays(acquisition.day, WINDOW_DAYS + 1);
    }
  }
  return clear;
}

/** One dollar, in ten-billionths. */
const DOLLAR = 1e10 as Money;

/** True where all free units of a replacement would disallow less than a dollar of the loss. */
function isNegligible({ free }: Replacement, sold: HypotheticalLots): boolean {
  let loss = ZERO_MONEY;
  let units = ZERO_QUANTITY;
  for (const { lot, sale } of sold) {
    if (sale === undefined || sale.realized.gain >= 0) continue;
    loss = add(loss, magnitude(sale.realized.gain));
    units = add(units, lot.quantity);
  }
  return units === ZERO_QUANTITY || shareOf(loss, smaller(free, units), units) < DOLLAR;
}

/** Acquisitions from 30 days before the as-of day on, in the order of events. */
function recentAcquisitions({ ledger, asOf }: Books): readonly Acquisition[] {
  const { first } = washWindow(asOf);
  const recent: Acquisition[] = [];
  for (const event of ledger.transactions) {
    if (event.kind === "acquisition" && event.day >= first) recent.push(event);
  }
  return recent.sort((a, b) => a.at - b.at || a.row - b.row);
}

/** Those that can replace anything under the settings, with the units that still can. */
function openReplacements(
  settings: Settings,
  from: { readonly recent: readonly Acquisition[]; readonly asOf: Day; readonly replay: Replay },
): Replacements {
  const { asOf, replay } = from;
  const of = new Map<Acquisition, Replacement>();
  for (const acquisition of from.recent) {
    if (!isCovered(acquisition.asset, settings.wash) || !canReplace(acquisition, settings))
      continue;
    const replacement = replacementBy(acquisition);
    if (acquisition.day <= asOf) {
      // What is left of it comes with its lots.
      replacement.isBooked = true;
      replacement.free = ZERO_QUANTITY;
    }
    of.set(acquisition, replacement);
  }
  if (of.size === 0) return { of, settings, queues: new Map() };
  for (const lot of replay.lots) {
    const replacement = of.get(lot.tranche.acquisition);
    if (replacement === undefined || lot.tranche.hasReplaced) continue;
    // A copy, because asking takes units off it.
    addFreeLot(replacement, { ...lot });
    replacement.free = add(replacement.free, unitsOf(lot));
  }
  for (const { match } of replay.matches) {
    const replacement = of.get(match.replacement);
    if (replacement === undefined || replacement.isBooked) continue;
    replacement.free = subtract(replacement.free, match.quantity);
  }
  return { of, settings, queues: new Map() };
}

/** Sells the lots, all at once, and takes back what that changed. */
function testSale(sold: HypotheticalLots, asOf: Day, all: Replacements): WashExposure {
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
