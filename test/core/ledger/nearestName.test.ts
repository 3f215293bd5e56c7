import { expect, test } from "vitest";
import { nearestName } from "../../../core/ledger/nearestName.ts";

test.each([
  ["wsh", "wash"],
  ["scop", "scope"],
  ["sopce", "scope"],
  ["tax_yaer", "tax_year"],
  ["frobnicate", undefined],
  ["", undefined],
])("%s is most like %s", (spelled, name) => {
  expect(nearestName(spelled, ["scope", "wash", "tax_year", "magi"])).toBe(name);
});
