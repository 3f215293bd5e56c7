import { describe, expect, test } from "vitest";
import type { CellValue } from "../../../../core/ledger/cells.ts";
import { datesDamage } from "../../../../core/ledger/damage/datesDamage.ts";
import { columnGrid, readings, scopeOf } from "./scopeOf.ts";

function found(cells: readonly CellValue[], dateSystem: 1900 | 1904 = 1900) {
  const grid = columnGrid("Date", cells);
  const scope = { ...scopeOf(grid), dateSystem };
  const finding = datesDamage(scope, scope.columns.date!);
  return { finding, readings: readings(finding, grid) };
}

describe("dates with slashes", () => {
  test("are day first throughout where one can be nothing else and none is month first", () => {
    const { finding, readings } = found([
      "25/03/2024 10:15:07",
      "03/04/2024 09:00:01",
      "05/05/2024",
      "26/03/2024",
      "1-2-24",
    ]);
    expect(finding).toMatchObject({
      kind: "dates",
      column: "Date",
      confidence: "certain",
      rows: [3, 6],
      evidence: { sign: "day-first", proof: "25/03/2024 10:15:07", proofRow: 2 },
    });
    expect(readings).toEqual([
      "3: 03/04/2024 09:00:01 -> 2024-04-03 09:00:01",
      "6: 1-2-24 -> 2024-02-01",
    ]);
  });
  test("are only possibly so where a single date proves it", () => {
    expect(found(["25/03/2024", "03/04/2024"]).finding?.confidence).toBe("possible");
  });
  test("are month first, as they are read, where nothing says otherwise", () => {
    expect(found(["03/04/2024", "12/11/2024"]).finding).toBeUndefined();
    expect(found(["03/25/2024", "03/04/2024"]).finding).toBeUndefined();
  });
  test("of both orders cannot be mended", () => {
    const { finding, readings } = found(["25/03/2024", "03/26/2024", "03/04/2024"]);
    expect(finding).toMatchObject({
      confidence: "possible",
      rows: [4],
      evidence: { sign: "both-orders", proof: "25/03/2024", other: "03/26/2024" },
    });
    expect(readings).toEqual(["4: as it is"]);
  });
  test("of both orders need nothing where each says its own", () => {
    expect(found(["25/03/2024", "03/26/2024"]).finding).toBeUndefined();
  });
});

describe("a column that a program converted in part", () => {
  // 45386 is 2024-04-04, 45385 2024-04-03; 45355 is 2024-03-04, 45448 2024-06-05.
  const serials = [45355.5, 45448, 45385];
  test("has day and month swapped in the dates that are no longer text", () => {
    const { finding, readings } = found(["25/03/2024", ...serials, "13/06/2024"]);
    expect(finding).toMatchObject({
      confidence: "possible",
      rows: [3, 4, 5],
      evidence: { sign: "half-converted", proof: "25/03/2024", proofRow: 2 },
    });
    expect(readings).toEqual([
      "3: 2024-03-04 -> 2024-04-03",
      "4: 2024-06-05 -> 2024-05-06",
      "5: 2024-04-03 -> 2024-03-04",
    ]);
    expect(finding?.mend?.(45355.5)?.cell).toBe(45385.5);
  });
  test("is certain of six dates, and knows both orders and dates written year first", () => {
    const { finding, readings } = found([
      "03/25/2024",
      ...serials,
      "2024-02-01 10:00:05",
      "2024-07-08",
      "2024-09-10",
    ]);
    expect(finding?.confidence).toBe("certain");
    expect(readings[3]).toBe("6: 2024-02-01 10:00:05 -> 2024-01-02 10:00:05");
  });
  test("counts from 1904 where the workbook does", () => {
    const { finding } = found(["25/03/2024", 43893, 43986, 43923], 1904);
    expect(finding?.mend?.(43893)).toMatchObject({ cell: 43923, read: "2024-04-03" });
  });
  test.each([
    ["a date with a day above 12", ["25/03/2024", ...serials, 45407]],
    ["a text that would have been converted", ["25/03/2024", ...serials, "05/05/2024"]],
    ["fewer than three dates", ["25/03/2024", 45355, 45448]],
    ["no text at all", serials],
  ])("is not assumed with %s", (_, cells) => {
    expect(found(cells).finding).toBeUndefined();
  });
  test("keeps a date that is the same both ways", () => {
    expect(found(["25/03/2024", ...serials, 45386]).readings.at(-1)).toBe("6: as it is");
  });
});
