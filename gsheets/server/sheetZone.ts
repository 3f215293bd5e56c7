import { dayOfText, dayText, type Day, type Instant, type ZoneOffsets } from "../../core/index.ts";

const DAY = 86_400_000;
const MINUTE = 60_000;
const SECOND = 1000;

/** Offsets by zone and day; undefined where the zone's clocks change within the day. */
const known = new Map<string, Map<number, number | undefined>>();

/**
 * Time zones as Google knows them. A service is asked at most twice for a day: a ledger has many
 * moments on few days, and each question costs time.
 */
export const googleZoneOffsets: ZoneOffsets = (zone, at) => {
  let days = known.get(zone);
  if (days === undefined) {
    if (!isZone(zone)) return undefined;
    days = new Map<number, number | undefined>();
    known.set(zone, days);
  }
  const day = Math.floor(at / DAY);
  if (!days.has(day)) {
    const atStart = offsetAt(zone, day * DAY);
    const atEnd = offsetAt(zone, (day + 1) * DAY - 1);
    days.set(day, atStart === atEnd ? atStart : undefined);
  }
  return days.get(day) ?? offsetAt(zone, at);
};

/** The zone's clock time less the moment itself, in minutes. */
function offsetAt(zone: string, at: number): number {
  const text = Utilities.formatDate(new Date(at), zone, "yyyy-MM-dd HH:mm:ss");
  const [day = "", time = ""] = text.split(" ");
  const [hours, minutes, seconds] = time.split(":").map(Number);
  const local =
    (dayOfText(day) ?? 0) * DAY +
    ((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * SECOND;
  // Not always whole minutes: before 1900 many zones kept the sun's time.
  return (local - Math.floor(at / SECOND) * SECOND) / MINUTE;
}

/** Google takes a zone that it does not know for GMT; a real one has a name with a slash. */
function isZone(zone: string): boolean {
  return /^[A-Za-z]+(?:\/[A-Za-z0-9_+-]+)+$/.test(zone);
}

/**
 * A date of a cell as text without a zone: the clock time that the spreadsheet shows. Midnight is
 * the day alone.
 */
export function dateText(date: Date, zone: string): string {
  const at = date.getTime();
  const local = at + Math.round((googleZoneOffsets(zone, at as Instant) ?? 0) * MINUTE);
  const day = Math.floor(local / DAY);
  const time = local - day * DAY;
  const text = dayText(day as Day);
  if (time === 0) return text;
  const digits = (value: number, count: number): string =>
    Math.floor(value).toString().padStart(count, "0");
  const second = time / SECOND;
  const parts = [second / 3600, (second / 60) % 60, second % 60];
  const clock = parts.map((part) => digits(part, 2)).join(":");
  const rest = time % SECOND;
  return `${text} ${clock}${rest === 0 ? "" : `.${digits(rest, 3)}`}`;
}
