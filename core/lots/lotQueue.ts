import type { OpenLot } from "./lot.ts";
import type { LotOrder } from "./lotMethod.ts";

/**
 * Lots in the order in which a method relieves them: a binary heap, so that a lot of any age can
 * arrive at any time (a transfer brings old ones) at the cost of a logarithm.
 */
export type LotQueue = { readonly order: LotOrder; readonly lots: OpenLot[] };

/** A queue of these lots. */
export function lotQueue(order: LotOrder, lots: readonly OpenLot[]): LotQueue {
  const queue: LotQueue = { order, lots: [...lots].sort(order) };
  return queue;
}

/** Puts a lot in its place. */
export function enqueue({ order, lots }: LotQueue, lot: OpenLot): void {
  let place = lots.length;
  lots.push(lot);
  while (place > 0) {
    const parent = (place - 1) >> 1;
    const above = lots[parent] as OpenLot;
    if (order(above, lot) <= 0) break;
    lots[place] = above;
    place = parent;
  }
  lots[place] = lot;
}

/** The lot to relieve next, without those that have nothing left; undefined when there is none. */
export function firstInQueue(queue: LotQueue): OpenLot | undefined {
  let first = queue.lots[0];
  while (first !== undefined && first.from === first.to) {
    dropFirst(queue);
    first = queue.lots[0];
  }
  return first;
}

function dropFirst({ order, lots }: LotQueue): void {
  const last = lots.pop();
  if (last === undefined || lots.length === 0) return;
  const end = lots.length;
  let place = 0;
  for (;;) {
    let child = 2 * place + 1;
    if (child >= end) break;
    if (child + 1 < end && order(lots[child + 1] as OpenLot, lots[child] as OpenLot) < 0)
      child += 1;
    const below = lots[child] as OpenLot;
    if (order(last, below) <= 0) break;
    lots[place] = below;
    place = child;
  }
  lots[place] = last;
}
