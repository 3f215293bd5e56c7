import { timeZone, type HostZones } from "../../core/index.ts";

/** What is wrong with a time zone that was typed; undefined for a known one, or for none. */
export const zoneFault = (zone: string, { offsets }: HostZones): string | undefined =>
  zone.trim() === "" || timeZone(zone.trim(), offsets) !== undefined
    ? undefined
    : "This is no known time zone: write one such as America/New_York, or an offset such as -05:00.";
