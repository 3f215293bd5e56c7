const DAY = 86_400_000;
/** Serial 0 is 30 December 1899. */
const EPOCH = Date.UTC(1899, 11, 30);

/** The serial number of an instant in a time zone: days since 30 December 1899, the time of day as a fraction. */
export function serialOfInstant(instant: number, timeZone: string): number {
  return (instant + offsetAt(instant, timeZone) - EPOCH) / DAY;
}

/** The instant of a serial number in a time zone. A time that a clock change skips counts from before the change. */
export function instantOfSerial(serial: number, timeZone: string): number {
  const wall = Math.round(serial * DAY) + EPOCH;
  const before = offsetAt(wall - DAY, timeZone);
  const first = wall - before;
  if (offsetAt(first, timeZone) === before) return first;
  const after = offsetAt(wall + DAY, timeZone);
  return offsetAt(wall - after, timeZone) === after ? wall - after : first;
}

/** Year, month (from 1), day, hours, minutes, seconds and milliseconds that a serial number shows. */
export function wallTime(serial: number): {
  year: number;
  month: number;
  day: number;
  hours: number;
  minutes: number;
  seconds: number;
  milliseconds: number;
  weekday: number;
} {
  const moment = new Date(Math.round(serial * DAY) + EPOCH);
  return {
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    day: moment.getUTCDate(),
    hours: moment.getUTCHours(),
    minutes: moment.getUTCMinutes(),
    seconds: moment.getUTCSeconds(),
    milliseconds: moment.getUTCMilliseconds(),
    weekday: moment.getUTCDay(),
  };
}

/** The serial number of a day and time; undefined where there is no such day. */
export function serialOfDay(
  year: number,
  month: number,
  day: number,
  seconds = 0,
): number | undefined {
  const moment = new Date(Date.UTC(year, month - 1, day));
  const exists =
    moment.getUTCFullYear() === year &&
    moment.getUTCMonth() === month - 1 &&
    moment.getUTCDate() === day;
  return exists ? (moment.getTime() - EPOCH) / DAY + seconds / 86_400 : undefined;
}

/** Milliseconds by which a zone's clock is ahead of UTC at an instant. */
export function offsetAt(instant: number, timeZone: string): number {
  // Offsets change on quarter hours at most, so that one look-up serves fifteen minutes.
  const quarter = Math.floor(instant / 900_000);
  const key = `${timeZone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const found = readOffset(quarter * 900_000, timeZone);
  offsets.set(key, found);
  return found;
}

const offsets = new Map<string, number>();
const clocks = new Map<string, Intl.DateTimeFormat>();

function readOffset(instant: number, timeZone: string): number {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  clocks.set(timeZone, clock);
  const parts = Object.fromEntries(
    clock.formatToParts(instant).map(({ type, value }) => [type, value]),
  );
  const number = (name: string): number => Number(parts[name]);
  const year = parts["era"] === "BC" ? 1 - number("year") : number("year");
  const wall = new Date(0);
  wall.setUTCFullYear(year, number("month") - 1, number("day"));
  wall.setUTCHours(number("hour"), number("minute"), number("second"));
  return wall.getTime() - instant;
}
