import type { Answer } from "../../core/index.ts";
import { section } from "../controls/section.ts";
import { element } from "../element.ts";

/** What the figures assume, what the law says and when that was checked, and that it is no advice. */
export const restsOn = ({ remarks, law, notTaxAdvice, policy }: Answer): HTMLElement =>
  section(
    "What this rests on",
    element("ul", { class: "remarks" }, ...[...remarks, law, ...policyWords(policy)].map(item)),
    element("p", { class: "advice" }, notTaxAdvice),
  );

const item = (text: string): HTMLElement => element("li", {}, text);

function policyWords({ wash }: Answer["policy"]): readonly string[] {
  switch (wash) {
    case "securities":
      return [];
    case "conservative":
      return ["As you chose, the rule is applied to every asset all the same."];
    case "off":
      return ["As you chose, the rule is applied to nothing."];
  }
}
