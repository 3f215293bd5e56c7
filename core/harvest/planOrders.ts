import { LOT_ORDERS } from "../lots/lotMethod.ts";
import { moneyNumber } from "../money/amounts.ts";
import { washWindow } from "../washSales/washWindow.ts";
import type { PlanChain, PlanGround, PlanGroup } from "./planGroups.ts";
import { lowerHull, type HullStretch, type PlanCost } from "./planHull.ts";
import { lotsSold, type Stops } from "./planOutcome.ts";
import type { PricedLot } from "./planLot.ts";

/** Lots in the order in which they might be sold: the chain of each. */
export type SellingOrder = readonly number[];

/**
 * Orders worth trying in a group that is too large to try every sale of: best first by what is lost
 * for each dollar of cost, before and after the disallowance that selling all of it would bring;
 * recent purchases first, so that they wash nothing; and in each, at last, everything else.
 */
export function sellingOrders(
  group: PlanGroup,
  by: {
    readonly ground: PlanGround;
    readonly costs: readonly PlanCost[];
    readonly minLoss: number;
  },
): readonly SellingOrder[] {
  const orders: SellingOrder[] = [];
  for (const cost of by.costs) {
    const raw = bestFirst(group, cost, undefined);
    const washed = disallowedIn(group, stopsAfter(group, raw), by.ground);
    const net = bestFirst(group, cost, washed);
    orders.push(raw, net);
    if (by.minLoss > 0) orders.push(positionByPosition(group, raw));
    orders.push(recentFirst(group, raw, by.ground));
  }
  const first = orders[0] ?? [];
  return [[...first, ...theRest(group, first)], ...orders.slice(1)];
}

/** The order that leads to a sale, best first. */
export function orderTo(group: PlanGroup, stops: Stops, cost: PlanCost): SellingOrder {
  const chains = group.chains.map((chain, index) => cutAt(chain, stops[index] as number));
  const order = bestFirst({ ...group, chains }, cost, undefined);
  return [...order, ...theRest({ ...group, chains }, order)];
}

const cutAt = (chain: PlanChain, stop: number): PlanChain => ({
  ...chain,
  lots: chain.lots.slice(0, stop),
});

function bestFirst(
  { chains }: PlanGroup,
  cost: PlanCost,
  washed: readonly (readonly number[])[] | undefined,
): SellingOrder {
  const stretches: (HullStretch & { readonly chain: number })[] = [];
  chains.forEach(({ lots, loss, short, proceeds }, chain) => {
    let disallowed = 0;
    const outcomes = lots.map((_, at) => {
      disallowed += washed?.[chain]?.[at] ?? 0;
      return {
        kept: (loss[at + 1] as number) - disallowed,
        short: short[at + 1] as number,
        proceeds: proceeds[at + 1] as number,
        rows: new Map<number, number>(),
      };
    });
    for (const stretch of lowerHull(outcomes, cost)) stretches.push({ ...stretch, chain });
  });
  stretches.sort((a, b) => a.slope - b.slope || a.chain - b.chain || a.from - b.from);
  return stretches.flatMap(({ chain, from, to }) => new Array<number>(to - from).fill(chain));
}

/** What would be disallowed of each lot if the group were sold down to its stops. */
function disallowedIn(
  group: PlanGroup,
  stops: Stops,
  { outlook, asOf }: PlanGround,
): readonly (readonly number[])[] {
  const { byLot } = outlook.now(lotsSold(group, stops, { part: undefined, asOf }).lots);
  let place = -1;
  return group.chains.map((_, chain) =>
    Array.from({ length: stops[chain] as number }, () => {
      place += 1;
      const disallowed = byLot.get(place);
      return disallowed === undefined ? 0 : moneyNumber(disallowed);
    }),
  );
}

function stopsAfter({ chains }: PlanGroup, order: SellingOrder): Stops {
  const stops = chains.map(() => 0);
  for (const chain of order) stops[chain] = (stops[chain] as number) + 1;
  return stops;
}

/** What an order leaves, chain by chain. */
function theRest(group: PlanGroup, order: SellingOrder): SellingOrder {
  const stops = stopsAfter(group, order);
  return group.chains.flatMap(({ lots }, chain) =>
    new Array<number>(lots.length - (stops[chain] as number)).fill(chain),
  );
}

/** The same, but each position to its end before the next begins. */
function positionByPosition({ chains }: PlanGroup, order: SellingOrder): SellingOrder {
  const rank = new Map<number, number>();
  for (const chain of order) {
    const { place } = chains[chain] as PlanChain;
    if (!rank.has(place)) rank.set(place, rank.size);
  }
  const rankOf = (chain: number): number => rank.get((chains[chain] as PlanChain).place) ?? 0;
  return [...order].sort((a, b) => rankOf(a) - rankOf(b));
}

/** Chains that begin with a recent purchase go before the others. */
function recentFirst(group: PlanGroup, order: SellingOrder, { asOf }: PlanGround): SellingOrder {
  const { first } = washWindow(asOf);
  const recent = group.chains.flatMap(({ lots }, chain) => {
    const end = lots.findIndex(({ lot }) => lot.tranche.acquisition.day < first);
    return new Array<number>(end < 0 ? lots.length : end).fill(chain);
  });
  const gone = group.chains.map(() => 0);
  for (const chain of recent) gone[chain] = (gone[chain] ?? 0) + 1;
  const later = order.filter((chain) => {
    const left = (gone[chain] ?? 0) - 1;
    gone[chain] = left;
    return left < 0;
  });
  const byAge = (a: number, b: number): number =>
    LOT_ORDERS.FIFO(firstLot(group, a).lot, firstLot(group, b).lot);
  return [...recent.sort(byAge), ...later];
}

const firstLot = ({ chains }: PlanGroup, chain: number): PricedLot =>
  (chains[chain] as PlanChain).lots[0] as PricedLot;
