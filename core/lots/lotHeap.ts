import type { OpenLot } from "./lot.ts";

/**
 * Lots of which the first by an order is always at hand: a binary heap. A lot comes or goes in a
 * logarithm of their number. Units that leave a lot must not change its place in the order.
 */
export type LotHeap = OpenLot[];

/** Negative when the first lot comes before the second. */
type HeapOrder = (a: OpenLot, b: OpenLot) => number;

/** Puts a lot in. */
export function pushLot(heap: LotHeap, lot: OpenLot, order: HeapOrder): void {
  let place = heap.length;
  heap.push(lot);
  while (place > 0) {
    const parent = (place - 1) >> 1;
    const above = heap[parent] as OpenLot;
    if (order(above, lot) <= 0) break;
    heap[place] = above;
    place = parent;
  }
  heap[place] = lot;
}

/** The first lot with units left; those without any are dropped on the way. */
export function firstLot(heap: LotHeap, order: HeapOrder): OpenLot | undefined {
  let first = heap[0];
  while (first !== undefined && isSpent(first)) {
    dropFirst(heap, order);
    first = heap[0];
  }
  return first;
}

/** True when no unit of the lot is left. */
export const isSpent = (lot: OpenLot): boolean => lot.from === lot.to;

function dropFirst(heap: LotHeap, order: HeapOrder): void {
  const last = heap.pop();
  const end = heap.length;
  if (last === undefined || end === 0) return;
  let place = 0;
  for (;;) {
    let child = 2 * place + 1;
    if (child >= end) break;
    if (child + 1 < end && order(heap[child + 1] as OpenLot, heap[child] as OpenLot) < 0) {
      child += 1;
    }
    const below = heap[child] as OpenLot;
    if (order(last, below) <= 0) break;
    heap[place] = below;
    place = child;
  }
  heap[place] = last;
}
