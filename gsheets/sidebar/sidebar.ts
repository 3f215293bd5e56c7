import { mountPane } from "../../pane/index.ts";
import sample from "../../samples/portfolio.json";
import type { TemplateSheet } from "../../core/index.ts";
import { gsheetsPaneHost } from "./gsheetsPaneHost.ts";
import { ask } from "./scriptRun.ts";

const root = document.getElementById("pane");
if (root !== null) {
  const { timeZone } = await ask({ ask: "load" });
  mountPane(
    root,
    gsheetsPaneHost(sample as readonly TemplateSheet[], () => timeZone),
  );
}
