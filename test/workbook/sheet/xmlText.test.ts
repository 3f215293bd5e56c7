import { expect, test } from "vitest";
import { attributeText, cellText, elementText } from "../../../workbook/sheet/xmlText.ts";

test.each([
  ["plain", "plain"],
  ["a & b < c > d", "a &amp; b &lt; c &gt; d"],
  ["two\nlines\tand a tab", "two\nlines\tand a tab"],
  ["vertical\u000Btab and\rreturn", "vertical_x000B_tab and_x000D_return"],
  ["_x000B_", "_x005F_x000B_"],
  ["_x00_ _xyz", "_x00_ _xyz"],
  ["\uD83D\uDE80", "\uD83D\uDE80"],
  ["\uD83D alone", "\uFFFD alone"],
  ["alone \uDE80", "alone \uFFFD"],
  ["\uFFFF\u0000", "_xFFFF__x0000_"],
])("a cell holds %j as %s", (text, xml) => {
  expect(cellText(text)).toBe(xml);
});

test("text beyond 32,767 characters is cut with an ellipsis, and no pair is split", () => {
  expect(cellText("a".repeat(32767))).toBe("a".repeat(32767));
  expect(cellText("a".repeat(32768))).toBe(`${"a".repeat(32766)}…`);
  const pair = `${"a".repeat(32765)}\uD83D\uDE80bb`;
  expect(cellText(pair)).toBe(`${"a".repeat(32765)}…`);
});

test("an attribute escapes quotes and line ends, and drops what XML cannot carry", () => {
  expect(attributeText('"a"\n\u0001\uD83D<')).toBe("&quot;a&quot;&#10;\uFFFD&lt;");
  expect(elementText("'A & B'!$A$1")).toBe("'A &amp; B'!$A$1");
});
