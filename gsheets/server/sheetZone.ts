import { dayOfText, dayText, type Day, type Instant, type ZoneOffsets } from "../../core/index.ts";

const DAY = 86_400_000;
const MINUTE = 60_000;
const SECOND = 1000;

/** Four weeks: no zone has changed its clocks and back again in less. */
const SPAN = 28 * DAY;

/** What is known of a zone: offsets at the spans' beginnings, and changes of clocks within spans. */
type KnownZone = {
  readonly atStart: Map<number, number>;
  readonly changes: Map<number, number>;
};

const known = new Map<string, KnownZone>();

/**
 * Time zones as Google knows them. Each question to Google's service costs time, and a ledger has
 * thousands of moments: one is asked for each span of four weeks, and some to find a change of
 * clocks in it.
 */
export const googleZoneOffsets: ZoneOffsets = (zone, at) => {
  let about = known.get(zone);
  if (about === undefined) {
    if (!isZone(zone)) return undefined;
    about = { atStart: new Map(), changes: new Map() };
    known.set(zone, about);
  }
  const span = Math.floor(at / SPAN);
  const before = atStart(about, zone, span);
  const after = atStart(about, zone, span + 1);
  if (before === after) return before;
  let change = about.changes.get(span);
  if (change === undefined) {
    change = changeIn(zone, span, before);
    about.changes.set(span, change);
  }
  return at < change ? before : after;
};

function atStart({ atStart: known }: KnownZone, zone: string, span: number): number {
  let offset = known.get(span);
  if (offset === undefined) {
    offset = offsetAt(zone, span * SPAN);
    known.set(span, offset);
  }
  return offset;
}

/** The first moment of a span at which the clocks no longer show what they did at its beginning. */
function changeIn(zone: string, span: number, before: number): number {
  let still = span * SPAN;
  let changed = still + SPAN;
  while (changed - still > SECOND) {
    const middle = still + Math.floor((changed - still) / 2 / SECOND) * SECOND;
    if (offsetAt(zone, middle) === before) still = middle;
    else changed = middle;
  }
  return changed;
}

/** The moment at which a day begins in a zone; where clocks skip midnight, the first one after it. */
export function startOfDay(day: Day, zone: string): Date {
  const local = day * DAY;
  const offset = (at: number): number =>
    Math.round((googleZoneOffsets(zone, at as Instant) ?? 0) * MINUTE);
  const first = local - offset(local - DAY);
  const second = local - offset(local + DAY);
  return new Date(offset(second) === local - second ? second : first);
}

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
