import { mountPane } from "../../pane/index.ts";
import sample from "../../samples/portfolio.json";
import type { TemplateSheet } from "../../core/index.ts";
import { gsheetsPaneHost } from "./gsheetsPaneHost.ts";

const root = document.getElementById("pane");
if (root !== null) mountPane(root, gsheetsPaneHost(sample as readonly TemplateSheet[]));
