import { expect, test } from "vitest";
import { dayText } from "../../../core/calendar/day.ts";
import { longTermDay, termOn } from "../../../core/calendar/holdingPeriod.ts";
import { on } from "../../support/transactions.ts";

test.each([
  ["an ordinary day", "2025-06-15", "2026-06-16"],
  ["the last day of a month: the first of the month after the year", "2024-01-31", "2025-02-01"],
  ["29 February", "2024-02-29", "2025-03-01"],
  ["28 February of a leap year: the 29th has no anniversary", "2024-02-28", "2025-03-01"],
  ["28 February before a leap year", "2023-02-28", "2024-03-01"],
  ["1 March before a leap year", "2023-03-01", "2024-03-02"],
  ["31 December", "2025-12-31", "2027-01-01"],
])("%s", (_, acquired, longTerm) => {
  expect(dayText(longTermDay(on(acquired)))).toBe(longTerm);
  expect(termOn(on(acquired), on(longTerm))).toBe("Long");
  expect(termOn(on(acquired), (on(longTerm) - 1) as never)).toBe("Short");
});

test("centuries later is long-term, the same day is not", () => {
  expect(termOn(on("1935-07-01"), on("2026-01-01"))).toBe("Long");
  expect(termOn(on("2026-01-01"), on("2026-01-01"))).toBe("Short");
});
