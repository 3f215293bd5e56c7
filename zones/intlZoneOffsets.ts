import type { ZoneOffsets } from "../core/index.ts";

const MINUTE = 60_000;

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

/** Time zones as the JavaScript engine knows them; undefined for a name it does not know. */
export const intlZoneOffsets: ZoneOffsets = (zone, at) => {
  if (!formats.has(zone)) formats.set(zone, formatOf(zone));
  const format = formats.get(zone);
  if (format === undefined) return undefined;
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const local = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return Math.round((local - Math.floor(at / 1000) * 1000) / MINUTE);
};

function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    // The engine tells by throwing that it does not know the name.
    return undefined;
  }
}
