import type { PlanGround, PlanGroup } from "./planGroups.ts";
import type { PlanCost } from "./planHull.ts";
import { between, isWorthIt, TOLERANCE, type PlanOutcome, type Stops } from "./planOutcome.ts";

/** A sale of whole lots out of one group. */
export type PlanPoint = { readonly outcome: PlanOutcome; readonly stops: () => Stops };

/** A place on the way from one point to the next: 0 is its start, 1 its end. */
export type WayMark = { readonly way: number; readonly outcome: PlanOutcome };

/** The way from one point to another, on which more and more units are sold. */
export type PlanEdge = {
  readonly from: PlanPoint;
  readonly to: PlanPoint;
  /** The chain of each lot sold on the way, in order. */
  readonly steps: readonly number[];
  /** Losses up to here can be had with less selling. */
  readonly above: number;
  /**
   * True where the most may be kept midway: selling a gain can free a loss that its units would
   * wash, and then only gain.
   */
  readonly peaks: boolean;
  /** Places between which everything changes evenly. */
  readonly marks: () => readonly WayMark[];
};

/** Every sale out of one group that a plan may make. */
export type PlanChoices = {
  readonly group: PlanGroup;
  /** Those worth choosing whole; nothing sold is not among them. */
  readonly points: readonly PlanPoint[];
  readonly edges: readonly PlanEdge[];
  /** True where each edge begins where the one before it ends. */
  readonly inOrder: boolean;
  /** All that can be reached lies in the hull of these. */
  readonly reach: () => readonly PlanOutcome[];
};

/** How choices are told apart. */
export type ChoiceRules = {
  readonly ground: PlanGround;
  readonly minLoss: number;
  /** True where a short-term loss can save more or less tax than a long-term one. */
  readonly termMatters: boolean;
  /** What a plan makes small, for some prices of a short-term loss. */
  readonly costs: readonly PlanCost[];
  /** Sales of whole lots that may be tried in one group. */
  readonly mostTried: number;
  /** Lots that may be looked at in the sales tried in one group. */
  readonly lotsLookedAt: number;
};

/** An edge on which everything changes evenly. */
export const evenEdge = (
  from: PlanPoint,
  to: PlanPoint,
  on: { readonly steps: readonly number[]; readonly above: number },
): PlanEdge => ({
  from,
  to,
  ...on,
  peaks: false,
  marks: () => [
    { way: 0, outcome: from.outcome },
    { way: 1, outcome: to.outcome },
  ],
});

/** Where terms matter, all of so few points are looked at. */
const FEW_POINTS = 300;

/**
 * The points that keep a loss, are worth it, and than which no other sells less and keeps as much.
 *
 * Where terms matter that last is no reason to pass over a point, because less long-term loss may
 * make room for short-term loss elsewhere; among many points, though, those are passed over than
 * which another also keeps as much short-term loss.
 */
export function worthChoosing(
  points: readonly PlanPoint[],
  { minLoss, termMatters }: ChoiceRules,
): readonly PlanPoint[] {
  const candidates = points
    .filter(({ outcome }) => outcome.kept > 0 && isWorthIt(outcome, minLoss))
    .sort(
      ({ outcome: a }, { outcome: b }) =>
        a.proceeds - b.proceeds || b.kept - a.kept || b.short - a.short,
    );
  if (termMatters && candidates.length <= FEW_POINTS) return candidates;
  const chosen: PlanPoint[] = [];
  let most = 0;
  let mostShort = -Infinity;
  for (const point of candidates) {
    const { kept, short } = point.outcome;
    if (kept <= most && !(termMatters && short > mostShort)) continue;
    chosen.push(point);
    most = Math.max(most, kept);
    mostShort = Math.max(mostShort, short);
  }
  return chosen;
}

/** Where on an edge a kept loss is first reached; undefined where it is not. */
export function crossing(
  edge: PlanEdge,
  kept: number,
): { readonly low: number; readonly high: number; readonly outcome: PlanOutcome } | undefined {
  if (kept <= edge.above) return undefined;
  const marks = edge.marks();
  for (let index = 1; index < marks.length; index += 1) {
    const a = marks[index - 1] as WayMark;
    const b = marks[index] as WayMark;
    if (a.outcome.kept >= kept || b.outcome.kept < kept - TOLERANCE) continue;
    const way = Math.min(1, (kept - a.outcome.kept) / (b.outcome.kept - a.outcome.kept));
    return { low: a.way, high: b.way, outcome: between(a.outcome, b.outcome, way) };
  }
  return undefined;
}
