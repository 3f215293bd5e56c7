import { mountPane } from "../../pane/index.ts";
import sample from "../../samples/portfolio.json";
import type { TemplateSheet } from "../../core/index.ts";
import { gsheetsPaneHost } from "./gsheetsPaneHost.ts";

const root = document.getElementById("pane");
if (root === null) throw new Error("The sidebar has no element for the pane.");
const pane = mountPane(
  root,
  gsheetsPaneHost({
    sample: sample as readonly TemplateSheet[],
    generate: () => {
      pane.generate();
    },
  }),
);
