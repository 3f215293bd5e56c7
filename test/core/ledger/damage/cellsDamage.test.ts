import { expect, test } from "vitest";
import { cellsDamage } from "../../../../core/ledger/damage/cellsDamage.ts";
import { columnGrid, scopeOf } from "./scopeOf.ts";

test.each(["2-Jan", "Jan-02", "02. Feb", "1-May-24", "Sept 12", "March-2024", "2024-01-02"])(
  "a quantity of %s became a date, and cannot be mended",
  (cell) => {
    const scope = scopeOf(columnGrid("Quantity", [1.5, cell]));
    expect(cellsDamage(scope, scope.columns.quantity!)).toMatchObject({
      kind: "cells",
      confidence: "certain",
      rows: [3],
      evidence: { sign: "became-date", example: cell },
      mend: undefined,
    });
  },
);

test.each(["1.5", "-2", "(3)", "2 ETH", "one", "1/2", "", "marble", "2024"])(
  "a quantity of %j did not",
  (cell) => {
    const scope = scopeOf(columnGrid("Quantity", [cell]));
    expect(cellsDamage(scope, scope.columns.quantity!)).toBeUndefined();
  },
);

test("an id may be any text, so that such a one only seems damaged", () => {
  const scope = scopeOf(columnGrid("Id", ["1-Feb"]));
  expect(cellsDamage(scope, scope.columns.id!)?.confidence).toBe("possible");
});
