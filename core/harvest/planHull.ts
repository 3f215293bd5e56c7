import type { PlanOutcome } from "./planOutcome.ts";

/** What a sale costs for the purposes of a plan, to be made as small as possible. */
export type PlanCost = (outcome: PlanOutcome) => number;

/** A stretch of a hull: so much more kept loss, each dollar of it at one cost. */
export type HullStretch = {
  readonly kept: number;
  readonly slope: number;
  /** Places of its two ends in the list that the hull was made of; -1 is nothing sold. */
  readonly from: number;
  readonly to: number;
};

/**
 * The lower convex hull of outcomes, from nothing sold to the most kept: the least cost at which
 * each kept loss could be had if outcomes could be mixed. Its stretches get dearer and dearer.
 */
export function lowerHull(
  outcomes: readonly PlanOutcome[],
  cost: PlanCost,
): readonly HullStretch[] {
  const corners = outcomes
    .map((outcome, place) => ({ place, kept: outcome.kept, cost: cost(outcome) }))
    .filter(({ kept }) => kept > 0)
    .sort((a, b) => a.kept - b.kept || b.cost - a.cost || b.place - a.place);
  const hull = [{ place: -1, kept: 0, cost: 0 }];
  for (const corner of corners) {
    while (hull.length > 1 && turnsDown(hull, corner)) hull.pop();
    const last = hull[hull.length - 1] as Corner;
    // Of outcomes with the same loss only the cheapest counts; it comes last.
    if (last.kept === corner.kept) hull[hull.length - 1] = corner;
    else hull.push(corner);
  }
  return hull.slice(1).map((corner, index) => {
    const before = hull[index] as Corner;
    const kept = corner.kept - before.kept;
    return {
      kept,
      slope: (corner.cost - before.cost) / kept,
      from: before.place,
      to: corner.place,
    };
  });
}

/** How much more an outcome costs than a mix of others that keeps as much. */
export function aboveHull(outcomes: readonly PlanOutcome[], cost: PlanCost): PlanCost {
  const hull = lowerHull(outcomes, cost);
  return (outcome) => {
    let left = outcome.kept;
    let least = 0;
    for (const { kept, slope } of hull) {
      if (left <= 0) break;
      least += Math.min(left, kept) * slope;
      left -= kept;
    }
    return cost(outcome) - least;
  };
}

type Corner = { readonly place: number; readonly kept: number; readonly cost: number };

/** True where the last corner lies on or above the line from the one before it to the next. */
function turnsDown(hull: readonly Corner[], next: Corner): boolean {
  const last = hull[hull.length - 1] as Corner;
  const before = hull[hull.length - 2] as Corner;
  return (
    (last.cost - before.cost) * (next.kept - before.kept) >=
    (next.cost - before.cost) * (last.kept - before.kept)
  );
}
