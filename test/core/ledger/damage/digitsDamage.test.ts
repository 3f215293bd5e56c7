import { expect, test } from "vitest";
import type { CellValue } from "../../../../core/ledger/cells.ts";
import { digitsDamage } from "../../../../core/ledger/damage/digitsDamage.ts";
import { columnGrid, scopeOf } from "./scopeOf.ts";

function found(cells: readonly CellValue[]) {
  const scope = scopeOf(columnGrid("Quantity", cells));
  return digitsDamage(scope, scope.columns.quantity!);
}

/** 15 digits each. */
const CUT = ["1.23456789012345", "0.0123456789012345", 3.14159265358979];

test("several quantities that end after 15 digits were cut where another has more", () => {
  expect(found(["1.234567890123456789", "2.5", ...CUT])).toMatchObject({
    kind: "digits",
    confidence: "possible",
    rows: [4, 5, 6],
    evidence: {
      sign: "fifteen-digits",
      example: "1.23456789012345",
      longer: "1.234567890123456789",
    },
    mend: undefined,
  });
});

test.each<[string, CellValue[]]>([
  ["no longer number to compare with", CUT],
  ["only two of them", ["1.234567890123456789", ...CUT.slice(1)]],
  [
    "as many decimals as the longer one",
    ["1.123456789012345678", ...Array<string>(3).fill("0.000123456789012345")],
  ],
  [
    "as many that end one digit earlier",
    ["1.234567890123456789", ...CUT, "1.2345678901234", "2.2345678901234"],
  ],
])("nothing is found with %s", (_, cells) => {
  expect(found(cells)).toBeUndefined();
});
