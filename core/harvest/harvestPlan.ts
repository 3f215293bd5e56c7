import type { LotMethod } from "../ledger/settings.ts";
import { add, compare, moneyNumber, subtract, ZERO_MONEY, type Money } from "../money/amounts.ts";
import { choicesOf, isJoint } from "./planChoices.ts";
import { planGroups, type PlanGround, type PlanGroup } from "./planGroups.ts";
import { keptOf, meetExactly, type SaleEnd } from "./planMeet.ts";
import { lotsSold } from "./planOutcome.ts";
import type { ChoiceRules, PlanChoices, PlanPoint } from "./planPoint.ts";
import { planRows, type PlanRow, type PlannedLot } from "./planRows.ts";
import type { PlanSelection } from "./planBranches.ts";
import { cheapestSale } from "./planSearch.ts";
import { costAt, shortWorth, type ShortWorth } from "./planWorth.ts";
import type { Portfolio } from "./portfolio.ts";
import { taxOutlook } from "./taxOutlook.ts";
import { washOutlook } from "./washExposure.ts";

/** What to sell to realize a loss, after disallowance. */
export type HarvestPlan = {
  readonly method: LotMethod;
  /** Positive dollars; undefined for all that is worth it. */
  readonly target: Money | undefined;
  /** What is sold, the most valuable a dollar first. */
  readonly rows: readonly PlanRow[];
  /** Loss realized less what is disallowed, all rows together. */
  readonly kept: Money;
  /** What is missing to the target; 0 where it is met. */
  readonly missing: Money;
};

/**
 * What to sell on the as-of day so that the loss that is kept, all sales together, is the target,
 * to the cent; everything worth selling where there is no target or it is out of reach.
 *
 * Under a fixed order a plan sells the first lots of each position; under SPECIFIC it may choose
 * any. Only the last piece ends inside a lot. Among the plans that keep the target, the one with
 * the least of `proceeds / 100 - tax saved` is chosen: without rates or income that is the one that
 * sells least; with them, a short-term loss goes before a long-term one where a dollar more of
 * sales saves a cent or more of tax. Ties go to short-term losses. A position whose kept loss would
 * be below `min_loss` is not sold. Units sold together wash no loss, and each replacement serves
 * once.
 *
 * Exact where few sales are possible; a large ledger is searched around the solution that mixing
 * sales would have. Decisions: D-31, D-32, D-33, D-34.
 */
export function harvestPlan(
  portfolio: Portfolio,
  target: Money,
  mostTried = MOST_TRIED,
): HarvestPlan {
  const { books, method, replay, harvests } = portfolio;
  const { settings, asOf } = books;
  const positions = harvests.map(({ position }) => position);
  const outlook = washOutlook(books, replay);
  const ground: PlanGround = { positions, method, settings, asOf, outlook };
  const tax = taxOutlook(books, replay);
  const groups = planGroups(ground);
  const worth = shortWorth(tax, moneyNumber(target), shortRange(groups));
  const rules: ChoiceRules = {
    ground,
    minLoss: moneyNumber(settings.minLoss),
    termMatters: worth.termMatters,
    costs: worth.prices.map(costAt),
    mostTried,
    lotsLookedAt: LOTS_LOOKED_AT / Math.max(1, groups.filter(isJoint).length),
  };
  const choices = groups.map((group) => choicesOf(group, rules));
  const sold = soldIn(choices, select(choices, { target, worth, rules }), { target, ground });
  const rows = planRows(sold, { positions, outlook, tax });
  const kept = rows.reduce((sum, row) => add(sum, row.kept), ZERO_MONEY);
  const isShort = compare(subtract(target, kept), HALF_A_CENT) >= 0;
  return {
    method,
    target: target === ZERO_MONEY ? undefined : target,
    rows,
    kept,
    missing: isShort ? subtract(target, kept) : ZERO_MONEY,
  };
}

/** Sales of whole lots tried in a group whose lots wash each other, where it has so many. */
const MOST_TRIED = 4096;

/** Lots looked at in all the sales tried. */
const LOTS_LOOKED_AT = 300_000;

const HALF_A_CENT = 5e7 as Money;

/** The least and the most short-term loss that any plan could realize. */
function shortRange(groups: readonly PlanGroup[]): { readonly low: number; readonly high: number } {
  let low = 0;
  let high = 0;
  for (const { chains } of groups) {
    for (const { lots } of chains) {
      for (const { sale } of lots) {
        if (sale.realized.term !== "Short") continue;
        const gain = moneyNumber(sale.realized.gain);
        if (gain > 0) low -= gain;
        else high -= gain;
      }
    }
  }
  return { low, high };
}

type Sought = {
  readonly target: Money;
  readonly worth: ShortWorth;
  readonly rules: ChoiceRules;
};

function select(choices: readonly PlanChoices[], sought: Sought): PlanSelection {
  const { worth, rules } = sought;
  const { minLoss } = rules;
  const target = moneyNumber(sought.target);
  const most = choices.map(({ points }) => mostKept(points));
  const all: PlanSelection = { points: most, last: undefined };
  if (target === 0) return all;
  const found = cheapestSale(choices, { target, worth, minLoss });
  if (found !== undefined) return found;
  const reach = most.reduce((sum, point) => sum + (point?.outcome.kept ?? 0), 0);
  return reach <= target ? all : { points: fitting(choices, target), last: undefined };
}

/** The point with the most kept loss; of several, the one that sells least. */
function mostKept(points: readonly PlanPoint[]): PlanPoint | undefined {
  let best: PlanPoint | undefined;
  for (const point of points) {
    if (best === undefined || point.outcome.kept > best.outcome.kept) best = point;
  }
  return best;
}

/** Where no row small enough is worth it: the largest that fit below the target, group by group. */
function fitting(
  choices: readonly PlanChoices[],
  target: number,
): readonly (PlanPoint | undefined)[] {
  let left = target;
  return choices.map(({ points }) => {
    const point = mostKept(points.filter(({ outcome }) => outcome.kept <= left));
    left -= point?.outcome.kept ?? 0;
    return point;
  });
}

/** The lots of a selection, the last one parted so that the target is met. */
function soldIn(
  choices: readonly PlanChoices[],
  selection: PlanSelection,
  by: { readonly target: Money; readonly ground: PlanGround },
): readonly PlannedLot[] {
  const { last } = selection;
  const { ground, target } = by;
  const lotsOf = (group: PlanGroup, { stops, part }: SaleEnd): readonly PlannedLot[] => {
    const { lots, places, partAt } = lotsSold(group, stops, { part, asOf: ground.asOf });
    return lots.map((lot, index) => ({
      lot,
      place: places[index] as number,
      isPart: index === partAt,
    }));
  };
  const whole = selection.points.flatMap((point, index) =>
    point === undefined || index === last?.group
      ? []
      : lotsOf((choices[index] as PlanChoices).group, { stops: point.stops(), part: undefined }),
  );
  if (last === undefined) return whole;
  const kept = keptOf(
    whole.map(({ lot }) => lot),
    ground,
  );
  const { group } = choices[last.group] as PlanChoices;
  const end = meetExactly(group, last, { needed: subtract(target, kept), ground });
  return [...whole, ...lotsOf(group, end)];
}
