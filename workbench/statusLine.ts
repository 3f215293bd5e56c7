import { elementOf } from "./elementOf.ts";

/** The line below the page: what was done, how far the work is, what a formula complains of. */
export type StatusLine = {
  readonly say: (sentence: string) => void;
  /** A formula's complaint stays until the formula is content or something else is said. */
  readonly complain: (id: string, sentence: string | undefined) => void;
  /** Does work that the user can stop; the work says how far it is and how it ended. */
  readonly during: (work: (waiting: Working) => Promise<string>) => Promise<void>;
};

/** How work tells of itself, and how it is stopped. */
export type Working = {
  readonly progress: (step: string, share?: number) => void;
  readonly signal: AbortSignal;
};

/** The status line of the page, with its button that stops the work. */
export function statusLine(): StatusLine {
  const line = elementOf("status");
  const stop = elementOf("stop");
  let complaining: string | undefined;
  let running: AbortController | undefined;
  const say = (sentence: string): void => {
    complaining = undefined;
    line.textContent = sentence;
  };
  stop.addEventListener("click", () => running?.abort());
  return {
    say,
    complain: (id, sentence) => {
      if (sentence === undefined && complaining !== id) return;
      say(sentence ?? "");
      complaining = sentence === undefined ? undefined : id;
    },
    during: async (work) => {
      running?.abort();
      const mine = new AbortController();
      running = mine;
      stop.hidden = false;
      const progress = (step: string, share?: number): void => {
        say(share === undefined ? `${step} …` : `${step} … ${Math.round(share * 100)} %`);
      };
      const ended = await work({ progress, signal: mine.signal }).catch((error: unknown) =>
        error instanceof Error ? error.message : String(error),
      );
      // Of two pieces of work the later one has the line.
      if (running !== mine) return;
      running = undefined;
      stop.hidden = true;
      say(ended);
    },
  };
}
