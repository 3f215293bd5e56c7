import { outcomeOf } from "./planOutcome.ts";
import type { PlanChain, PlanGround, PlanGroup } from "./planGroups.ts";
import { fractionOf, type PricedLot } from "./planLot.ts";
import type { PlanPoint, WayMark } from "./planPoint.ts";

/**
 * The places at which the wash-sale rule bends what one more lot adds, as ever more of its units
 * are sold: washed units keep no loss, and units sold no longer wash others. Between two such
 * places everything changes evenly.
 */
export function bendsOf(
  group: PlanGroup,
  on: {
    readonly from: PlanPoint;
    readonly to: PlanPoint;
    readonly chain: number;
    readonly ground: PlanGround;
  },
): readonly WayMark[] {
  const { from, to, chain, ground } = on;
  const stops = from.stops();
  const lot = (group.chains[chain] as PlanChain).lots[stops[chain] as number] as PricedLot;
  const at = (way: number): WayMark => ({
    way,
    outcome: outcomeOf(group, stops, { part: { chain, quantity: fractionOf(lot, way) }, ground }),
  });
  const marks: WayMark[] = [{ way: 0, outcome: from.outcome }];
  const high = { way: 1, outcome: to.outcome };
  addBends({ marks, at }, { low: { way: 0, outcome: from.outcome }, high, depth: 0 });
  return marks;
}

type Line = { readonly marks: WayMark[]; readonly at: (way: number) => WayMark };
type Stretch = { readonly low: WayMark; readonly high: WayMark; readonly depth: number };

const DEEPEST = 7;

/** Where the slopes at both ends differ, they meet in a bend, or there are several between. */
function addBends(line: Line, { low, high, depth }: Stretch): void {
  if (depth === DEEPEST || isEven(line, low, high)) {
    line.marks.push(high);
    return;
  }
  const width = (high.way - low.way) / 16;
  const first = slope(low, line.at(low.way + width));
  const last = slope(line.at(high.way - width), high);
  const meeting =
    low.way + (high.outcome.kept - low.outcome.kept - last * (high.way - low.way)) / (first - last);
  const isInside = meeting > low.way + 1e-9 && meeting < high.way - 1e-9;
  const bend = line.at(isInside ? meeting : (low.way + high.way) / 2);
  addBends(line, { low, high: bend, depth: depth + 1 });
  addBends(line, { low: bend, high, depth: depth + 1 });
}

/** True where the way between two marks is straight, as far as looking at two places shows. */
function isEven(line: Line, low: WayMark, high: WayMark): boolean {
  const whole = slope(low, high);
  return [0.0625, 0.5625].every((part) => {
    const place = line.at(low.way + (high.way - low.way) * part);
    return isClose(slope(low, place), whole) && isClose(slope(place, high), whole);
  });
}

const slope = (a: WayMark, b: WayMark): number =>
  (b.outcome.kept - a.outcome.kept) / (b.way - a.way);

const isClose = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-6 * (1 + Math.abs(a) + Math.abs(b));
