import type { BookAnswer, BookRequest, RowsPart } from "./bookMessages.ts";
import { gatheredRows, rowParts, type Rows } from "./rowParts.ts";
import { nextTurn } from "./turns.ts";

/** How far the work is, and how the user stops it. */
export type Waiting = {
  readonly progress: (step: string, share?: number) => void;
  readonly signal?: AbortSignal;
};

/** An answer that ends the work, and the rows that came ahead of it. */
export type FinalAnswer = {
  readonly answer: Exclude<BookAnswer, { readonly kind: "step" } | RowsPart>;
  readonly rowsAt: (place: number) => Rows;
};

/** What a worker is asked, and the tables that it needs. */
export type Question = { readonly request: BookRequest; readonly tables?: readonly Rows[] };

/**
 * Has a worker do what would freeze the page. `undefined` when the user stopped it; the work ends
 * then and there. Each piece of work has a worker of its own.
 */
export function askWorker(
  question: Question,
  { progress, signal }: Waiting,
): Promise<FinalAnswer | undefined> {
  if (signal?.aborted === true) return Promise.resolve(undefined);
  const worker = new Worker(new URL("worker.js", document.baseURI));
  return new Promise((resolve, reject) => {
    const gathered = gatheredRows();
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
      if (data.kind === "step") progress(data.step, data.share);
      else if (data.kind === "rows") gathered.add(data);
      else {
        stop();
        resolve({ answer: data, rowsAt: gathered.rowsAt });
      }
    };
    worker.onerror = ({ message }) => {
      stop();
      reject(new Error(message));
    };
    void post(worker, question);
  });
}

/** Posts the tables ahead of the request, with a turn of the page's own after each part. */
async function post(worker: Worker, { request, tables = [] }: Question): Promise<void> {
  for (const part of rowParts(tables)) {
    worker.postMessage(part);
    await nextTurn();
  }
  worker.postMessage(request);
}
