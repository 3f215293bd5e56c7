import { bendsOf } from "./planBend.ts";
import type { PlanChain, PlanGroup } from "./planGroups.ts";
import { aboveHull } from "./planHull.ts";
import { outcomeOf, type PlanOutcome, type Stops } from "./planOutcome.ts";
import { orderTo, sellingOrders, type SellingOrder } from "./planOrders.ts";
import {
  evenEdge,
  worthChoosing,
  type ChoiceRules,
  type PlanChoices,
  type PlanEdge,
  type PlanPoint,
  type WayMark,
} from "./planPoint.ts";

/**
 * The choices of a group of several chains, or of one where sales wash each other: every sale of
 * whole lots where there are few enough to try; otherwise those on some good orders of selling, and
 * those around the best of them.
 */
export function jointChoices(group: PlanGroup, rules: ChoiceRules): PlanChoices {
  const trial: Trial = {
    group,
    rules,
    known: new Map(),
    edges: [],
    left: salesToTry(group, rules),
  };
  const count = group.chains.reduce((sum, { lots }) => sum * (lots.length + 1), 1);
  if (count <= trial.left) tryAll(trial);
  else trySome(trial);
  const points = [...trial.known.values()];
  const { edges } = trial;
  return {
    group,
    points: worthChoosing(points, rules),
    edges,
    inOrder: false,
    reach: () => [...points.map(({ outcome }) => outcome), ...bendsNear(trial)],
  };
}

type Tried = PlanPoint & { readonly at: Stops };

type Trial = {
  readonly group: PlanGroup;
  readonly rules: ChoiceRules;
  readonly known: Map<string, Tried>;
  readonly edges: PlanEdge[];
  /** Sales that may still be tried. */
  left: number;
};

/** Fewer in a large group, so that the work does not grow with its square. */
const salesToTry = (group: PlanGroup, { mostTried, lotsLookedAt }: ChoiceRules): number =>
  Math.min(mostTried, Math.max(24, Math.floor(lotsLookedAt / lotsIn(group))));

const lotsIn = ({ chains }: PlanGroup): number =>
  chains.reduce((sum, { lots }) => sum + lots.length, 1);

/** The sale down to these stops; undefined where no more may be tried. */
function tried(trial: Trial, at: Stops): Tried | undefined {
  const key = at.join();
  const known = trial.known.get(key);
  if (known !== undefined || trial.left <= 0) return known;
  trial.left -= 1;
  const { group, rules } = trial;
  const outcome = outcomeOf(group, at, { part: undefined, ground: rules.ground });
  const point = { at, outcome, stops: () => at };
  trial.known.set(key, point);
  return point;
}

function tryAll(trial: Trial): void {
  const { chains } = trial.group;
  const all: Tried[] = [];
  const at = chains.map(() => 0);
  for (let place = 0; place >= 0;) {
    const point = tried(trial, [...at]);
    if (point !== undefined) all.push(point);
    place = chains.length - 1;
    while (place >= 0 && at[place] === (chains[place] as PlanChain).lots.length) {
      at[place] = 0;
      place -= 1;
    }
    if (place >= 0) at[place] = (at[place] as number) + 1;
  }
  let stride = 1;
  for (let chain = chains.length - 1; chain >= 0; chain -= 1) {
    const length = (chains[chain] as PlanChain).lots.length;
    for (const [index, point] of all.entries()) {
      if ((point.at[chain] as number) < length) {
        addEdge(trial, { from: point, to: all[index + stride] as Tried, steps: [chain] });
      }
    }
    stride *= length + 1;
  }
}

function trySome(trial: Trial): void {
  const { group, rules } = trial;
  const orders = sellingOrders(group, rules);
  const perOrder = Math.max(6, Math.floor(trial.left / (orders.length + 3)));
  for (const order of orders) walk(trial, order, perOrder);
  const expanded = new Set<PlanPoint>();
  // What is left after this is for the way to the best of them.
  const reserve = Math.min(perOrder, Math.floor(trial.left / 3));
  for (let isNew = true; isNew && trial.left > reserve;) {
    isNew = false;
    for (const point of worthChoosing([...trial.known.values()], rules) as readonly Tried[]) {
      if (expanded.has(point) || trial.left <= reserve) continue;
      expanded.add(point);
      isNew = true;
      tryAround(trial, point, reserve);
    }
  }
  const best = mostKept([...trial.known.values()]);
  const [cost] = rules.costs;
  if (best === undefined || cost === undefined) return;
  trial.left = Math.max(trial.left, perOrder) + 1;
  walk(trial, orderTo(group, best.at, cost), perOrder);
}

function mostKept(points: readonly Tried[]): Tried | undefined {
  let best = points[0];
  for (const point of points) {
    if (best === undefined || point.outcome.kept > best.outcome.kept) best = point;
  }
  return best;
}

/** Tries an order of selling at so many places, with the ways between them. */
function walk(trial: Trial, order: SellingOrder, places: number): void {
  const every = Math.max(1, Math.ceil(order.length / places));
  const stops: number[] = trial.group.chains.map(() => 0);
  let from = tried(trial, [...stops]);
  let steps: number[] = [];
  order.forEach((chain, index) => {
    stops[chain] = (stops[chain] as number) + 1;
    steps.push(chain);
    if (steps.length < every && index < order.length - 1) return;
    const to = tried(trial, [...stops]);
    if (from !== undefined && to !== undefined) addEdge(trial, { from, to, steps });
    from = to;
    steps = [];
  });
}

/** Tries the sales that differ from one in a single chain. */
function tryAround(trial: Trial, point: Tried, reserve: number): void {
  const { chains } = trial.group;
  for (let chain = 0; chain < chains.length && trial.left > reserve; chain += 1) {
    const stop = point.at[chain] as number;
    const length = (chains[chain] as PlanChain).lots.length;
    for (const other of stopsAround(stop, length)) {
      const at = [...point.at];
      at[chain] = other;
      const around = tried(trial, at);
      if (around === undefined) return;
      if (other === stop + 1) addEdge(trial, { from: point, to: around, steps: [chain] });
      if (other === stop - 1) addEdge(trial, { from: around, to: point, steps: [chain] });
    }
  }
}

/** Stops one, two, four … lots away, and both ends. */
function stopsAround(stop: number, length: number): readonly number[] {
  const stops = new Set([0, length]);
  for (let away = 1; away <= length; away *= 2) {
    if (stop - away > 0) stops.add(stop - away);
    if (stop + away < length) stops.add(stop + away);
  }
  stops.delete(stop);
  return [...stops];
}

type Way = { readonly from: Tried; readonly to: Tried; readonly steps: readonly number[] };

function addEdge(trial: Trial, { from, to, steps }: Way): void {
  const { group, rules, edges } = trial;
  const [chain = 0] = steps;
  const peaks = group.washes && steps.length === 1 && isGainNext(group, from.at, chain);
  if (to.outcome.kept <= from.outcome.kept && !peaks) return;
  const even = { ...evenEdge(from, to, { steps, above: 0 }), peaks };
  if (!group.washes || steps.length > 1) {
    edges.push(even);
    return;
  }
  let marks: readonly WayMark[] | undefined;
  const bent = () => (marks ??= bendsOf(group, { from, to, chain, rules }));
  edges.push({ ...even, marks: bent });
}

function isGainNext({ chains }: PlanGroup, at: Stops, chain: number): boolean {
  const lot = chains[chain]?.lots[at[chain] as number];
  return lot !== undefined && lot.sale.realized.gain >= 0;
}

/** Of an edge that is looked at for bends, about five sales are tried. */
const SALES_FOR_BENDS = 5;

/**
 * Outcomes midway, where the rule bends the way, so that the hull has them too. Of very many edges
 * only those that end nearest to the hull of whole lots are looked at.
 */
function bendsNear({ group, rules, known, edges }: Trial): readonly PlanOutcome[] {
  const [cost] = rules.costs;
  if (!group.washes || cost === undefined) return [];
  const above = aboveHull(
    [...known.values()].map(({ outcome }) => outcome),
    cost,
  );
  return edges
    .map((edge) => ({ edge, above: above(edge.to.outcome) }))
    .sort((a, b) => a.above - b.above)
    .slice(0, Math.ceil(salesToTry(group, rules) / SALES_FOR_BENDS))
    .flatMap(({ edge }) => edge.marks().map(({ outcome }) => outcome));
}
