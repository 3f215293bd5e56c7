import type { Day } from "../calendar/day.ts";
import type { Asset } from "../ledger/asset.ts";
import type { Settings } from "../ledger/settings.ts";
import type { Acquisition, Transaction } from "../ledger/transaction.ts";
import { compareWallets } from "../ledger/wallet.ts";
import type { OpenLot, Tranche } from "../lots/lot.ts";
import { firstLot, pushLot, type LotHeap } from "../lots/lotHeap.ts";
import { compare, subtract, ZERO_QUANTITY, type Quantity } from "../money/amounts.ts";
import { canReplace, isCovered, replaces } from "./replacementRules.ts";

/** An acquisition whose units can replace units sold at a loss. */
export type Replacement = {
  readonly acquisition: Acquisition;
  /** Units that have replaced nothing, and are still held or not yet bought. */
  free: Quantity;
  /** False until the replay reaches the acquisition. */
  isBooked: boolean;
  /** Its first units, matched before they are bought, in the order of matching. */
  waiting: Tranche[] | undefined;
  /** Lots with free units, and some that have none left; by wallet, then from the front. */
  lots: LotHeap | undefined;
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
    if (canReplace(event, settings)) of.set(event, replacementBy(event));
  }
  return of.size === 0 ? undefined : { of, settings, queues: new Map() };
}

/** All units of an acquisition, yet to be bought. */
export const replacementBy = (acquisition: Acquisition): Replacement => ({
  acquisition,
  free: acquisition.quantity,
  isBooked: false,
  waiting: undefined,
  lots: undefined,
});

/** Those that can replace units of an asset, whatever wallet or account they are in. */
export function replacementsFor(asset: Asset, all: Replacements): ReplacementQueue {
  let queue = all.queues.get(asset);
  if (queue === undefined) {
    queue = queueOf(asset, all);
    all.queues.set(asset, queue);
  }
  return queue;
}

/** The place of the first that was acquired on a day or later and has free units. */
export function firstFree(queue: ReplacementQueue, day: Day): number {
  const { replacements } = queue;
  let low = 0;
  let high = replacements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((replacements[middle] as Replacement).acquisition.day < day) low = middle + 1;
    else high = middle;
  }
  return nextFree(queue, low);
}

/** The first place from one on that has free units; shortens the way for the next time. */
export function nextFree({ replacements, next }: ReplacementQueue, from: number): number {
  let place = from;
  for (;;) {
    const following = next[place];
    if (following !== undefined && following !== place) place = following;
    else if (replacements[place]?.free === ZERO_QUANTITY) next[place] = place + 1;
    else break;
  }
  for (let step = from; step < place;) {
    const following = next[step] as number;
    next[step] = place;
    step = following;
  }
  return place;
}

/** Keeps units that have replaced others until the replay reaches their acquisition. */
export function waitForUnits(replacement: Replacement, matched: Tranche): void {
  if (replacement.waiting === undefined) replacement.waiting = [matched];
  else replacement.waiting.push(matched);
}

/** Takes note of a lot of the acquisition: its units are free. */
export function addFreeLot(replacement: Replacement, lot: OpenLot): void {
  if (replacement.lots === undefined) replacement.lots = [lot];
  else pushLot(replacement.lots, lot, byWalletAndPlace);
}

/** The lot whose units replace first; undefined when none has units left. */
export const firstFreeLot = ({ lots }: Replacement): OpenLot | undefined =>
  lots === undefined ? undefined : firstLot(lots, byWalletAndPlace);

/** Free units of an acquisition that left for good, before they replaced anything. */
export function loseFreeUnits(all: Replacements, acquisition: Acquisition, units: Quantity): void {
  const replacement = all.of.get(acquisition);
  if (replacement !== undefined) replacement.free = subtract(replacement.free, units);
}

/** Lots of one purchase by the names of their wallets, then from the front. Decision: D-25. */
const byWalletAndPlace = (a: OpenLot, b: OpenLot): number =>
  compareWallets(a.wallet, b.wallet) ||
  compare(a.first, b.first) ||
  a.tranche.splitOrder - b.tranche.splitOrder;

function queueOf(asset: Asset, all: Replacements): ReplacementQueue {
  const replacements: Replacement[] = [];
  for (const replacement of all.of.values()) {
    if (replaces(replacement.acquisition.asset, asset, all.settings)) {
      replacements.push(replacement);
    }
  }
  const next = new Int32Array(replacements.length + 1);
  for (let place = 0; place < next.length; place += 1) next[place] = place;
  return { replacements, next };
}
