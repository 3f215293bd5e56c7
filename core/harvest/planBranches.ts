import type { HullStretch } from "./planHull.ts";
import { isWorthIt, NOTHING, TOLERANCE, type PlanOutcome } from "./planOutcome.ts";
import { crossing, type PlanChoices, type PlanEdge, type PlanPoint } from "./planPoint.ts";
import { SALES_PRICE, type ShortWorth } from "./planWorth.ts";

/** The sale of a part: between two places on an edge of one group. */
export type LastPiece = {
  readonly group: number;
  readonly edge: PlanEdge;
  readonly low: number;
  readonly high: number;
};

/** A sale that keeps the target: a point of each group (undefined sells nothing) and the last piece. */
export type PlanSelection = {
  readonly points: readonly (PlanPoint | undefined)[];
  readonly last: LastPiece | undefined;
};

/** What the search is for. */
export type SearchFor = {
  /** Dollars to keep; above zero. */
  readonly target: number;
  readonly worth: ShortWorth;
  readonly minLoss: number;
};

/** The best sale so far. */
export type Found = {
  readonly cost: number;
  /** Its sales, at the price of selling. */
  readonly sales: number;
  readonly selection: PlanSelection;
};

/** The groups around the stop of the relaxed solution, and how far the search has come. */
export type Branches = {
  readonly choices: readonly PlanChoices[];
  readonly sought: SearchFor;
  /** Of a dollar of short-term loss. */
  readonly price: number;
  /** Groups in the order in which they are decided on. */
  readonly others: readonly number[];
  /** The group that holds the last piece. */
  readonly last: number;
  readonly chosen: (PlanPoint | undefined)[];
  found: Found | undefined;
  /** Steps that may still be taken. */
  work: number;
  readonly allowed: number;
  /** The most that the groups not decided on can keep, by how many are. */
  readonly reach: readonly number[];
  /** By how much the worth of short-term loss may exceed its price. */
  readonly above: number;
  /** The most tax that any plan could save. */
  readonly mostSaved: number;
  /** Of the hulls of all groups, cheapest first; `rank` is the place in `others`. */
  readonly stretches: readonly (HullStretch & { readonly rank: number })[];
  /** The points of each of the others, in the order in which they are tried. */
  readonly ordered: readonly (readonly (PlanPoint | undefined)[])[];
  /** Of the group of the last piece. */
  readonly edges: readonly PlanEdge[];
};

/** Dollars still to keep, and what the sales decided on so far come to. */
export type SearchNode = {
  readonly depth: number;
  readonly kept: number;
  readonly proceeds: number;
  readonly short: number;
};

/** Tries the sales that a node leaves open, as far as they promise less cost and work is left. */
export function branch(branches: Branches, node: SearchNode): void {
  branches.work -= 1;
  if (isWorn(branches) || node.kept < -TOLERANCE) return;
  if (node.kept > (branches.reach[node.depth] as number) + TOLERANCE) return;
  if (branches.found !== undefined && !promises(branches, branches.found, node)) return;
  const group = branches.others[node.depth];
  if (group === undefined) {
    finish(branches, node);
    return;
  }
  for (const point of branches.ordered[node.depth] as readonly (PlanPoint | undefined)[]) {
    if (isWorn(branches)) break;
    branches.chosen[group] = point;
    const { kept, proceeds, short } = point?.outcome ?? NOTHING;
    branch(branches, {
      depth: node.depth + 1,
      kept: node.kept - kept,
      proceeds: node.proceeds + proceeds,
      short: node.short + short,
    });
  }
}

/** True when the work allowed is used up; twice as much is, as long as nothing was found. */
const isWorn = ({ work, found, allowed }: Branches): boolean =>
  work < (found === undefined ? -allowed : 0);

/** True where mixing the outcomes of the groups left could keep the rest for less than the best. */
function promises(branches: Branches, found: Found, node: SearchNode): boolean {
  const { stretches, above, price } = branches;
  let left = node.kept;
  let cost = SALES_PRICE * node.proceeds - price * node.short - above;
  for (const { kept, slope, rank } of stretches) {
    if (left <= 0) break;
    branches.work -= GLANCE;
    if (rank < node.depth) continue;
    const part = Math.min(left, kept);
    cost += part * slope;
    left -= part;
  }
  // A long search is content to come very near.
  const isLong = branches.work < branches.allowed * (1 - EASY_SHARE);
  return cost < found.cost - TOLERANCE / 1000 - (isLong ? NEAR_ENOUGH * found.sales : 0);
}

/** Ends in the group of the last piece. */
function finish(branches: Branches, node: SearchNode): void {
  const { choices, last, sought } = branches;
  if (node.kept <= TOLERANCE) {
    offer(branches, { node, by: NOTHING, last: undefined });
    return;
  }
  const { inOrder } = choices[last] as PlanChoices;
  const { edges } = branches;
  for (
    let place = inOrder ? firstReaching(edges, node.kept) : 0;
    place < edges.length;
    place += 1
  ) {
    const edge = edges[place] as PlanEdge;
    branches.work -= GLANCE;
    const { from, to } = edge;
    if (cannotBeat(branches, node.proceeds + from.outcome.proceeds)) return;
    if (from.outcome.kept >= node.kept) continue;
    if (!edge.peaks && to.outcome.kept < node.kept - TOLERANCE) continue;
    const at = crossing(edge, node.kept);
    if (at !== undefined && isWorthIt(at.outcome, sought.minLoss)) {
      const { low, high } = at;
      offer(branches, { node, by: at.outcome, last: { group: last, edge, low, high } });
    }
    if (inOrder) return;
  }
}

const cannotBeat = ({ found, mostSaved }: Branches, proceeds: number): boolean =>
  found !== undefined && SALES_PRICE * proceeds - mostSaved >= found.cost;

function offer(
  branches: Branches,
  sale: {
    readonly node: SearchNode;
    readonly by: PlanOutcome;
    readonly last: LastPiece | undefined;
  },
): void {
  const { node, by, last } = sale;
  const { worth } = branches.sought;
  const sales = SALES_PRICE * (node.proceeds + by.proceeds);
  const cost = sales - worth.of(node.short + by.short);
  const { found } = branches;
  if (found !== undefined && cost >= found.cost - TOLERANCE / 1000) return;
  branches.found = { cost, sales, selection: { points: [...branches.chosen], last } };
}

/** Of the steps, those after which only what saves a twentieth of a percent of the sales counts. */
const EASY_SHARE = 0.2;
const NEAR_ENOUGH = 0.0005;

/** What looking at one stretch or edge counts, of a step. */
const GLANCE = 0.02;

/** Of edges in order, the first that reaches a kept loss. */
function firstReaching(edges: readonly PlanEdge[], kept: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] as PlanEdge).to.outcome.kept < kept - TOLERANCE) low = middle + 1;
    else high = middle;
  }
  return low;
}
