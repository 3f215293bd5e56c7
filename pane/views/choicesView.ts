import { ALL_TAB_NAMES } from "../../core/index.ts";
import { settingsDesk } from "../choices/settingsDesk.ts";
import { checkbox } from "../controls/checkbox.ts";
import { pageHeading, paragraph } from "../controls/section.ts";
import { element, type Child } from "../element.ts";
import type { Pane } from "../state.ts";
import { lotChoices } from "./lotChoices.ts";
import { reportChoices } from "./reportChoices.ts";
import { taxChoices } from "./taxChoices.ts";
import { washChoices } from "./washChoices.ts";

/** Everything that the user can choose of the calculation, and which tabs are written. */
export function choicesView(pane: Pane): readonly Child[] {
  const desk = settingsDesk(pane);
  return [
    pageHeading("Choices"),
    paragraph("The usual choices follow current law. They are kept in this workbook."),
    element(
      "fluent-accordion",
      { "expand-mode": "multi" },
      group("Report", reportChoices(desk), "open"),
      group("Wash sales", washChoices(desk), "open"),
      group("Lots and methods", lotChoices(desk, pane)),
      group("Taxes and costs", taxChoices(desk)),
      group("Tabs to write", tabChoices(pane)),
    ),
  ];
}

const group = (heading: string, children: readonly Child[], how?: "open"): HTMLElement =>
  element(
    "fluent-accordion-item",
    { "heading-level": 3, expanded: how === "open" },
    element("span", { slot: "heading" }, heading),
    element("div", { class: "group" }, ...children),
  );

function tabChoices({ state, act }: Pane): readonly Child[] {
  const chosen = new Set(state.choices.tabs);
  return [
    paragraph("Running again replaces these tabs only. Your own sheets stay as they are.", "hint"),
    ...ALL_TAB_NAMES.map((name) =>
      checkbox({ key: `tab-${name}`, label: name, checked: chosen.has(name) }, (isChecked) => {
        if (isChecked) chosen.add(name);
        else chosen.delete(name);
        const tabs = ALL_TAB_NAMES.filter((one) => chosen.has(one));
        act.choose({ tabs }, "quietly");
      }),
    ),
  ];
}
