import type { Settings } from "../ledger/settings.ts";
import { add, magnitude, type Money } from "../money/amounts.ts";
import { carryoverWorksheet, type Carryover } from "../netting/carryover.ts";
import { netGains, type ScheduleD } from "../netting/netGains.ts";
import { sumOfBoxes, type BoxTotals } from "./form8949.ts";
import { boxMeaning, type BoxMeaning } from "./form8949Box.ts";

/** Schedule D of a year and the losses that it carries forward. */
export type ScheduleDYear = {
  readonly boxes: readonly BoxTotals[];
  readonly scheduleD: ScheduleD;
  /** Losses carried in, positive. */
  readonly carriedIn: { readonly short: Money; readonly long: Money };
  readonly carryover: Carryover;
};

/**
 * Nets the totals of Form 8949 with the gains from elsewhere and the losses carried in, which the
 * settings give. Where they give a taxable income, the carryover worksheet's floor follows it.
 *
 * Decisions: D-40, D-41.
 */
export function scheduleDYear(boxes: readonly BoxTotals[], settings: Settings): ScheduleDYear {
  const carriedIn = {
    // A loss carried in is a loss, whichever sign it was written with.
    short: magnitude(settings.carryoverShort),
    long: magnitude(settings.carryoverLong),
  };
  const gainOf = (term: BoxMeaning["term"]): Money =>
    sumOfBoxes(
      boxes.filter(({ box }) => boxMeaning(box).term === term),
      "gain",
    );
  const scheduleD = netGains(
    {
      shortGain: add(gainOf("Short"), settings.otherShortGain),
      longGain: add(gainOf("Long"), settings.otherLongGain),
    },
    carriedIn,
    settings.filingStatus,
  );
  const { taxableIncome } = settings;
  const line15 =
    taxableIncome === undefined ? undefined : add(taxableIncome, scheduleD.capitalGain);
  return { boxes, scheduleD, carriedIn, carryover: carryoverWorksheet(scheduleD, line15) };
}
