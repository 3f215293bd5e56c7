import { describe, expect, test } from "vitest";
import { columnWidths, linesOf } from "../../../core/report/columnWidths.ts";
import { decimalsOf, wholeLength } from "../../../core/report/numberShape.ts";

describe("columns are wide enough for their numbers", () => {
  const widthOf = (format: "money" | "quantity" | "unitMoney" | "date", value: number): number =>
    columnWidths({ columns: [{ title: "T", format, width: 4 }], rows: [[value]] }, 1, [])[0]!;

  test.each([
    ["money", -1234567.891, 15],
    ["quantity", 5, 4],
    ["quantity", 0.12345678, 12],
    ["unitMoney", 43012.8256620344, 13],
    ["unitMoney", 0.00001234, 12],
    ["date", 20000, 12],
  ] as const)("%s %d needs %i", (format, value, width) => {
    expect(widthOf(format, value)).toBe(width);
  });
});

test("a column grows for a total, a title's longest word and short words, up to a limit", () => {
  const table = {
    columns: [
      { title: "Sum", format: "money", width: 5 },
      { title: "Unrealized gain", format: "money", width: 5 },
      { title: "Asset", format: "text", width: 5 },
      { title: "Why", format: "text", width: 60 },
    ],
    rows: [[1, 1, "a".repeat(90), "b".repeat(500)]],
  } as const;
  expect(columnWidths(table, 1, [[123456], [], [], []])).toEqual([12, 13, 32, 60]);
});

test("lines break between words, and within one that is too long", () => {
  expect(linesOf("one two three", 7)).toBe(2);
  expect(linesOf("one two three", 13)).toBe(1);
  expect(linesOf("a".repeat(25), 10)).toBe(3);
  expect(linesOf("", 10)).toBe(1);
});

test.each([
  [5, 0],
  [0.25, 2],
  [1e-7, 7],
  [1.5e-9, 10],
  [1e21, 0],
  [1 / 3, 10],
])("%d shows %i digits after the point", (value, decimals) => {
  expect(decimalsOf(value)).toBe(decimals);
});

test.each([
  [0, 1],
  [999.9, 3],
  [1000, 5],
  [-1234567, 10],
])("%d takes %i characters before the point", (value, length) => {
  expect(wholeLength(value)).toBe(length);
});
