import { expect, test } from "vitest";
import { freeSheetName, quotedSheet } from "../../../core/report/sheetName.ts";

test.each([
  ["Summary", [], "Summary"],
  ["Summary", ["summary"], "Summary (2)"],
  ["Summary", ["Summary", "SUMMARY (2)"], "Summary (3)"],
  ["a".repeat(40), [], "a".repeat(31)],
  ["a".repeat(40), ["A".repeat(31)], `${"a".repeat(27)} (2)`],
  ["a:b\\c/d?e*f[g]", [], "a b c d e f g"],
  ["'quoted'", [], "quoted"],
  ["history", [], "history (2)"],
  ["\u0007", [], "Sheet"],
  ["", [], "Sheet"],
] as const)("%j beside %j is called %j", (wanted, taken, name) => {
  expect(freeSheetName(wanted, taken)).toBe(name);
});

test("an apostrophe in a reference is doubled", () => {
  expect(quotedSheet("Bob's")).toBe("'Bob''s'");
});
