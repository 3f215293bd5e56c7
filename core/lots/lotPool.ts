import type { LotMethod } from "../ledger/settings.ts";
import type { Acquisition } from "../ledger/transaction.ts";
import { add, type Money, type Quantity } from "../money/amounts.ts";
import type { OpenLot } from "./lot.ts";
import { enqueue, firstInQueue, lotQueue, openInQueue, type LotQueue } from "./lotQueue.ts";

/**
 * The lots that one sale can relieve: those of one asset in one wallet, or in one account where
 * lots are pooled universally (Treas. Reg. § 1.1012-1(j)(1); R1.3).
 */
export type LotPool = {
  /** The same lots in the order of each method used so far; made when first needed. */
  readonly queues: Map<LotMethod, LotQueue>;
  /** Lots of acquisitions that must be found again by name, oldest part first. */
  readonly tracked: Map<Acquisition, OpenLot[]>;
};

/** A pool without lots, ready for the method by which it will first be relieved. */
export const emptyPool = (method: LotMethod): LotPool => ({
  queues: new Map([[method, lotQueue(method, [])]]),
  tracked: new Map(),
});

/** Adds a lot to a pool. `track` lots can be found by lotsOfAcquisition. */
export function addLot(pool: LotPool, lot: OpenLot, track: "track" | "queue only"): void {
  for (const queue of pool.queues.values()) enqueue(queue, lot);
  if (track === "queue only") return;
  const { acquisition } = lot.tranche;
  const lots = pool.tracked.get(acquisition);
  if (lots === undefined) pool.tracked.set(acquisition, [lot]);
  else lots.push(lot);
}

/** The lot that the method relieves next; undefined when the pool is empty. */
export function nextLot(pool: LotPool, method: LotMethod): OpenLot | undefined {
  let queue = pool.queues.get(method);
  if (queue === undefined) {
    queue = lotQueue(method, openLots(pool));
    pool.queues.set(method, queue);
  }
  return firstInQueue(queue);
}

/** The lots of one tracked acquisition that the pool still holds. */
export function lotsOfAcquisition(pool: LotPool, acquisition: Acquisition): readonly OpenLot[] {
  const lots = pool.tracked.get(acquisition)?.filter((lot) => lot.from !== lot.to) ?? [];
  // Spent lots are forgotten, so that looking again and again stays cheap.
  if (lots.length > 0) pool.tracked.set(acquisition, lots);
  else pool.tracked.delete(acquisition);
  return lots;
}

/** Takes units from the front of a lot; the basis is that of its tranche up to them. */
export function takeUnits(
  lot: OpenLot,
  taken: { readonly quantity: Quantity; readonly basisSoFar: Money },
): void {
  lot.from = add(lot.from, taken.quantity);
  lot.basisBefore = taken.basisSoFar;
}

/** All lots with units left, in no particular order. */
export function openLots(pool: LotPool): OpenLot[] {
  for (const queue of pool.queues.values()) return openInQueue(queue);
  return [];
}
