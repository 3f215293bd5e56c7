import { dayOf, dayOfText, dayText, partsOf, serialOfDay, type Day } from "../core/calendar/day.ts";

/** A day in New York and, where the ledger has it, a time of day there. */
export type Moment = {
  readonly day: Day;
  /** Seconds since midnight; undefined where the ledger has the day alone. */
  readonly second: number | undefined;
};

/** The day of ISO text; throws where there is none. */
export function dayIn(text: string): Day {
  const day = dayOfText(text);
  if (day === undefined) throw new Error(`no such day: ${text}`);
  return day;
}

/** Seconds since 1970-01-01T00:00Z; a day without a time is its first second in New York. */
export const utcSeconds = ({ day, second }: Moment): number =>
  day * 86400 + (second ?? 0) + hoursBehindUtc(day) * 3600;

/** `2024-05-03T18:22:41Z`. */
export function utcText(moment: Moment): string {
  const { day, time } = utcParts(moment);
  return `${day}T${time}Z`;
}

/** `2024-05-03` and `18:22:41`, in UTC. */
export function utcParts(moment: Moment): { readonly day: string; readonly time: string } {
  const seconds = utcSeconds(moment);
  const day = Math.floor(seconds / 86400);
  return { day: dayText(day as Day), time: clockText(seconds - day * 86400) };
}

/** `2024-05-03T14:22:41-04:00`: the local time with its distance from UTC. */
export const offsetText = ({ day, second }: Moment): string =>
  `${dayText(day)}T${clockText(second ?? 0)}-0${hoursBehindUtc(day)}:00`;

/** The local day, with the time of day as a fraction: a workbook's serial number. */
export const serialOf = ({ day, second }: Moment): number =>
  serialOfDay(day) + (second ?? 0) / 86400;

/**
 * New York's summer time: from the second Sunday of March to the first of November. The samples
 * have nothing in the night of a change, so whole days will do.
 */
function hoursBehindUtc(day: Day): 4 | 5 {
  const { year } = partsOf(day);
  return day >= sunday(year, 3, 8) && day < sunday(year, 11, 1) ? 4 : 5;
}

/** The first Sunday on or after a day of a month. */
function sunday(year: number, month: number, from: number): number {
  const day = dayOf(year, month, from) ?? 0;
  // 1970-01-04 was a Sunday.
  return day + ((((3 - day) % 7) + 7) % 7);
}

function clockText(second: number): string {
  const two = (value: number): string => value.toString().padStart(2, "0");
  return [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map(two).join(":");
}
