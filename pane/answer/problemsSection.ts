import type { Answer, AnsweredProblem } from "../../core/index.ts";
import { button } from "../controls/button.ts";
import { paragraph, section } from "../controls/section.ts";
import { element } from "../element.ts";
import { counted } from "../format.ts";
import type { Pane } from "../state.ts";

/** Problems shown before the user asks for the others. */
const FIRST_PROBLEMS = 10;

/** What is wrong with the data, each with a button that selects its row. */
export function problemsSection(answer: Answer, pane: Pane): HTMLElement {
  const { errors, warnings } = answer.counts;
  const total = errors + warnings;
  if (total === 0) {
    return section("Problems", paragraph("None: every row was read and used.", "hint"));
  }
  const listed = answer.problems.length;
  const items = answer.problems.map((problem, index) => problemItem(problem, index, pane));
  const list = element("ul", { class: "problems" }, ...items.slice(0, FIRST_PROBLEMS));
  const rest = items.slice(FIRST_PROBLEMS);
  const more =
    rest.length === 0
      ? undefined
      : button(
          `Show ${counted(rest.length, "more problem")}`,
          { key: "more-problems", size: "small" },
          () => {
            list.append(...rest);
            more?.remove();
            rest[0]?.querySelector<HTMLElement>("fluent-button")?.focus();
          },
        );
  return section(
    "Problems",
    paragraph(
      `${counted(errors, "error")} and ${counted(warnings, "warning")}. Rows with errors take no part. ${
        listed < total ? `The first ${listed} are listed; the Problems tab has all.` : ""
      }`,
      "hint",
    ),
    list,
    element("div", { class: "buttons" }, more),
  );
}

const PLACES = { transactions: "Transactions", prices: "Prices", options: "Settings" } as const;

function problemItem(
  { source, row, severity, problem, whatToDo }: AnsweredProblem,
  index: number,
  { act, host, state }: Pane,
): HTMLElement {
  const place = row === null ? PLACES[source] : `${PLACES[source]}, row ${row}`;
  const id = source === "options" ? undefined : state.choices[source];
  return element(
    "li",
    {},
    element(
      "div",
      { class: "problem-head" },
      element(
        "fluent-badge",
        { appearance: "tint", size: "small", color: severity === "Error" ? "danger" : "warning" },
        severity,
      ),
      row === null || id === undefined
        ? element("span", { class: "place" }, place)
        : button(
            place,
            {
              key: `problem-${index}`,
              look: "transparent",
              size: "small",
              label: `Show ${place}`,
            },
            () => {
              act.ask(() => host.selectRow({ source: id, row }));
            },
          ),
    ),
    element("p", {}, problem),
    element("p", { class: "hint" }, whatToDo),
  );
}
