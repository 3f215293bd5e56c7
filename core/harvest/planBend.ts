import { outcomeOf } from "./planOutcome.ts";
import type { PlanChain, PlanGroup } from "./planGroups.ts";
import { fractionOf, type PricedLot } from "./planLot.ts";
import type { ChoiceRules, PlanPoint, WayMark } from "./planPoint.ts";

/**
 * The places at which the wash-sale rule bends what one more lot adds, as ever more of its units
 * are sold: washed units keep no loss, and units sold no longer wash others. Between two such
 * places everything changes evenly. Where terms matter the short-term part is looked at as well:
 * the loss kept can go on as before while the units that wash no more go from one term to the other.
 */
export function bendsOf(
  group: PlanGroup,
  on: {
    readonly from: PlanPoint;
    readonly to: PlanPoint;
    readonly chain: number;
    readonly rules: ChoiceRules;
  },
): readonly WayMark[] {
  const { from, to, chain, rules } = on;
  const { ground, termMatters } = rules;
  const stops = from.stops();
  const lot = (group.chains[chain] as PlanChain).lots[stops[chain] as number] as PricedLot;
  const units = Number(lot.lot.quantity);
  const at = (way: number): WayMark => {
    const quantity = fractionOf(lot, way);
    // Where whole units end, not where they were asked for: else their rounding would look bent.
    const end = Number(quantity) / units;
    return { way: end, outcome: outcomeOf(group, stops, { part: { chain, quantity }, ground }) };
  };
  const marks: WayMark[] = [{ way: 0, outcome: from.outcome }];
  const high = { way: 1, outcome: to.outcome };
  const measures: readonly Measure[] = termMatters ? ["kept", "short"] : ["kept"];
  addBends(
    { marks, at, measures, units },
    { low: { way: 0, outcome: from.outcome }, high, depth: 0 },
  );
  return marks;
}

/** What must change evenly between two marks. */
type Measure = "kept" | "short";

type Line = {
  readonly marks: WayMark[];
  readonly at: (way: number) => WayMark;
  readonly measures: readonly Measure[];
  /** All that is sold at its end. */
  readonly units: number;
};
type Stretch = { readonly low: WayMark; readonly high: WayMark; readonly depth: number };

const DEEPEST = 7;

/** A shorter stretch is taken to be straight: what rounding does to amounts would look bent there. */
const NARROWEST = 1e-5;

/** So is one of fewer units: each of its marks may be a unit away from where something bends. */
const FEWEST_UNITS = 64;

/** Where the slopes at both ends differ, they meet in a bend, or there are several between. */
function addBends(line: Line, { low, high, depth }: Stretch): void {
  const stretch = high.way - low.way;
  const isLast = depth === DEEPEST || stretch < NARROWEST || stretch * line.units < FEWEST_UNITS;
  const bent = isLast ? undefined : bentMeasure(line, low, high);
  if (bent === undefined) {
    line.marks.push(high);
    return;
  }
  const width = stretch / 16;
  const first = slope(bent, low, line.at(low.way + width));
  const last = slope(bent, line.at(high.way - width), high);
  const meeting =
    low.way + (high.outcome[bent] - low.outcome[bent] - last * stretch) / (first - last);
  const isInside = meeting > low.way + 1e-9 && meeting < high.way - 1e-9;
  const bend = line.at(isInside ? meeting : (low.way + high.way) / 2);
  addBends(line, { low, high: bend, depth: depth + 1 });
  addBends(line, { low: bend, high, depth: depth + 1 });
}

/** What is not straight between two marks, as far as looking at two places shows. */
function bentMeasure(line: Line, low: WayMark, high: WayMark): Measure | undefined {
  const stretch = high.way - low.way;
  const places = [0.0625, 0.5625].map((part) => line.at(low.way + stretch * part));
  const tolerance = 1e-6 + FEWEST_UNITS / (line.units * stretch);
  const isClose = (a: number, b: number): boolean =>
    Math.abs(a - b) <= tolerance * (1 + Math.abs(a) + Math.abs(b));
  return line.measures.find((of) => {
    const whole = slope(of, low, high);
    return places.some(
      (place) => !isClose(slope(of, low, place), whole) || !isClose(slope(of, place, high), whole),
    );
  });
}

const slope = (of: Measure, a: WayMark, b: WayMark): number =>
  (b.outcome[of] - a.outcome[of]) / (b.way - a.way);
