import type { Answer } from "../../core/index.ts";
import { table } from "../controls/table.ts";
import { element } from "../element.ts";
import { dollars } from "../format.ts";

/** The methods side by side, the leading one marked. */
export function methodsTable({ methods, lead }: Answer): HTMLElement {
  const hasTax = lead.taxSaved !== null;
  return table({
    caption: "By method, all sold together",
    heads: [
      { title: "Method" },
      { title: "Loss kept", isNumber: true },
      hasTax ? { title: "Tax saved", isNumber: true } : { title: "At risk", isNumber: true },
    ],
    rows: methods.map(({ method, lossKept, taxSaved, atRisk }) => [
      element(
        "span",
        {},
        method,
        method === lead.method
          ? element("span", { class: "mark" }, lead.isOnRecord ? "on record" : "the default")
          : undefined,
      ),
      dollars(lossKept),
      dollars(hasTax ? taxSaved : atRisk),
    ]),
  });
}
