import type { TemplateSheet } from "../../core/index.ts";
import { mountPane, type PaneHandle } from "../../pane/index.ts";
import type { ReportWorker } from "../../pane/run/reportInWorker.ts";
import { excelPaneHost } from "./excelPaneHost.ts";

/** Shows the pane in the task pane's page. */
export function mountExcelPane(root: HTMLElement): PaneHandle {
  return mountPane(root, excelPaneHost({ startWorker, loadSample, saveFile, now }));
}

/** Beside the page's own script; the pane's own files are all that it ever asks for. */
const startWorker = (): ReportWorker =>
  new Worker(new URL("worker.js", document.baseURI)) as unknown as ReportWorker;

/** The sample's sheets, which the page carries along. */
export async function loadSample(): Promise<readonly TemplateSheet[]> {
  const answer = await fetch(new URL("sample.json", document.baseURI));
  if (!answer.ok) throw new Error("The sample could not be read from the add-in's own files.");
  return (await answer.json()) as readonly TemplateSheet[];
}

function saveFile(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

const now = (): string =>
  new Date().toLocaleString("en-US", { dateStyle: "medium", timeStyle: "short" });
