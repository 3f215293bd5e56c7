import type { LotMethod } from "../ledger/settings.ts";
import type { OpenLot } from "./lot.ts";
import { LOT_ORDERS, type LotOrder } from "./lotMethod.ts";

/**
 * Lots in the order in which a method relieves them.
 *
 * Lots mostly arrive in order of time: those stand in a run, which FIFO takes from the front and
 * LIFO from the back. A lot of another age (a transfer brings old ones), and every lot under a
 * method that goes by basis, stands in a heap. The next lot is the first of both, so that arriving
 * and leaving costs a logarithm at the worst, and mostly nothing.
 */
export type LotQueue = {
  readonly order: LotOrder;
  readonly takesRunFrom: "front" | "back" | "no run";
  readonly run: OpenLot[];
  /** Lots of the run taken from the front. */
  gone: number;
  readonly heap: OpenLot[];
};

const RUN_END: Readonly<Record<LotMethod, LotQueue["takesRunFrom"]>> = {
  FIFO: "front",
  SPECIFIC: "front",
  LIFO: "back",
  HIFO: "no run",
  LOFO: "no run",
};

/** A queue of these lots by a method. */
export function lotQueue(method: LotMethod, lots: readonly OpenLot[]): LotQueue {
  const order = LOT_ORDERS[method];
  const takesRunFrom = RUN_END[method];
  const sorted = [...lots].sort(order);
  // What is sorted is a heap.
  if (takesRunFrom === "no run") return { order, takesRunFrom, run: [], gone: 0, heap: sorted };
  const run = takesRunFrom === "front" ? sorted : sorted.reverse();
  return { order, takesRunFrom, run, gone: 0, heap: [] };
}

/** Puts a lot in its place. */
export function enqueue(queue: LotQueue, lot: OpenLot): void {
  if (continuesRun(queue, lot)) queue.run.push(lot);
  else pushHeap(queue, lot);
}

/** The lot to relieve next, without those that have nothing left; undefined when there is none. */
export function firstInQueue(queue: LotQueue): OpenLot | undefined {
  const ofRun = firstOfRun(queue);
  const { heap, order } = queue;
  while (isSpent(heap[0])) popHeap(queue);
  const ofHeap = heap[0];
  if (ofHeap === undefined) return ofRun;
  return ofRun === undefined || order(ofHeap, ofRun) < 0 ? ofHeap : ofRun;
}

/** All lots of the queue with something left, in no particular order. */
export const openInQueue = ({ run, gone, heap }: LotQueue): OpenLot[] =>
  [...run.slice(gone), ...heap].filter((lot) => !isSpent(lot));

const isSpent = (lot: OpenLot | undefined): boolean => lot !== undefined && lot.from === lot.to;

function continuesRun({ takesRunFrom, run, order }: LotQueue, lot: OpenLot): boolean {
  if (takesRunFrom === "no run") return false;
  const last = run[run.length - 1];
  if (last === undefined) return true;
  return takesRunFrom === "front" ? order(last, lot) < 0 : order(lot, last) < 0;
}

function firstOfRun(queue: LotQueue): OpenLot | undefined {
  const { run } = queue;
  if (queue.takesRunFrom === "back") {
    while (isSpent(run[run.length - 1])) run.pop();
    return run[run.length - 1];
  }
  while (isSpent(run[queue.gone])) queue.gone += 1;
  // Forgets what is gone once it is most of the run.
  if (queue.gone > 1000 && queue.gone * 2 > run.length) {
    run.splice(0, queue.gone);
    queue.gone = 0;
  }
  return run[queue.gone];
}

function pushHeap({ order, heap }: LotQueue, lot: OpenLot): void {
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

function popHeap({ order, heap }: LotQueue): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  const end = heap.length;
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
