import type { Run } from "../paneHost.ts";
import type { Report, ReportRequest } from "./makeReport.ts";
import type { WorkerMessage } from "./reportWorker.ts";

/** What is needed of a worker of the page. */
export type ReportWorker = {
  onmessage: ((event: { readonly data: WorkerMessage }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  readonly postMessage: (request: ReportRequest) => void;
  readonly terminate: () => void;
};

/**
 * Makes a report beside the page, which goes on answering meanwhile. `undefined` when the user
 * stopped it; the work ends then and there. Rejects when the worker breaks.
 */
export function reportInWorker(
  start: () => ReportWorker,
  request: ReportRequest,
  { progress, signal }: Run,
): Promise<Report | undefined> {
  if (signal.aborted) return Promise.resolve(undefined);
  const worker = start();
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      worker.terminate();
      signal.removeEventListener("abort", cancel);
    };
    const cancel = (): void => {
      stop();
      resolve(undefined);
    };
    signal.addEventListener("abort", cancel);
    worker.onmessage = ({ data }) => {
      if (data.kind === "step") {
        progress(data.step);
        return;
      }
      stop();
      if (data.kind === "report") resolve(data.report);
      else reject(new Error(data.message));
    };
    worker.onerror = ({ message }) => {
      stop();
      reject(new Error(message ?? "The worker that makes the report could not be started."));
    };
    worker.postMessage(request);
  });
}
