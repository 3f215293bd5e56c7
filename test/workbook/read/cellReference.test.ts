import { expect, test } from "vitest";
import { parseRange } from "../../../workbook/read/cellReference.ts";

test("a range is read with rows and columns counted from 1", () => {
  expect(parseRange("A1:N50")).toEqual({
    firstRow: 1,
    firstColumn: 1,
    lastRow: 50,
    lastColumn: 14,
  });
  expect(parseRange("$Z$2:$AB$1048576")).toEqual({
    firstRow: 2,
    firstColumn: 26,
    lastRow: 1048576,
    lastColumn: 28,
  });
  expect(parseRange("XFD7")).toEqual({
    firstRow: 7,
    firstColumn: 16384,
    lastRow: 7,
    lastColumn: 16384,
  });
});

test("anything else is no range", () => {
  for (const text of [
    "",
    "A",
    "1",
    "A0",
    "A1:",
    "B1:A1",
    "A2:A1",
    "A1048577",
    "XFE1",
    "a1",
    "A1:B2:C3",
    "Sheet!A1",
  ]) {
    expect(parseRange(text), text).toBeUndefined();
  }
});
