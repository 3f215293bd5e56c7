import { dayText, type Day, type Instant, type ZoneOffsets } from "../../core/index.ts";

const DAY = 86_400_000;
const MINUTE = 60_000;

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

function offsetAt(zone: string, at: number): number {
  const text = Utilities.formatDate(new Date(at), zone, "Z");
  const match = /^([+-])(\d{2})(\d{2})$/.exec(text);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === "-" ? -minutes : minutes;
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
  const local = at + (googleZoneOffsets(zone, at as Instant) ?? 0) * MINUTE;
  const day = Math.floor(local / DAY);
  const second = Math.floor((local - day * DAY) / 1000);
  const text = dayText(day as Day);
  if (second === 0) return text;
  const two = (value: number): string => (value < 10 ? `0${value}` : value.toString());
  return `${text} ${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
}
