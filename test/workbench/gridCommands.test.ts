import { expect, test } from "vitest";
import { unsavedChange } from "../../workbench/gridCommands.ts";

const inSheet = { inTab: false };
const inTab = { inTab: true };

test.each([
  "sheet.command.set-range-values",
  "sheet.command.paste-value",
  "sheet.command.clear-selection-content",
  "sheet.command.auto-fill",
  "sheet.command.set-selections",
  "sheet.command.scroll-view",
  "sheet.command.insert-sheet",
  "sheet.mutation.set-range-values",
  "sheet.operation.set-selections",
])("%s changes values at most, which are compared", (command) => {
  expect(unsavedChange(command, inSheet)).toBe(undefined);
});

test.each([
  "sheet.command.set-range-bold",
  "sheet.command.numfmt.set.percent",
  "sheet.command.add-worksheet-merge-all",
  "sheet.command.delta-column-width",
  "sheet.command.set-worksheet-order",
  "sheet.command.set-worksheet-hidden",
  "sheet.command.insert-defined-name",
  "sheet.command.set-range-stroke",
  "sheet.command.clear-selection-format",
])("%s changes looks", (command) => {
  expect(unsavedChange(command, inSheet)).toBe("looks");
});

test.each([
  "sheet.command.insert-row-before",
  "sheet.command.insert-multi-rows-above",
  "sheet.command.remove-col",
  "sheet.command.move-rows",
  "sheet.command.insert-range-move-down",
  "sheet.command.delete-range-move-left",
  "sheet.command.move-range",
  "sheet.command.reorder-range",
])("%s changes where cells stand", (command) => {
  expect(unsavedChange(command, inSheet)).toBe("places");
});

test("in a generated tab nothing that is changed can be saved; looking at it changes nothing", () => {
  expect(unsavedChange("sheet.command.set-range-values", inTab)).toBe("tabs");
  expect(unsavedChange("sheet.command.insert-row-before", inTab)).toBe("tabs");
  expect(unsavedChange("sheet.command.set-range-bold", inTab)).toBe("tabs");
  expect(unsavedChange("sheet.command.set-worksheet-name", inTab)).toBe("tabs");
  expect(unsavedChange("sheet.command.scroll-view", inTab)).toBe(undefined);
});
