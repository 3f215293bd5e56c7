import { expect, test } from "vitest";
import { cellReference, columnLetters } from "../../../core/report/cellReference.ts";

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [701, "ZZ"],
  [702, "AAA"],
  [16383, "XFD"],
])("column %i is %s", (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
});

test("a reference joins letters and row", () => {
  expect(cellReference(1, 7)).toBe("B7");
});
