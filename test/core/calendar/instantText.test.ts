import { expect, test } from "vitest";
import { instantText } from "../../../core/calendar/instantText.ts";
import type { Instant } from "../../../core/calendar/timeZone.ts";

test("a moment is written in universal time, with thousandths only where it has any", () => {
  expect(instantText(1704448800000 as Instant)).toBe("2024-01-05T10:00:00Z");
  expect(instantText(1704448859007 as Instant)).toBe("2024-01-05T10:00:59.007Z");
  expect(instantText(-1000 as Instant)).toBe("1969-12-31T23:59:59Z");
});
