import { addDays, type Day } from "../calendar/day.ts";
import type { Asset } from "../ledger/asset.ts";
import type { PlannedAcquisition } from "../ledger/settings.ts";
import type { Quantity } from "../money/amounts.ts";
import { WINDOW_DAYS } from "../washSales/washWindow.ts";
import { plannedDays, type DayStep } from "./plannedDays.ts";

/** Purchases or rewards that recur and are still to come. */
export type Schedule = {
  readonly asset: Asset;
  /** The wallet's name; empty where none is named. */
  readonly wallet: string;
  /** From the user's settings, or seen in the ledger. */
  readonly source:
    | { readonly kind: "planned"; readonly plan: PlannedAcquisition }
    | {
        readonly kind: "purchases" | "rewards";
        /** The row of the last one. */
        readonly row: number;
      };
  readonly step: DayStep;
  /** The day from which the steps are counted. */
  readonly from: Day;
  /** Units each time; undefined for an amount of dollars where the asset has no price. */
  readonly units: Quantity | undefined;
};

/** One purchase or reward to come. */
export type ComingAcquisition = { readonly schedule: Schedule; readonly day: Day };

/**
 * What the schedules bring within the 30 days after a day, in order of time: all that can wash a
 * loss realized up to then.
 */
export function comingAcquisitions(
  schedules: readonly Schedule[],
  asOf: Day,
): readonly ComingAcquisition[] {
  const span = { after: asOf, last: addDays(asOf, WINDOW_DAYS) };
  return schedules
    .flatMap((schedule) =>
      plannedDays(schedule.step, schedule.from, span).map((day) => ({ schedule, day })),
    )
    .sort((a, b) => a.day - b.day);
}
