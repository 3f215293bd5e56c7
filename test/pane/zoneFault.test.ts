import { expect, test } from "vitest";
import { zoneFault } from "../../pane/choices/zoneFault.ts";
import { intlZoneOffsets } from "../../zones/intlZoneOffsets.ts";

const faultOf = (zone: string) =>
  zoneFault(zone, { offsets: intlZoneOffsets, workbookZone: undefined });

test.each(["", "  ", "America/New_York", " Europe/Paris ", "UTC", "-05:00", "UTC+1"])(
  "%j can be the zone of a file",
  (zone) => {
    expect(faultOf(zone)).toBeUndefined();
  },
);

test.each(["New York", "+25:00", "Mars/Olympus", "5"])("%j is no known zone", (zone) => {
  expect(faultOf(zone)).toBe(
    "This is no known time zone: write one such as America/New_York, or an offset such as -05:00.",
  );
});
