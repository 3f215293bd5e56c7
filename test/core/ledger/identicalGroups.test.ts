import { expect, test } from "vitest";
import { joinGroups } from "../../../core/ledger/identicalGroups.ts";

test.each([
  [
    "apart",
    [
      ["A", "B"],
      ["C", "D"],
    ],
    [
      ["A", "B"],
      ["C", "D"],
    ],
  ],
  [
    "with a shared member",
    [
      ["A", "B"],
      ["B", "C"],
    ],
    [["A", "B", "C"]],
  ],
  [
    "joined by a later one",
    [
      ["A", "B"],
      ["C", "D"],
      ["D", "A"],
    ],
    [["C", "D", "A", "B"]],
  ],
  [
    "twice the same",
    [
      ["A", "B"],
      ["A", "B"],
    ],
    [["A", "B"]],
  ],
])("groups %s", (_, groups, joined) => {
  expect(joinGroups(groups)).toEqual(joined);
});
