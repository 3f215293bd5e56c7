import { expect, test } from "vitest";
import { damageKinds } from "../../../../core/ledger/damage/damageKinds.ts";
import { parseSettings } from "../../../../core/ledger/parseSettings.ts";

test("repair takes kinds with commas between them, all, or none", () => {
  expect(damageKinds("dates, IDs")).toEqual(new Set(["dates", "ids"]));
  expect(damageKinds("All")).toBe("all");
  expect(damageKinds("none")).toEqual(new Set());
});

test("without consent nothing is mended, and an unknown kind is an Error", () => {
  expect(parseSettings("").settings.repair).toEqual(new Set());
  const { settings, problems } = parseSettings("repair=dates, hours");
  expect(settings.repair).toEqual(new Set());
  expect(problems.map(({ severity, facts }) => `${severity} ${facts.code}`)).toEqual([
    "Error bad-setting",
  ]);
});
