import type { Day } from "../calendar/day.ts";
import type { Acquisition } from "../ledger/transaction.ts";
import { add, type Money, type Quantity } from "../money/amounts.ts";
import { compareExact, multiplyExact, type Exact } from "../money/exact.ts";
import { canReplace } from "../washSales/replacementRules.ts";
import type { Books } from "./books.ts";
import type { DayStep } from "./plannedDays.ts";
import type { Schedule } from "./schedule.ts";

/**
 * Purchases and rewards that the ledger shows to recur: of one asset in one wallet, on the last four
 * days at regular intervals of at most a month, and not overdue. Purchases must also be of about one
 * amount, in dollars or in units; each to come is taken to be like the last.
 *
 * Decision: D-37.
 */
export function recurringAcquisitions(books: Books): readonly Schedule[] {
  return [...recentByKind(books).values()].flatMap((acquired) => scheduleOf(acquired, books.asOf));
}

/** How many days a pattern is told by. */
const TIMES = 4;

/** Days between two times, from the least to the most, and the step that stands for them. */
const INTERVALS: readonly {
  readonly least: number;
  readonly most: number;
  readonly step: DayStep | "mean";
}[] = [
  { least: 1, most: 1, step: 1 },
  { least: 1, most: 5, step: "mean" },
  { least: 6, most: 8, step: 7 },
  { least: 13, most: 15, step: 14 },
  { least: 27, most: 32, step: "month" },
];

const LONGEST = 32;

type Kind = "purchases" | "rewards";

/** All that one asset's purchases, or its rewards, brought into a wallet lately. */
type Acquired = { readonly kind: Kind; readonly acquisitions: Acquisition[] };

function recentByKind({ ledger, settings, asOf }: Books): ReadonlyMap<string, Acquired> {
  const byKind = new Map<string, Acquired>();
  for (const event of ledger.transactions) {
    if (event.kind !== "acquisition" || event.day > asOf) continue;
    if (event.day < asOf - TIMES * LONGEST) continue;
    if (event.origin === "opening" || !canReplace(event, settings)) continue;
    const kind = event.origin === "income" ? "rewards" : "purchases";
    const key = `${event.asset.index}/${event.wallet.index}/${kind}`;
    const acquired = byKind.get(key);
    if (acquired === undefined) byKind.set(key, { kind, acquisitions: [event] });
    else acquired.acquisitions.push(event);
  }
  return byKind;
}

/** What came in on one day. */
type DayTotal = { readonly last: Acquisition; readonly units: Quantity; readonly basis: Money };

function scheduleOf({ kind, acquisitions }: Acquired, asOf: Day): readonly Schedule[] {
  const times = dayTotals(acquisitions).slice(-TIMES);
  const latest = times[times.length - 1];
  if (times.length < TIMES || latest === undefined) return [];
  const days = times.map(({ last }) => last.day);
  const step = stepOf(days, asOf);
  if (step === undefined || (kind === "purchases" && !areAlike(times))) return [];
  const { asset, wallet, row, day } = latest.last;
  const source = { kind, row };
  return [{ asset, wallet: wallet.name, source, step, from: day, units: latest.units }];
}

function dayTotals(acquisitions: readonly Acquisition[]): readonly DayTotal[] {
  const totals = new Map<Day, DayTotal>();
  for (const last of [...acquisitions].sort((a, b) => a.at - b.at || a.row - b.row)) {
    const { day, quantity, basis } = last;
    const same = totals.get(day);
    totals.set(day, {
      last,
      units: same === undefined ? quantity : add(same.units, quantity),
      basis: same === undefined ? basis : add(same.basis, basis),
    });
  }
  return [...totals.values()];
}

/** The step of days at regular intervals; undefined where they are none, or the next is overdue. */
function stepOf(days: readonly Day[], asOf: Day): DayStep | undefined {
  const gaps = days.slice(1).map((day, place) => day - (days[place] as Day));
  const interval = INTERVALS.find(({ least, most }) =>
    gaps.every((gap) => gap >= least && gap <= most),
  );
  const first = days[0] as Day;
  const last = days[days.length - 1] as Day;
  if (interval === undefined || asOf - last > interval.most) return undefined;
  return interval.step === "mean" ? Math.round((last - first) / gaps.length) : interval.step;
}

/** True where the amounts are within a tenth of one another, in dollars or in units. */
const areAlike = (times: readonly DayTotal[]): boolean =>
  areClose(times.map(({ basis }) => basis)) || areClose(times.map(({ units }) => units));

function areClose(amounts: readonly Exact[]): boolean {
  const sorted = [...amounts].sort(compareExact);
  const [least = 0] = sorted;
  const most = sorted[sorted.length - 1] ?? 0;
  return compareExact(multiplyExact(most, 10), multiplyExact(least, 11)) <= 0;
}
