import { describe, expect, test } from "vitest";
import {
  addDays,
  dayOf,
  dayOfSerial,
  dayOfText,
  dayText,
  partsOf,
  serialOfDay,
  type Day,
} from "../../../core/calendar/day.ts";

test("days count from 1970-01-01", () => {
  expect(dayOf(1970, 1, 1)).toBe(0);
  expect(dayOf(2000, 3, 1)).toBe(11017);
  expect(dayText(0 as Day)).toBe("1970-01-01");
});

test("every day from 1895 to 2205 is its own parts, in step with the calendar", () => {
  let day = dayOf(1895, 1, 1)!;
  const last = dayOf(2205, 12, 31)!;
  const clock = new Date(Date.UTC(1895, 0, 1));
  for (; day <= last; day = addDays(day, 1)) {
    const { year, month, dayOfMonth } = partsOf(day);
    if (
      year !== clock.getUTCFullYear() ||
      month !== clock.getUTCMonth() + 1 ||
      dayOfMonth !== clock.getUTCDate() ||
      dayOf(year, month, dayOfMonth) !== day
    ) {
      expect.fail(`${dayText(day)} is not ${clock.toISOString()}`);
    }
    clock.setUTCDate(clock.getUTCDate() + 1);
  }
});

describe("days that no calendar has are none", () => {
  test.each(["2025-02-29", "1900-02-29", "2024-06-31", "2024-13-01", "2024-00-10", "2024-01-00"])(
    "%s",
    (text) => {
      expect(dayOfText(text)).toBeUndefined();
    },
  );
  test.each(["2024-02-29", "2000-02-29", "2024-12-31"])("%s is one", (text) => {
    expect(dayText(dayOfText(text)!)).toBe(text);
  });
});

test("serial numbers of workbooks, on both sides of the 29 February 1900 that never was", () => {
  expect(serialOfDay(dayOfText("2024-01-05")!)).toBe(45296);
  expect(dayText(dayOfSerial(45296.75))).toBe("2024-01-05");
  expect(dayText(dayOfSerial(61))).toBe("1900-03-01");
  expect(dayText(dayOfSerial(59))).toBe("1900-02-28");
  expect(dayText(dayOfSerial(1))).toBe("1900-01-01");
});
