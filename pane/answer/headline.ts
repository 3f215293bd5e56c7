import type { Answer } from "../../core/index.ts";
import { button } from "../controls/button.ts";
import { element } from "../element.ts";
import { dollars } from "../format.ts";
import type { Pane } from "../state.ts";

/** The figure that people look for first, and those behind it. */
export function headline({ lead, asOf }: Answer, { act }: Pane): HTMLElement {
  const { harvestableLoss, lossKept, disallowedNow, atRisk, taxSaved, carriedForward } = lead;
  const savesTax = taxSaved !== null && taxSaved > 0;
  const main = savesTax
    ? { title: "Tax saved by selling now", amount: taxSaved }
    : { title: "Loss you can use now", amount: lossKept };
  return element(
    "div",
    { class: "headline" },
    element(
      "div",
      { class: "hero" },
      element("div", { class: "hero-title" }, main.title),
      element("div", { class: "hero-amount" }, dollars(main.amount)),
      element("div", { class: "hero-note" }, `${lead.method}, ${lead.words}; as of ${asOf}`),
      taxSaved === null
        ? button(
            "Enter income or rates",
            { key: "to-tax", look: "transparent", size: "small" },
            () => {
              act.go("choices");
            },
          )
        : undefined,
    ),
    element(
      "dl",
      { class: "figures" },
      figure("Loss available", dollars(harvestableLoss)),
      savesTax || taxSaved === null
        ? figure("Kept today", dollars(lossKept))
        : figure("Tax saved this year", dollars(taxSaved)),
      figure("Disallowed today", dollars(disallowedNow)),
      figure("At risk if the rule is extended", dollars(atRisk)),
      taxSaved === null ? undefined : figure("Carried forward", dollars(carriedForward)),
    ),
  );
}

const figure = (title: string, amount: string): HTMLElement =>
  element("div", { class: "figure" }, element("dt", {}, title), element("dd", {}, amount));
