import type { BestStop } from "../harvest/bestStop.ts";
import { quoted } from "../ledger/problemWords.ts";
import type { LotMethod } from "../ledger/settings.ts";
import type { PositionLot } from "../positions/position.ts";

/** Days before a lot turns long-term within which its sentence says so. */
const SOON = 45;

const ORDER_WORDS: Readonly<Record<LotMethod, string>> = {
  FIFO: "Oldest first",
  LIFO: "Newest first",
  HIFO: "Highest basis first",
  LOFO: "Lowest basis first",
  SPECIFIC: "Oldest first, unless you name a lot",
};

/**
 * One sentence on why a lot stands where it does in the order, and what its sale does; a second one on
 * what an opening lot rests on, where the ledger says so.
 */
export function whyInOrder(of: {
  readonly method: LotMethod;
  readonly lot: PositionLot;
  /** From 1. */
  readonly place: number;
  readonly stop: BestStop | undefined;
  /** Days until the lot is long-term; null when it is, or has no term. */
  readonly daysLeft: number | null;
}): string {
  const evidence = of.lot.lot.tranche.acquisition.evidence;
  const why = whyThere(of);
  return evidence === undefined ? why : `${why} Opening lot: ${quoted(evidence)}.`;
}

type Ordered = Parameters<typeof whyInOrder>[0];

function whyThere(of: Ordered): string {
  const effect = `${ORDER_WORDS[of.method]}: ${effectOf(of.lot, of.place, of.stop)}`;
  const { daysLeft, lot } = of;
  if (daysLeft === null || daysLeft > SOON || lot.sale === undefined) return `${effect}.`;
  const days = daysLeft === 1 ? "1 day" : `${daysLeft} days`;
  return lot.sale.realized.gain < 0
    ? `${effect}; the loss stays short-term for only ${days} more.`
    : `${effect}; the gain turns long-term in ${days}.`;
}

function effectOf(lot: PositionLot, place: number, stop: BestStop | undefined): string {
  if (lot.sale === undefined || stop === undefined) return "no price, so no gain or loss";
  const { gain } = lot.sale.realized;
  if (stop.lots === 0) return "no sale in this order realizes a loss";
  if (place === stop.lots) return "selling down to here realizes the largest loss";
  if (place < stop.lots) {
    return gain < 0
      ? "its loss counts towards the best stop"
      : "its gain must be sold through to reach the losses behind it";
  }
  return gain < 0
    ? "behind the best stop, its loss does not make up for the gains before it"
    : "behind the best stop, its gain would use up the loss";
}
