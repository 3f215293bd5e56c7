import { expect, test } from "vitest";
import { dayIn, offsetText, serialOf, utcParts, utcText } from "../../samples/moment.ts";

const at = (day: string, second: number | undefined) => ({ day: dayIn(day), second });

test.each([
  ["2024-01-15", "2024-01-15T19:30:00Z", "2024-01-15T14:30:00-05:00"],
  ["2024-07-15", "2024-07-15T18:30:00Z", "2024-07-15T14:30:00-04:00"],
  // Summer time runs from 10 March to 3 November in 2024, from 8 March to 1 November in 2026.
  ["2024-03-09", "2024-03-09T19:30:00Z", "2024-03-09T14:30:00-05:00"],
  ["2024-03-10", "2024-03-10T18:30:00Z", "2024-03-10T14:30:00-04:00"],
  ["2024-11-02", "2024-11-02T18:30:00Z", "2024-11-02T14:30:00-04:00"],
  ["2024-11-03", "2024-11-03T19:30:00Z", "2024-11-03T14:30:00-05:00"],
  ["2026-03-08", "2026-03-08T18:30:00Z", "2026-03-08T14:30:00-04:00"],
  ["2026-11-01", "2026-11-01T19:30:00Z", "2026-11-01T14:30:00-05:00"],
])("half past two in New York on %s is %s", (day, utc, withOffset) => {
  expect(utcText(at(day, 52200))).toBe(utc);
  expect(offsetText(at(day, 52200))).toBe(withOffset);
});

test("an evening in New York is the next day in UTC", () => {
  expect(utcParts(at("2025-12-15", 69962))).toEqual({ day: "2025-12-16", time: "00:26:02" });
});

test("a workbook's serial number counts days since 1899-12-30, the time as a fraction", () => {
  expect(serialOf(at("2026-11-20", undefined))).toBe(46346);
  expect(serialOf(at("2026-11-20", 43200))).toBe(46346.5);
});

test("a day that is none is refused", () => {
  expect(() => dayIn("2024-06-31")).toThrow("no such day: 2024-06-31");
});
