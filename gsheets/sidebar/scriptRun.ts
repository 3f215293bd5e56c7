import type { PaneAnswers, PaneRequest, Reply } from "../paneRequests.ts";

/** The client's end of a script project, as far as it is used. */
type ScriptRun = {
  readonly withSuccessHandler: (handle: (reply: unknown) => void) => ScriptRun;
  readonly withFailureHandler: (
    handle: (error: { readonly message?: string }) => void,
  ) => ScriptRun;
  readonly tlhPane: (request: PaneRequest) => void;
};

declare const google: { readonly script: { readonly run: ScriptRun } };

/** Asks the server a question. Rejects with the sentence that it answers when something fails. */
export function ask<Ask extends keyof PaneAnswers>(
  request: Extract<PaneRequest, { readonly ask: Ask }>,
): Promise<PaneAnswers[Ask]> {
  return new Promise((resolve, reject) => {
    google.script.run
      .withSuccessHandler((reply) => {
        const answer = reply as Reply<PaneAnswers[Ask]> | null | undefined;
        if (answer === null || answer === undefined) reject(new Error(NO_ANSWER));
        else if ("sentence" in answer) reject(new Error(answer.sentence));
        else resolve(answer.value);
      })
      .withFailureHandler(({ message }) => {
        reject(new Error(message === undefined || message === "" ? NO_ANSWER : message));
      })
      .tlhPane(request);
  });
}

const NO_ANSWER = "Google Sheets did not answer: check the connection, then try again.";
