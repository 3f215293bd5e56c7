import { realizeGain } from "../../../core/disposals/realizeGain.ts";
import type { Portfolio } from "../../../core/harvest/portfolio.ts";
import { taxOutlook } from "../../../core/harvest/taxOutlook.ts";
import { washOutlook } from "../../../core/harvest/washExposure.ts";
import { moneyNumber, type Money, type Quantity } from "../../../core/money/amounts.ts";
import { moneyOf } from "../../../core/money/decimalNumber.ts";
import type { PositionLot } from "../../../core/positions/position.ts";

/** One unit of an asset with eight decimals. */
const UNIT = 1e8;

/** What a plan is measured by. Dollars. */
export type Measured = {
  readonly kept: number;
  readonly short: number;
  readonly proceeds: number;
};

/** The best of all plans: the most that any keeps, and the least cost at which one keeps a target. */
export type BestOfAll = {
  readonly most: number;
  /** The cost, and what is sold, of the cheapest plan that keeps the target; undefined if none does. */
  readonly cheapest: (target: number) => { cost: number; proceeds: number } | undefined;
};

type Sold = { readonly of: number; readonly lot: PositionLot };

/**
 * Tries every combination of stops, with one lot more sold in part, unit by unit. All quantities of
 * the ledger are whole units, so that whatever the wash-sale rule does changes evenly in between.
 */
export function bestOfAll(
  portfolio: Portfolio,
  { mayNameLots }: { mayNameLots: boolean },
): BestOfAll {
  const { books, replay, harvests } = portfolio;
  const { asOf, settings } = books;
  const outlook = washOutlook(books, replay);
  const tax = taxOutlook(books, replay);
  const leastKept =
    settings.minLoss > 0
      ? moneyNumber(settings.minLoss)
      : settings.shortRate === undefined && settings.taxableIncome === undefined
        ? -Infinity
        : 1e-4;
  // Nobody sells a gain that he is free to keep, but for units that would wash a loss.
  const isOfUse = ({ lot }: Sold): boolean =>
    lot.sale!.realized.gain < 0 ||
    (settings.wash !== "off" && lot.lot.tranche.acquisition.day >= asOf - 30);
  const chains = harvests.flatMap(({ position }, of) => {
    if (position.worth === undefined) return [];
    const lots = position.lots.map((lot) => ({ of, lot }));
    if (mayNameLots) return lots.filter(isOfUse).map((lot) => [lot]);
    while (lots.length > 0 && !isOfUse(lots.at(-1)!)) lots.pop();
    return [lots];
  });

  const known = new Map<string, Measured & { worthIt: boolean }>();
  const measure = (stops: readonly number[], chain: number, units: number) => {
    const key = `${stops.join()};${units === 0 ? "" : `${chain}:${units}`}`;
    let measured = known.get(key);
    if (measured === undefined) {
      const sold = chains.flatMap((lots, index) => lots.slice(0, stops[index]));
      const next = chains[chain]?.[stops[chain]!];
      if (units > 0 && next !== undefined) sold.push(partOf(next, units));
      measured = measureSale(sold);
      known.set(key, measured);
    }
    return measured;
  };

  function partOf({ of, lot: { lot, sale } }: Sold, units: number): Sold {
    const share = <A extends Money | undefined>(amount: A): A =>
      amount === undefined
        ? amount
        : (Number((BigInt(amount) * BigInt(Math.round(units * UNIT))) / BigInt(lot.quantity)) as A);
    const part = {
      ...lot,
      quantity: Math.round(units * UNIT) as Quantity,
      basis: share(lot.basis),
      lossBasis: share(lot.lossBasis),
    };
    const proceeds = share(sale!.proceeds);
    const realized = realizeGain(part, proceeds, asOf);
    return { of, lot: { lot: part, sale: { marketValue: proceeds, proceeds, realized } } };
  }

  function measureSale(sold: readonly Sold[]): Measured & { worthIt: boolean } {
    const { byLot } = outlook.now(sold.map(({ lot }) => lot));
    const rows = new Map<number, number>();
    let short = 0;
    let proceeds = 0;
    sold.forEach(({ of, lot: { sale } }, index) => {
      const kept =
        -moneyNumber(sale!.realized.gain) - moneyNumber(byLot.get(index) ?? (0 as Money));
      rows.set(of, (rows.get(of) ?? 0) + kept);
      if (sale!.realized.term === "Short") short += kept;
      proceeds += moneyNumber(sale!.proceeds);
    });
    const all = [...rows.values()];
    return {
      kept: all.reduce((sum, kept) => sum + kept, 0),
      short,
      proceeds,
      worthIt: all.every((kept) => kept >= leastKept - 1e-6),
    };
  }

  const stopLists: number[][] = [[]];
  for (const lots of chains) {
    const longer = stopLists.flatMap((stops) =>
      Array.from({ length: lots.length + 1 }, (_, stop) => [...stops, stop]),
    );
    stopLists.splice(0, stopLists.length, ...longer);
  }

  const costOf = ({ short, proceeds }: Measured, target: number): number => {
    const money = (amount: number) =>
      moneyOf({ coefficient: Math.round(amount * 1e6), decimals: 6 });
    const effect = tax({ shortGain: money(-short), longGain: money(short - target) });
    return proceeds / 100 - (effect === undefined ? 0 : moneyNumber(effect.saved));
  };

  return {
    most: Math.max(
      ...stopLists.map((stops) => measure(stops, 0, 0)).map((all) => (all.worthIt ? all.kept : 0)),
    ),
    cheapest: (target) => {
      let best: { cost: number; proceeds: number } | undefined;
      for (const stops of stopLists) {
        for (const [chain, lots] of chains.entries()) {
          const next = lots[stops[chain]!];
          if (next === undefined) continue;
          const units = Number(next.lot.lot.quantity) / UNIT;
          for (let sold = 0; sold < units; sold += 0.5) {
            const a = measure(stops, chain, sold);
            const b = measure(stops, chain, sold + 0.5);
            if (a.kept >= target || b.kept < target - 1e-6) continue;
            const way = Math.min(1, (target - a.kept) / (b.kept - a.kept));
            const mix = (from: number, to: number) => from + (to - from) * way;
            const measured = {
              kept: target,
              short: mix(a.short, b.short),
              proceeds: mix(a.proceeds, b.proceeds),
            };
            if (leastKept > -Infinity && !isWorth(stops, chain, sold + way / 2).worthIt) continue;
            const cost = costOf(measured, target);
            if (best === undefined || cost < best.cost - 1e-9) {
              best = { cost, proceeds: measured.proceeds };
            }
          }
        }
      }
      return best;
    },
  };

  /** Rows change evenly between whole units too; here they are measured outright. */
  function isWorth(stops: readonly number[], chain: number, units: number) {
    const sold = chains.flatMap((lots, index) => lots.slice(0, stops[index]));
    const whole = Math.round(units * UNIT) / UNIT;
    return measureSale([...sold, partOf(chains[chain]![stops[chain]!]!, whole)]);
  }
}
