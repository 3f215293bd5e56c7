import type { HostZones } from "../../core/index.ts";
import { makeReport, type Report, type ReportRequest } from "./makeReport.ts";

/** What a worker says: a step begins, the report is done, or something of ours broke. */
export type WorkerMessage =
  | { readonly kind: "step"; readonly step: string }
  | { readonly kind: "report"; readonly report: Report }
  | { readonly kind: "broken"; readonly message: string };

/** The two members of a worker's global scope that are needed. */
export type WorkerScope = {
  onmessage: ((event: { readonly data: ReportRequest }) => void) | null;
  readonly postMessage: (message: WorkerMessage) => void;
};

/** Makes the reports that a page asks its worker for. */
export function serveReports(scope: WorkerScope, zones: HostZones): void {
  scope.onmessage = ({ data }) => {
    const progress = (step: string): void => {
      scope.postMessage({ kind: "step", step });
    };
    try {
      scope.postMessage({ kind: "report", report: makeReport(data, { zones, progress }) });
    } catch (error) {
      // The page shows it; a worker that dies in silence would leave the page waiting.
      const message = error instanceof Error ? error.message : String(error);
      scope.postMessage({ kind: "broken", message });
    }
  };
}
