import type { LotMethod } from "../ledger/settings.ts";
import type { OpenLot } from "./lot.ts";
import { firstLot, isSpent, pushLot, type LotHeap } from "./lotHeap.ts";
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
  readonly heap: LotHeap;
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
  else pushLot(queue.heap, lot, queue.order);
}

/** The lot to relieve next, without those that have nothing left; undefined when there is none. */
export function firstInQueue(queue: LotQueue): OpenLot | undefined {
  const { order } = queue;
  const ofRun = firstOfRun(queue);
  const ofHeap = firstLot(queue.heap, order);
  if (ofHeap === undefined) return ofRun;
  return ofRun === undefined || order(ofHeap, ofRun) < 0 ? ofHeap : ofRun;
}

/** All lots of the queue with something left, in no particular order. */
export function openInQueue({ run, gone, heap }: LotQueue): OpenLot[] {
  const open: OpenLot[] = [];
  for (let place = gone; place < run.length; place += 1) keepOpen(run[place] as OpenLot, open);
  for (const lot of heap) keepOpen(lot, open);
  return open;
}

function keepOpen(lot: OpenLot, open: OpenLot[]): void {
  if (!isSpent(lot)) open.push(lot);
}

function continuesRun({ takesRunFrom, run, order }: LotQueue, lot: OpenLot): boolean {
  if (takesRunFrom === "no run") return false;
  const last = run[run.length - 1];
  if (last === undefined) return true;
  return takesRunFrom === "front" ? order(last, lot) < 0 : order(lot, last) < 0;
}

function firstOfRun(queue: LotQueue): OpenLot | undefined {
  const { run } = queue;
  if (queue.takesRunFrom === "back") {
    let last = run[run.length - 1];
    while (last !== undefined && isSpent(last)) {
      run.pop();
      last = run[run.length - 1];
    }
    return last;
  }
  let next = run[queue.gone];
  while (next !== undefined && isSpent(next)) {
    queue.gone += 1;
    next = run[queue.gone];
  }
  // Forgets what is gone once it is most of the run.
  if (queue.gone > 1000 && queue.gone * 2 > run.length) {
    run.splice(0, queue.gone);
    queue.gone = 0;
  }
  return next;
}
