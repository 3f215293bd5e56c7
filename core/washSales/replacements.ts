import type { Day } from "../calendar/day.ts";
import type { Asset } from "../ledger/asset.ts";
import type { Settings } from "../ledger/settings.ts";
import type { Acquisition, Transaction } from "../ledger/transaction.ts";
import type { OpenLot } from "../lots/lot.ts";
import { subtract, type Money, type Quantity } from "../money/amounts.ts";
import { canReplace, isCovered, replaces } from "./replacementRules.ts";
import { washWindow } from "./washWindow.ts";

/** An acquisition whose units can replace units sold at a loss. */
export type Replacement = {
  readonly acquisition: Acquisition;
  /** Units that have replaced nothing, and are still held or not yet bought. */
  free: Quantity;
  /** False until the replay reaches the acquisition. */
  isBooked: boolean;
  /** Losses that wait for the acquisition, in the order of matching. */
  readonly waiting: WaitingLoss[];
  /** Lots of the acquisition with free units, and some that have none left. */
  lots: OpenLot[];
};

/** A loss matched with units that are yet to be bought. */
export type WaitingLoss = {
  readonly quantity: Quantity;
  /** Dollars to be added to their basis; 0 where the loss is lost for good. */
  readonly addedBasis: Money;
  readonly holdingPeriodStart: Day;
  readonly splitOrder: number;
};

/** The replacements of one ledger, found again by asset and by acquisition. */
export type Replacements = {
  readonly of: ReadonlyMap<Acquisition, Replacement>;
  readonly settings: Settings;
  readonly queues: Map<Asset, ReplacementQueue>;
};

/** What can replace one asset, in the order of acquisition. */
export type ReplacementQueue = {
  readonly replacements: readonly Replacement[];
  /** The next place that may have free units, by place: spent ones are passed over for good. */
  readonly next: Int32Array;
};

/** The acquisitions of a ledger, in order of events, that can replace anything. */
export function findReplacements(
  events: readonly Transaction[],
  settings: Settings,
): Replacements | undefined {
  const of = new Map<Acquisition, Replacement>();
  for (const event of events) {
    if (event.kind !== "acquisition" || !isCovered(event.asset, settings.wash)) continue;
    if (!canReplace(event, settings)) continue;
    const { quantity } = event;
    of.set(event, { acquisition: event, free: quantity, isBooked: false, waiting: [], lots: [] });
  }
  return of.size === 0 ? undefined : { of, settings, queues: new Map() };
}

/** Those that can replace units of an asset, whatever wallet or account they are in. */
export function replacementsFor(asset: Asset, all: Replacements): ReplacementQueue {
  let queue = all.queues.get(asset);
  if (queue === undefined) {
    const replacements = [...all.of.values()].filter(({ acquisition }) =>
      replaces(acquisition.asset, asset, all.settings),
    );
    const next = Int32Array.from({ length: replacements.length + 1 }, (_, place) => place);
    queue = { replacements, next };
    all.queues.set(asset, queue);
  }
  return queue;
}

/**
 * The replacements inside the window around a sale that may have free units, in order of
 * acquisition. Each is asked for when the last is done with.
 */
export function* inWindow(queue: ReplacementQueue, sold: Day): Generator<Replacement> {
  const { first, last } = washWindow(sold);
  const { replacements } = queue;
  let place = nextFree(queue, firstFrom(replacements, first));
  for (;;) {
    const replacement = replacements[place];
    if (replacement === undefined || replacement.acquisition.day > last) return;
    if (replacement.free === 0) queue.next[place] = place + 1;
    else yield replacement;
    place = nextFree(queue, place + 1);
  }
}

/** Free units of an acquisition that left for good, before they replaced anything. */
export function loseFreeUnits(all: Replacements, acquisition: Acquisition, units: Quantity): void {
  const replacement = all.of.get(acquisition);
  if (replacement !== undefined) replacement.free = subtract(replacement.free, units);
}

/** The first place from one on that is not passed over; shortens the way for the next time. */
function nextFree({ next }: ReplacementQueue, from: number): number {
  let place = from;
  while (next[place] !== undefined && next[place] !== place) place = next[place] as number;
  for (let step = from; step < place;) {
    const following = next[step] as number;
    next[step] = place;
    step = following;
  }
  return place;
}

/** The first place of a replacement acquired on a day or later. */
function firstFrom(replacements: readonly Replacement[], day: Day): number {
  let low = 0;
  let high = replacements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((replacements[middle] as Replacement).acquisition.day < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
