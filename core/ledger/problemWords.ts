/** A problem in words: what was found and what was expected, and what to do about it. */
export type ProblemText = { readonly problem: string; readonly whatToDo: string };

/** A function of words for every code among these facts. */
export type WordsFor<F extends { readonly code: string }> = {
  readonly [C in F["code"]]: (facts: Extract<F, { readonly code: C }>) => ProblemText;
};

const LONGEST_QUOTE = 60;

/** What the user wrote, in quotation marks, on one line, cut to 60 characters. */
export function quoted(found: string): string {
  const line = found.replace(/[\s\u0000-\u001F\u007F]+/g, " ").trim();
  const characters = Array.from(line);
  return characters.length <= LONGEST_QUOTE
    ? `"${line}"`
    : `"${characters.slice(0, LONGEST_QUOTE).join("")}…"`;
}

/** A wallet by name. */
export const place = (wallet: string): string =>
  wallet === "" ? "the wallet without a name" : wallet;
