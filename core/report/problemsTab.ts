import { dayText, type Day } from "../calendar/day.ts";
import type { Problem } from "../ledger/problem.ts";
import { problemsTable } from "./problemsTable.ts";
import type { Tab } from "./tab.ts";

/** The tab "Problems": every row that could not be used, or may be wrong, and what to do. */
export function problemsTab(problems: readonly Problem[], asOf: Day): Tab {
  const errors = problems.filter(({ severity }) => severity === "Error").length;
  return {
    key: "problems",
    name: "Problems",
    heading: [
      "Problems",
      `As of ${dayText(asOf)}; errors: ${errors}, warnings: ${problems.length - errors}.`,
      "A row with an error takes no part, or only the part that the sentence says; a row with a warning is used as it was read.",
    ],
    table: problemsTable(problems),
    totals: undefined,
    breakdown: undefined,
    sections: [],
    emphasis: { column: 1, value: "Error" },
  };
}
