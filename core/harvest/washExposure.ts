import { addDays, type Day } from "../calendar/day.ts";
import type { Asset } from "../ledger/asset.ts";
import type { Settings } from "../ledger/settings.ts";
import type { Acquisition } from "../ledger/transaction.ts";
import { unitsOf } from "../lots/lot.ts";
import {
  add,
  magnitude,
  shareOf,
  smaller,
  subtract,
  ZERO_MONEY,
  ZERO_QUANTITY,
  type Money,
} from "../money/amounts.ts";
import type { Replay } from "../replay/replayLedger.ts";
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
import { testSale, type HypotheticalLots, type WashExposure } from "./testSale.ts";

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
