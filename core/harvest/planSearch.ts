import {
  branch,
  type Branches,
  type Found,
  type PlanSelection,
  type SearchFor,
} from "./planBranches.ts";
import { lowerHull, type HullStretch, type PlanCost } from "./planHull.ts";
import { TOLERANCE } from "./planOutcome.ts";
import type { PlanChoices, PlanEdge, PlanPoint } from "./planPoint.ts";
import { costAt } from "./planWorth.ts";

/**
 * The sale that keeps the target and costs least: one hundredth of what is sold, less the tax that
 * is saved. Undefined where none was found.
 *
 * The choice of one sale in each group, with one group to end between two of them, is a knapsack
 * with many kinds of items. The hulls of the groups give its relaxed solution; around the groups
 * where that stops, branches are tried whose lower bound promises less. With few groups these are
 * all groups, and the answer is exact as long as the work allowed is enough.
 * Decision: D-32.
 */
export function cheapestSale(
  choices: readonly PlanChoices[],
  sought: SearchFor,
): PlanSelection | undefined {
  let best: Found | undefined;
  for (const price of sought.worth.prices) {
    const relaxed = relaxedSale(choices, sought.target, costAt(price));
    best = searchAround({ ...relaxed, choices, sought, price }, best);
  }
  return best?.selection;
}

type Relaxed = {
  /** The points chosen before the dearest stretch; undefined for nothing. */
  readonly base: readonly (PlanPoint | undefined)[];
  /** The groups nearest to where the relaxed solution stops. */
  readonly core: readonly number[];
};

const MOST_IN_CORE = 12;

/** Takes stretches of the hulls, cheapest first, as far as whole ones fit into the target. */
function relaxedSale(choices: readonly PlanChoices[], target: number, cost: PlanCost): Relaxed {
  const stretches = choices.flatMap(({ points }, group) =>
    lowerHull(
      points.map(({ outcome }) => outcome),
      cost,
    ).map((stretch) => ({ ...stretch, group })),
  );
  stretches.sort((a, b) => a.slope - b.slope || a.group - b.group || a.from - b.from);
  const base = new Array<PlanPoint | undefined>(choices.length).fill(undefined);
  let left = target;
  let stop = 0;
  for (const { kept, group, to } of stretches) {
    if (kept > left + TOLERANCE) break;
    left -= kept;
    base[group] = choices[group]?.points[to];
    stop += 1;
  }
  const core = new Set<number>();
  for (let away = 0; away < stretches.length && core.size < MOST_IN_CORE; away += 1) {
    for (const place of [stop + away, stop - 1 - away]) {
      const group = stretches[place]?.group;
      if (group !== undefined && core.size < MOST_IN_CORE) core.add(group);
    }
  }
  // Groups without a point of their own can still hold the last piece.
  for (let group = 0; group < choices.length && core.size < MOST_IN_CORE; group += 1) {
    core.add(group);
  }
  return { base, core: [...core] };
}

type Around = Relaxed & {
  readonly choices: readonly PlanChoices[];
  readonly sought: SearchFor;
  readonly price: number;
};

/** Tries each group of the core as the one that holds the last piece. */
function searchAround(around: Around, before: Found | undefined): Found | undefined {
  const { base, core, choices, sought, price } = around;
  let kept = sought.target;
  let proceeds = 0;
  let short = 0;
  base.forEach((point, group) => {
    if (point === undefined || core.includes(group)) return;
    kept -= point.outcome.kept;
    proceeds += point.outcome.proceeds;
    short += point.outcome.short;
  });
  const hulls = core.map((group) =>
    lowerHull((choices[group] as PlanChoices).reach(), costAt(price)),
  );
  const work = WORK / (core.length * sought.worth.prices.length);
  let best = before;
  for (const [place, group] of core.entries()) {
    // The groups nearest to the stop come first in the core, and are decided on last.
    const others = core.filter((one) => one !== group).reverse();
    const rank = (of: number): number =>
      of === place ? others.length : others.indexOf(core[of] as number);
    const branches: Branches = {
      ...around,
      others,
      last: group,
      chosen: [...base],
      found: best,
      work,
      allowed: work,
      reach: reachFrom(hulls, rank, others.length),
      above: sought.worth.above(price),
      mostSaved: sought.worth.above(0),
      stretches: hulls
        .flatMap((hull, of) => hull.map((stretch) => ({ ...stretch, rank: rank(of) })))
        .sort((a, b) => a.slope - b.slope),
      ordered: others.map((other) => nearestFirst(choices[other] as PlanChoices, base[other])),
      edges: bySelling(choices[group] as PlanChoices),
    };
    branches.chosen[group] = undefined;
    branch(branches, { depth: 0, kept, proceeds, short });
    best = branches.found;
  }
  return best;
}

/** Steps of the whole search, shared by the prices and the groups that may hold the last piece. */
const WORK = 200_000;

function reachFrom(
  hulls: readonly (readonly HullStretch[])[],
  rank: (of: number) => number,
  last: number,
): readonly number[] {
  const reach = new Array<number>(last + 1).fill(0);
  hulls.forEach((hull, of) => {
    reach[rank(of)] = hull.reduce((sum, { kept }) => sum + kept, 0);
  });
  for (let depth = last - 1; depth >= 0; depth -= 1) {
    reach[depth] = (reach[depth] as number) + (reach[depth + 1] as number);
  }
  return reach;
}

/** The points of a group, those first that are nearest to the one of the relaxed solution. */
function nearestFirst(
  { points }: PlanChoices,
  base: PlanPoint | undefined,
): readonly (PlanPoint | undefined)[] {
  const kept = base?.outcome.kept ?? 0;
  const away = (point: PlanPoint | undefined): number =>
    Math.abs((point?.outcome.kept ?? 0) - kept);
  return [undefined, ...points].sort((a, b) => away(a) - away(b));
}

const bySelling = ({ edges, inOrder }: PlanChoices): readonly PlanEdge[] =>
  inOrder ? edges : [...edges].sort((a, b) => a.from.outcome.proceeds - b.from.outcome.proceeds);
