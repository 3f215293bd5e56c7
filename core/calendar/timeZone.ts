import type { Day } from "./day.ts";

declare const instant: unique symbol;

/** A moment in time: milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly [instant]: true };

/**
 * What the host knows about time zones: the minutes by which a zone's clocks are ahead of UTC at a
 * moment, or undefined where it does not know the zone. The core has no zone data of its own.
 */
export type ZoneOffsets = (zone: string, at: Instant) => number | undefined;

/** A host without zone data: it knows no zone but those that the core reads itself. */
export const noZoneOffsets: ZoneOffsets = () => undefined;

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Minutes ahead of UTC for `UTC`, `Z`, `GMT`, `+02:00`, `-0500`, `UTC+1`; undefined for others. */
export function fixedOffset(zone: string): number | undefined {
  const match = /^(?:(?:UTC|GMT|Z)|(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?)$/i.exec(zone.trim());
  if (match === null) return undefined;
  const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
  return minutes > 14 * 60 ? undefined : match[1] === "-" ? -minutes || 0 : minutes;
}

/** A time zone that can be asked for the day of a moment and the moment of a local time. */
export type TimeZone = {
  readonly name: string;
  /** The calendar day on the zone's clocks at a moment. */
  readonly dayAt: (at: Instant) => Day;
  /** The moment at which the zone's clocks show a local time given in milliseconds since 1970. */
  readonly momentOf: (local: number) => Instant;
};

/**
 * The time zone of a name; undefined when neither the core nor the host knows it.
 *
 * A local time that clocks skip is read with the offset before the change, and one that they show
 * twice as its first occurrence.
 */
export function timeZone(name: string, offsets: ZoneOffsets): TimeZone | undefined {
  const fixed = fixedOffset(name);
  if (fixed !== undefined) return zoneOf(name, () => fixed);
  if (offsets(name, 0 as Instant) === undefined) return undefined;
  // Offsets change at quarter hours at the most, so one answer serves the whole quarter.
  const known = new Map<number, number>();
  return zoneOf(name, (at) => {
    const quarter = Math.floor(at / (15 * MINUTE));
    let offset = known.get(quarter);
    if (offset === undefined) {
      offset = offsets(name, at) ?? 0;
      known.set(quarter, offset);
    }
    return offset;
  });
}

/** Coordinated universal time. */
export const UTC: TimeZone = zoneOf("UTC", () => 0);

function zoneOf(name: string, offsetAt: (at: Instant) => number): TimeZone {
  return {
    name,
    dayAt: (at) => Math.floor((at + offsetAt(at) * MINUTE) / DAY) as Day,
    momentOf: (local) => {
      // The offsets a day before and after bracket any change of clocks in between.
      const before = offsetAt((local - DAY) as Instant);
      const after = offsetAt((local + DAY) as Instant);
      const first = (local - before * MINUTE) as Instant;
      if (before === after || offsetAt(first) === before) return first;
      const second = (local - after * MINUTE) as Instant;
      return offsetAt(second) === after ? second : first;
    },
  };
}
