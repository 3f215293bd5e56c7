import { describe, expect, test } from "vitest";
import { dayText } from "../../../core/calendar/day.ts";
import {
  fixedOffset,
  noZoneOffsets,
  timeZone,
  UTC,
  type Instant,
  type ZoneOffsets,
} from "../../../core/calendar/timeZone.ts";

const HOUR = 3_600_000;
const at = (...parts: [number, number, number, number?, number?]): Instant =>
  Date.UTC(...parts) as Instant;

/** New York in 2026: clocks go forward on 8 March at 07:00Z and back on 1 November at 06:00Z. */
const offsets: ZoneOffsets = (zone, moment) => {
  if (zone !== "America/New_York") return undefined;
  return moment >= at(2026, 2, 8, 7) && moment < at(2026, 10, 1, 6) ? -240 : -300;
};
const newYork = timeZone("America/New_York", offsets)!;

test.each([
  ["UTC", 0],
  ["z", 0],
  ["GMT", 0],
  ["+02:00", 120],
  ["-0500", -300],
  ["UTC+1", 60],
  ["utc-05:30", -330],
  ["-00:00", 0],
  ["+14:00", 840],
  ["+14:01", undefined],
  ["America/New_York", undefined],
  ["", undefined],
])("%s is %s minutes ahead", (zone, minutes) => {
  expect(fixedOffset(zone)).toBe(minutes);
});

test("a zone that neither the core nor the host knows is none", () => {
  expect(timeZone("Atlantis", noZoneOffsets)).toBeUndefined();
  expect(timeZone("Atlantis", offsets)).toBeUndefined();
});

describe("the day of a moment", () => {
  test.each([
    [UTC, at(2026, 0, 1, 4, 59), "2026-01-01"],
    [newYork, at(2026, 0, 1, 4, 59), "2025-12-31"],
    [newYork, at(2026, 0, 1, 5, 0), "2026-01-01"],
    [newYork, at(2026, 6, 1, 3, 59), "2026-06-30"],
    [newYork, at(2026, 6, 1, 4, 0), "2026-07-01"],
    [timeZone("+05:30", noZoneOffsets)!, at(2025, 11, 31, 18, 30), "2026-01-01"],
  ])("%#", (zone, moment, day) => {
    expect(dayText(zone.dayAt(moment))).toBe(day);
  });
});

describe("the moment of a local time", () => {
  test.each([
    ["in winter", at(2026, 0, 15, 12), at(2026, 0, 15, 17)],
    ["in summer", at(2026, 6, 15, 12), at(2026, 6, 15, 16)],
    ["before the clocks go forward", at(2026, 2, 8, 1, 59), at(2026, 2, 8, 6, 59)],
    ["after they have gone forward", at(2026, 2, 8, 3), at(2026, 2, 8, 7)],
    ["skipped: with the offset before", at(2026, 2, 8, 2, 30), at(2026, 2, 8, 7, 30)],
    ["shown twice: the first", at(2026, 10, 1, 1, 30), at(2026, 10, 1, 5, 30)],
    ["after they have gone back", at(2026, 10, 1, 2), at(2026, 10, 1, 7)],
  ])("%s", (_, local, moment) => {
    expect(newYork.momentOf(local)).toBe(moment);
  });
  test("is of that day, on every day of the year", () => {
    for (
      let midnight = at(2026, 0, 1);
      midnight < at(2027, 0, 1);
      midnight = (midnight + 24 * HOUR) as Instant
    ) {
      expect(newYork.dayAt(newYork.momentOf(midnight))).toBe(midnight / (24 * HOUR));
    }
  });
});
