import type { BookAnswer, BookRequest } from "./bookMessages.ts";

/** How far the work is, and how the user stops it. */
export type Waiting = {
  readonly progress: (step: string, share?: number) => void;
  readonly signal?: AbortSignal;
};

/** An answer that ends the work. */
export type FinalAnswer = Exclude<BookAnswer, { readonly kind: "step" }>;

/**
 * Has a worker do what would freeze the page. `undefined` when the user stopped it; the work ends
 * then and there. Each piece of work has a worker of its own.
 */
export function askWorker(
  request: BookRequest,
  { progress, signal }: Waiting,
): Promise<FinalAnswer | undefined> {
  if (signal?.aborted === true) return Promise.resolve(undefined);
  const worker = new Worker(new URL("worker.js", document.baseURI));
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      worker.terminate();
      signal?.removeEventListener("abort", cancel);
    };
    const cancel = (): void => {
      stop();
      resolve(undefined);
    };
    signal?.addEventListener("abort", cancel);
    worker.onmessage = ({ data }: MessageEvent<BookAnswer>) => {
      if (data.kind === "step") {
        progress(data.step, data.share);
        return;
      }
      stop();
      resolve(data);
    };
    worker.onerror = ({ message }) => {
      stop();
      reject(new Error(message));
    };
    worker.postMessage(request);
  });
}
