import type { Day } from "../calendar/day.ts";
import type { Asset } from "../ledger/asset.ts";
import type { Settings } from "../ledger/settings.ts";
import {
  add,
  shareOf,
  smaller,
  subtract,
  ZERO_MONEY,
  ZERO_QUANTITY,
  type Money,
  type Quantity,
} from "../money/amounts.ts";
import { isCovered, replaces } from "../washSales/replacementRules.ts";
import type { OpenLoss } from "./openLosses.ts";
import type { ComingAcquisition, Schedule } from "./schedule.ts";

/** What one schedule would do to the open losses of one asset. */
export type ComingTaint = {
  readonly schedule: Schedule;
  /** How often it comes while a window is open, and when first. */
  readonly times: number;
  readonly first: Day;
  /** Units that it brings in that time; undefined without a price. */
  readonly units: Quantity | undefined;
  /** Units of the losses that it would replace, and positive dollars of loss on them. */
  readonly tainted: Quantity;
  readonly dollars: Money;
};

/** What the acquisitions to come would do to open losses, by the asset sold. */
export type ComingTaints = ReadonlyMap<Asset, readonly ComingTaint[]>;

/**
 * Matches acquisitions to come, in order of time, with the open losses, in order of the sales, share
 * for share; each unit replaces one. Of a loss that is replaced in part the units lose alike.
 *
 * Source: Treas. Reg. § 1.1091-1(b) to (e). Decisions: D-25, D-38.
 */
export function comingTaints(
  losses: readonly OpenLoss[],
  coming: readonly ComingAcquisition[],
  /** The settings by which a loss on the asset is tested. */
  settingsFor: (sold: Asset) => Settings,
): ComingTaints {
  const open = losses.map((loss): Remaining => ({ ...loss, unitsLeft: loss.units }));
  const targets = new Map<Asset, Targets>();
  const found = new Map<Asset, Map<Schedule, Tally>>();
  for (const { schedule, day } of coming) {
    const { asset } = schedule;
    let of = targets.get(asset);
    if (of === undefined) {
      of = targetsOf(asset, open, settingsFor);
      targets.set(asset, of);
    }
    for (const [sold, lastDay] of of.lastDays) {
      if (day <= lastDay) count(tallyOf(found, sold, schedule), day);
    }
    replace(of, { schedule, day }, found);
  }
  return new Map([...found].map(([sold, tallies]) => [sold, [...tallies.values()]]));
}

type Remaining = OpenLoss & { unitsLeft: Quantity };

/** The losses that buying one asset can wash. */
type Targets = {
  readonly losses: readonly Remaining[];
  /** The last day of the last window, by the asset sold. */
  readonly lastDays: ReadonlyMap<Asset, Day>;
  /** Losses before this place are used up, or their windows have ended. */
  next: number;
};

function targetsOf(
  bought: Asset,
  open: readonly Remaining[],
  settingsFor: (sold: Asset) => Settings,
): Targets {
  const washes = new Map<Asset, boolean>();
  const lastDays = new Map<Asset, Day>();
  const losses = open.filter(({ asset, lastDay }) => {
    let can = washes.get(asset);
    if (can === undefined) {
      const settings = settingsFor(asset);
      can = isCovered(bought, settings.wash) && replaces(bought, asset, settings);
      washes.set(asset, can);
    }
    if (can) lastDays.set(asset, lastDay);
    return can;
  });
  return { losses, lastDays, next: 0 };
}

type Tally = {
  readonly schedule: Schedule;
  times: number;
  first: Day;
  units: Quantity | undefined;
  tainted: Quantity;
  dollars: Money;
};

function tallyOf(found: Map<Asset, Map<Schedule, Tally>>, sold: Asset, schedule: Schedule): Tally {
  const ofAsset = found.get(sold) ?? new Map<Schedule, Tally>();
  found.set(sold, ofAsset);
  let tally = ofAsset.get(schedule);
  if (tally === undefined) {
    const units = schedule.units === undefined ? undefined : ZERO_QUANTITY;
    tally = {
      ...{ schedule, times: 0, first: 0 as Day, units },
      ...{ tainted: ZERO_QUANTITY, dollars: ZERO_MONEY },
    };
    ofAsset.set(schedule, tally);
  }
  return tally;
}

function count(tally: Tally, day: Day): void {
  if (tally.times === 0) tally.first = day;
  tally.times += 1;
  if (tally.units !== undefined) {
    tally.units = add(tally.units, tally.schedule.units ?? ZERO_QUANTITY);
  }
}

/** Uses the units of one acquisition up on the losses whose windows are open on its day. */
function replace(
  targets: Targets,
  { schedule, day }: ComingAcquisition,
  found: Map<Asset, Map<Schedule, Tally>>,
): void {
  let left = schedule.units ?? ZERO_QUANTITY;
  while (left !== ZERO_QUANTITY) {
    const loss = targets.losses[targets.next];
    if (loss === undefined) return;
    if (loss.unitsLeft === ZERO_QUANTITY || loss.lastDay < day) {
      targets.next += 1;
      continue;
    }
    const units = smaller(left, loss.unitsLeft);
    const tally = tallyOf(found, loss.asset, schedule);
    const lossLeft = (unitsLeft: Quantity): Money => shareOf(loss.loss, unitsLeft, loss.units);
    const before = lossLeft(loss.unitsLeft);
    loss.unitsLeft = subtract(loss.unitsLeft, units);
    tally.tainted = add(tally.tainted, units);
    tally.dollars = add(tally.dollars, subtract(before, lossLeft(loss.unitsLeft)));
    left = subtract(left, units);
  }
}
