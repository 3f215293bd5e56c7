import { readFileSync } from "node:fs";
import type { TemplateSheet } from "../../core/index.ts";
import { excelPaneHost } from "../../excel-addin/pane/excelPaneHost.ts";
import type { PaneChoices, PaneHost, Run } from "../../pane/index.ts";
import { makeReport } from "../../pane/run/makeReport.ts";
import type { ReportWorker } from "../../pane/run/reportInWorker.ts";
import { intlZoneOffsets } from "../../zones/intlZoneOffsets.ts";
import type { NodeClient } from "../excelHost/nodeClient.ts";
import { workbookOf, type GivenCell } from "../excelHost/workbookOf.ts";

/** The sample's sheets, as the add-in inserts them. */
export const SAMPLE = JSON.parse(
  readFileSync(new URL("../../samples/portfolio.json", import.meta.url), "utf8"),
) as readonly TemplateSheet[];

/** A workbook with the sample in it. */
export const sampleWorkbook = () =>
  workbookOf({
    sheets: Object.fromEntries(
      SAMPLE.map(({ name, rows }) => [
        name,
        rows.map((row) =>
          row.map((cell): GivenCell =>
            cell !== null && typeof cell === "object" ? { error: cell.text } : cell,
          ),
        ),
      ]),
    ),
  });

/** What the user chose: the sample's sheets and the usual tabs. */
export const CHOICES: PaneChoices = {
  transactions: "sheet:Transactions",
  prices: "sheet:Prices",
  settings: "sheet:Settings",
  set: {},
  headings: {},
  tabs: ["Summary by FIFO", "Summary by LIFO", "FIFO Ordering of Sells", "LIFO Ordering of Sells"],
};

/** The pane's port over a client, whose `Excel` becomes the global one that the add-in uses. */
export function paneOnHost(client: NodeClient): PaneHost {
  (globalThis as { Excel?: unknown }).Excel = client.Excel;
  return excelPaneHost({
    startWorker: workerHere,
    loadSample: () => Promise.resolve(SAMPLE),
    saveFile: () => undefined,
    now: () => "today",
  });
}

/** A worker that works at once and in this thread. */
export function workerHere(): ReportWorker {
  const worker: ReportWorker = {
    onmessage: null,
    onerror: null,
    terminate: () => undefined,
    postMessage: (request) => {
      const report = makeReport(request, {
        zones: { offsets: intlZoneOffsets, workbookZone: undefined },
        progress: (step) => worker.onmessage?.({ data: { kind: "step", step } }),
      });
      worker.onmessage?.({ data: { kind: "report", report } });
    },
  };
  return worker;
}

/** A run that is told to nobody and never stopped. */
export const quietRun = (signal = new AbortController().signal): Run => ({
  progress: () => undefined,
  signal,
});
