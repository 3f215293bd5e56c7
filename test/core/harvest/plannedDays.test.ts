import { expect, test } from "vitest";
import { dayText } from "../../../core/calendar/day.ts";
import { plannedDays, type DayStep } from "../../../core/harvest/plannedDays.ts";
import { on } from "../../support/transactions.ts";

const days = (step: DayStep, from: string, after: string, last: string): readonly string[] =>
  plannedDays(step, on(from), { after: on(after), last: on(last) }).map(dayText);

test("every day, from the day after on, the last one included", () => {
  expect(days(1, "2026-11-20", "2026-11-20", "2026-11-22")).toEqual(["2026-11-21", "2026-11-22"]);
  expect(days(1, "2026-11-20", "2026-11-20", "2026-11-20")).toEqual([]);
});

test("every week keeps the day of the week, however long ago it last happened", () => {
  const expected = ["2026-11-23", "2026-11-30"];
  expect(days(7, "2026-11-16", "2026-11-20", "2026-12-06")).toEqual(expected);
  expect(days(7, "2026-08-03", "2026-11-20", "2026-12-06")).toEqual(expected);
  expect(days(7, "2026-11-13", "2026-11-20", "2026-11-27")).toEqual(["2026-11-27"]);
});

test("by the month the day of the month stays, or is the month's last one", () => {
  expect(days("month", "2026-11-05", "2026-11-20", "2027-01-05")).toEqual([
    "2026-12-05",
    "2027-01-05",
  ]);
  expect(days("month", "2026-10-31", "2026-10-31", "2027-03-31")).toEqual([
    "2026-11-30",
    "2026-12-31",
    "2027-01-31",
    "2027-02-28",
    "2027-03-31",
  ]);
  expect(days("month", "2026-10-25", "2026-11-20", "2026-11-30")).toEqual(["2026-11-25"]);
});
