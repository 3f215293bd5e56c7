import type { Answer } from "../../core/index.ts";
import { damageSection } from "../answer/damageSection.ts";
import { headline } from "../answer/headline.ts";
import { lossChart } from "../answer/lossChart.ts";
import { methodsTable } from "../answer/methodsTable.ts";
import { problemsSection } from "../answer/problemsSection.ts";
import { restsOn } from "../answer/restsOn.ts";
import { leftOut, salesSection } from "../answer/salesTable.ts";
import { tabsSection } from "../answer/tabsSection.ts";
import { button } from "../controls/button.ts";
import { message } from "../controls/message.ts";
import { pageHeading, paragraph, section } from "../controls/section.ts";
import { element, type Child } from "../element.ts";
import { counted } from "../format.ts";
import type { Pane } from "../state.ts";

/** The answer of the last run, how the run ended, and what it was made from. */
export function answerView(pane: Pane): readonly Child[] {
  const { last, run } = pane.state;
  const isRunning = run.kind === "running";
  return [
    pageHeading("Answer"),
    ended(pane),
    ...(last === undefined
      ? [isRunning ? undefined : notYet(pane)]
      : [
          element(
            "p",
            { class: "hint" },
            `Made ${last.madeAt}. Change your data or choices and generate again.`,
          ),
          ...answerParts(last.answer, last.tabs, pane),
        ]),
  ];
}

function ended({ state: { run } }: Pane): Child {
  if (run.kind === "failed") return message("error", run.sentence);
  if (run.kind === "cancelled") return message("info", "Cancelled. The workbook is as it was.");
  return undefined;
}

function notYet({ state, act }: Pane): HTMLElement {
  if (state.choices.transactions === undefined) {
    return element(
      "div",
      { class: "empty" },
      paragraph("Pick the sheet with your transactions, and the answer will stand here."),
      button("Your data", { key: "to-data", look: "outline" }, () => {
        act.go("data");
      }),
    );
  }
  return element(
    "div",
    { class: "empty" },
    paragraph(
      "What can be lost for tax, what it saves, what to sell first and when to buy back will stand here. Generate writes the tabs into this workbook.",
    ),
  );
}

function answerParts(answer: Answer, tabs: readonly string[], pane: Pane): readonly Child[] {
  const { counts, lead } = answer;
  if (counts.transactions === 0) {
    return [
      message("warning", "No row of the transactions could be used."),
      damageSection(answer, pane),
      problemsSection(answer, pane),
      tabsSection(tabs, pane),
      restsOn(answer),
    ];
  }
  const hasLoss = lead.harvestableLoss > 0;
  return [
    ...(hasLoss
      ? [headline(answer, pane), extensionLine(answer), salesSection(answer, pane)]
      : [nothingToHarvest(answer)]),
    section("Methods compared", methodsTable(answer)),
    lossChart(answer),
    tabsSection(tabs, pane),
    damageSection(answer, pane),
    problemsSection(answer, pane),
    restsOn(answer),
  ];
}

function nothingToHarvest(answer: Answer): HTMLElement {
  return element(
    "div",
    { class: "empty" },
    element("strong", {}, "Nothing to harvest"),
    paragraph(
      `None of your ${counted(answer.counts.positions, "holding")} can be sold at a loss by ${answer.lead.method} as of ${answer.asOf}.`,
    ),
    ...leftOut(answer),
  );
}

function extensionLine({ lead, policy, sales }: Answer): Child {
  if (sales.length === 0) {
    return message(
      "info",
      "Nothing is worth a sale: the losses are disallowed, or below the smallest that you chose.",
    );
  }
  if (policy.wash !== "securities" || lead.atRisk <= lead.disallowedNow) return undefined;
  return paragraph(
    "If Congress extends the rule to coins, what is at risk would be disallowed: dates under “Clear to sell” avoid that.",
    "hint",
  );
}
