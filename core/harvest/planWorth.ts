import { moneyOf } from "../money/decimalNumber.ts";
import { moneyNumber, negate, type Money } from "../money/amounts.ts";
import type { PlanCost } from "./planHull.ts";
import type { PlanOutcome } from "./planOutcome.ts";
import type { TaxOutlook } from "./taxOutlook.ts";

/**
 * Tax that a dollar more of sales must save, to be worth selling.
 *
 * Decision: D-32.
 */
export const SALES_PRICE = 0.01;

/** What it is worth that part of a plan's kept loss is short-term, in dollars. */
export type ShortWorth = {
  /** The tax that a plan saves of whose kept loss so much is short-term. */
  readonly of: (short: number) => number;
  /** What a dollar more of short-term loss may save, for some places; at least one. */
  readonly prices: readonly number[];
  /** The most that `of` exceeds the price of the short-term loss by. */
  readonly above: (price: number) => number;
  /** False where all kept loss saves the same. */
  readonly termMatters: boolean;
};

/**
 * The worth of short-term loss in a plan that keeps a target.
 *
 * With the target fixed, so is the net gain of the year; what differs is how much of it is taxed at
 * the rates for long-term gains. Where nothing differs, and without rates, short-term loss is worth
 * next to nothing, so that it only decides between plans that sell the same.
 */
export function shortWorth(
  tax: TaxOutlook,
  target: number,
  range: { readonly low: number; readonly high: number },
): ShortWorth {
  const nodes = sampled(target, range).map((short) => ({
    short,
    saved: savedBy(tax, target, short),
  }));
  const slopes: number[] = [];
  nodes.forEach((node, index) => {
    const before = nodes[index - 1];
    if (before === undefined) return;
    slopes.push(round((node.saved - before.saved) / (node.short - before.short)));
  });
  const distinct = [...new Set(slopes)].filter((slope) => slope !== 0);
  const prices = distinct.sort((a, b) => Math.abs(b) - Math.abs(a)).slice(0, MOST_PRICES);
  const of = (short: number): number => interpolated(nodes, short) + TIE * short;
  return {
    of,
    prices: [...prices, TIE],
    above: (price) => Math.max(...nodes.map(({ short }) => of(short) - price * short)),
    termMatters: prices.length > 0,
  };
}

/** What a plan makes as small as possible, at a price of short-term loss. */
export const costAt =
  (price: number): PlanCost =>
  ({ proceeds, short }: PlanOutcome) =>
    SALES_PRICE * proceeds - price * short;

const TIE = 1e-9;
const MOST_PRICES = 3;
const SAMPLES = 256;

const round = (slope: number): number => Math.round(slope * 1e3) / 1e3;

/** Close together where the target is, with both ends of what can be reached. */
function sampled(
  target: number,
  { low, high }: { readonly low: number; readonly high: number },
): readonly number[] {
  const from = Math.max(low, -target);
  const to = Math.min(high, 2 * target);
  const places = Array.from(
    { length: SAMPLES + 1 },
    (_, at) => from + ((to - from) * at) / SAMPLES,
  );
  return [...new Set([low, ...places, high])].sort((a, b) => a - b);
}

function savedBy(tax: TaxOutlook, target: number, short: number): number {
  const effect = tax({
    shortGain: negate(dollars(short)),
    longGain: negate(dollars(target - short)),
  });
  return effect === undefined ? 0 : moneyNumber(effect.saved);
}

const dollars = (amount: number): Money =>
  moneyOf({ coefficient: Math.round(amount * 1e4), decimals: 4 });

type Node = { readonly short: number; readonly saved: number };

function interpolated(nodes: readonly Node[], short: number): number {
  let low = 0;
  let high = nodes.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((nodes[middle] as Node).short <= short) low = middle;
    else high = middle;
  }
  const a = nodes[low] as Node;
  const b = nodes[high] as Node;
  if (short <= a.short || a.short === b.short) return a.saved;
  if (short >= b.short) return b.saved;
  return a.saved + ((b.saved - a.saved) * (short - a.short)) / (b.short - a.short);
}
