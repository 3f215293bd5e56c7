import { expect, test } from "vitest";
import type { CellValue } from "../../../../core/ledger/cells.ts";
import { numbersDamage } from "../../../../core/ledger/damage/numbersDamage.ts";
import { columnGrid, readings, scopeOf } from "./scopeOf.ts";

function found(cells: readonly CellValue[]) {
  const grid = columnGrid("Total", cells);
  const scope = scopeOf(grid);
  const finding = numbersDamage(scope, scope.columns.total!);
  return { finding, readings: readings(finding, grid) };
}

test("commas before the decimals make one group of three a matter of that country too", () => {
  const { finding, readings } = found(["1.234,56", "0,5", "1,234", "1.234", "12", 7, "$ -1.000,5"]);
  expect(finding).toMatchObject({
    kind: "numbers",
    confidence: "certain",
    rows: [2, 3, 4, 5, 8],
    evidence: { sign: "decimal-comma", proof: "1.234,56", isMixed: false },
  });
  expect(readings).toEqual([
    "2: 1.234,56 -> 1234.56",
    "3: 0,5 -> 0.5",
    "4: 1,234 -> 1.234",
    "5: 1.234 -> 1234",
    "8: $ -1.000,5 -> -1000.5",
  ]);
});

test("a single comma leaves it possible that the others are thousands", () => {
  expect(found(["0,5", "1,234"]).finding?.confidence).toBe("possible");
});

test.each<[string, CellValue]>([
  ["a point before decimals", "12.5"],
  ["thousands with a point behind", "1,234.5"],
  ["millions with commas", "1,234,567"],
  ["a number with decimals", 12.25],
])("only cells that can be nothing else are mended beside %s", (_, other) => {
  const { finding, readings } = found(["1.234,56", "1,234", other]);
  expect(finding?.confidence).toBe("possible");
  expect(readings).toEqual(["2: 1.234,56 -> 1234.56"]);
});

test("nothing is found in numbers as they are written here", () => {
  expect(found(["1,234", "1,234.56", "1234.5", "1.234", 0.123, "(5)", "", null]).finding).toBe(
    undefined,
  );
});
