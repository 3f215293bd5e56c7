import { expect, test } from "vitest";
import type { CellValue } from "../../../../core/ledger/cells.ts";
import { idsDamage } from "../../../../core/ledger/damage/idsDamage.ts";
import { columnGrid, readings, scopeOf } from "./scopeOf.ts";

function found(cells: readonly CellValue[]) {
  const grid = columnGrid("Id", cells);
  const scope = scopeOf(grid);
  const finding = idsDamage(scope, scope.columns.id!);
  return { finding, readings: readings(finding, grid) };
}

test("an id in scientific notation has lost its digits, and is read as blank on consent", () => {
  const { finding, readings } = found(["A1", "1.55E+13", "", "1,55E+13"]);
  expect(finding).toMatchObject({
    kind: "ids",
    confidence: "certain",
    rows: [3, 5],
    evidence: { sign: "scientific-id", example: "1.55E+13" },
  });
  expect(readings).toEqual(["3: 1.55E+13 -> ", "5: 1,55E+13 -> "]);
  expect(finding?.mend?.("1.55E+13")?.cell).toBeNull();
});

test("long ids that all have only zeros after the 15th digit were rounded", () => {
  const { finding } = found([1234567890123450, "12345678901234500", "98765432109876000", "A"]);
  expect(finding).toMatchObject({
    rows: [2, 3, 4],
    evidence: { sign: "rounded-id", example: "1234567890123450" },
  });
});

test.each<[string, CellValue[]]>([
  ["two of them, which may be chance", ["12345678901234500", "98765432109876000"]],
  [
    "another that has its last digits",
    ["12345678901234500", "98765432109876000", "98765432109877000", "98765432109876001"],
  ],
  ["short ids, hashes and words", [155, 155000000000000, "0x12e+15", "1.5", "E+12", "order 1E+5"]],
])("nothing is found with %s", (_, cells) => {
  expect(found(cells).finding).toBeUndefined();
});
