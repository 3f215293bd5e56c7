import { describe, expect, test } from "vitest";
import type { Instant } from "../../core/index.ts";
import { intlZoneOffsets } from "../../zones/intlZoneOffsets.ts";

const at = (text: string): Instant => Date.parse(text) as Instant;

describe("minutes by which a zone is ahead of UTC", () => {
  test.each([
    // The United States change clocks at 2 o'clock local time: 2026-03-08 and 2026-11-01.
    ["America/New_York", "2026-03-08T06:59:59Z", -300],
    ["America/New_York", "2026-03-08T07:00:00Z", -240],
    ["America/New_York", "2026-11-01T05:59:59Z", -240],
    ["America/New_York", "2026-11-01T06:00:00Z", -300],
    ["Asia/Kathmandu", "2026-01-01T00:00:00Z", 345],
    ["Pacific/Kiritimati", "2026-12-31T12:00:00Z", 840],
    ["UTC", "2026-01-01T00:00:00Z", 0],
  ])("%s at %s: %d", (zone, moment, minutes) => {
    expect(intlZoneOffsets(zone, at(moment))).toBe(minutes);
  });

  test("a moment within a second, and one before 1970, count as well", () => {
    expect(intlZoneOffsets("America/New_York", at("2026-01-01T00:00:00.999Z"))).toBe(-300);
    expect(intlZoneOffsets("America/New_York", at("1969-07-20T20:17:40.500Z"))).toBe(-240);
  });

  test("midnight is the hour 0 of the new day", () => {
    expect(intlZoneOffsets("America/New_York", at("2026-01-01T05:00:00Z"))).toBe(-300);
  });
});

test("a name that no zone has gives nothing, each time it is asked", () => {
  expect(intlZoneOffsets("Mars/Olympus", at("2026-01-01T00:00:00Z"))).toBeUndefined();
  expect(intlZoneOffsets("Mars/Olympus", at("2026-01-01T00:00:00Z"))).toBeUndefined();
});
