import { expect, test } from "vitest";
import { ALL_TAB_NAMES, ALL_TABS, USUAL_TAB_NAMES, USUAL_TABS } from "../../../core/index.ts";

test("the names are those of the tabs, in their order", () => {
  expect(USUAL_TAB_NAMES).toEqual(USUAL_TABS.map(({ name }) => name));
  expect(ALL_TAB_NAMES).toEqual(ALL_TABS.map(({ name }) => name));
});
