import { moneyNumber, type Quantity } from "../money/amounts.ts";
import type { PlanChain, PlanGround, PlanGroup } from "./planGroups.ts";
import { firstUnits, type PricedLot } from "./planLot.ts";

/** How many lots of each chain of a group are sold, from the front. */
export type Stops = readonly number[];

/** Units of the next lot of one chain, sold beyond its stop. */
export type PartSold = { readonly chain: number; readonly quantity: Quantity };

/** What a sale out of one group comes to, in dollars as numbers, for comparing sales. */
export type PlanOutcome = {
  /** Loss realized less what is disallowed. */
  readonly kept: number;
  /** Of that, short-term; a gain is negative. */
  readonly short: number;
  readonly proceeds: number;
  /** Kept loss of each position of which anything is sold, by its place. */
  readonly rows: ReadonlyMap<number, number>;
};

/** Nothing sold. */
export const NOTHING: PlanOutcome = { kept: 0, short: 0, proceeds: 0, rows: new Map() };

/** Lots of a group that are sold together, with the places of their positions. */
export type LotsSold = {
  readonly lots: readonly PricedLot[];
  readonly places: readonly number[];
  /** Which of them is sold in part; undefined where all are sold whole. */
  readonly partAt: number | undefined;
};

/** The lots that a group sells down to its stops, with a part of one more. */
export function lotsSold(
  { chains }: PlanGroup,
  stops: Stops,
  { part, asOf }: { readonly part: PartSold | undefined; readonly asOf: PlanGround["asOf"] },
): LotsSold {
  const lots: PricedLot[] = [];
  const places: number[] = [];
  let partAt: number | undefined;
  chains.forEach((chain, index) => {
    const stop = stops[index] as number;
    for (let at = 0; at < stop; at += 1) {
      lots.push(chain.lots[at] as PricedLot);
      places.push(chain.place);
    }
    const next = chain.lots[stop];
    if (part?.chain !== index || next === undefined || part.quantity === 0) return;
    if (part.quantity !== next.lot.quantity) partAt = lots.length;
    lots.push(firstUnits(next, part.quantity, asOf));
    places.push(chain.place);
  });
  return { lots, places, partAt };
}

/** What the sale of a group down to these stops, and of a part of one more lot, comes to. */
export function outcomeOf(
  group: PlanGroup,
  stops: Stops,
  by: { readonly part: PartSold | undefined; readonly ground: PlanGround },
): PlanOutcome {
  const { part, ground } = by;
  const { lots, places } = lotsSold(group, stops, { part, asOf: ground.asOf });
  const { byLot } = ground.outlook.now(lots);
  const rows = new Map<number, number>();
  let kept = 0;
  let short = 0;
  let proceeds = 0;
  lots.forEach(({ sale }, index) => {
    const disallowed = byLot.get(index);
    const loss =
      -moneyNumber(sale.realized.gain) - (disallowed === undefined ? 0 : moneyNumber(disallowed));
    kept += loss;
    if (sale.realized.term === "Short") short += loss;
    proceeds += moneyNumber(sale.proceeds);
    const place = places[index] as number;
    rows.set(place, (rows.get(place) ?? 0) + loss);
  });
  return { kept, short, proceeds, rows };
}

/** The outcome after one more lot of a chain that nothing can wash. */
export function withNextLot(before: PlanOutcome, chain: PlanChain, stop: number): PlanOutcome {
  const step = (of: readonly number[]) => (of[stop + 1] as number) - (of[stop] as number);
  const loss = step(chain.loss);
  const rows = new Map(before.rows).set(chain.place, (before.rows.get(chain.place) ?? 0) + loss);
  return {
    kept: before.kept + loss,
    short: before.short + step(chain.short),
    proceeds: before.proceeds + step(chain.proceeds),
    rows,
  };
}

/** The outcome a way between two others, where everything changes evenly. */
export function between(a: PlanOutcome, b: PlanOutcome, way: number): PlanOutcome {
  const mix = (from: number, to: number) => from + (to - from) * way;
  const rows = new Map<number, number>();
  for (const place of new Set([...a.rows.keys(), ...b.rows.keys()])) {
    rows.set(place, mix(a.rows.get(place) ?? 0, b.rows.get(place) ?? 0));
  }
  return {
    kept: mix(a.kept, b.kept),
    short: mix(a.short, b.short),
    proceeds: mix(a.proceeds, b.proceeds),
    rows,
  };
}

/** True where each position sold keeps a loss that is worth it. Always true without a `min_loss`. */
export const isWorthIt = ({ rows }: PlanOutcome, minLoss: number): boolean =>
  minLoss <= 0 || [...rows.values()].every((kept) => kept >= minLoss - TOLERANCE);

/** A millionth of a dollar: what running totals in numbers may be off by. */
export const TOLERANCE = 1e-6;
