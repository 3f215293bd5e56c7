import { quoted, type WordsFor } from "../problemWords.ts";
import type { MergeFacts } from "./mergeFacts.ts";

/** The words for what merging files says of a row. */
export const MERGE_WORDS: WordsFor<MergeFacts> = {
  "counted-once": ({ other }) => ({
    problem: `The row says the same as ${quoted(other)}; only that one is counted.`,
    whatToDo: "Clear the Merge cell of this row if both happened.",
  }),
  "transfer-unclear": ({ direction, asset, quantity, candidates }) => ({
    problem: `${quantity} ${asset} ${direction === "to" ? "leave" : "arrive"}, and the other end is unclear: it could be ${candidates.replace(/\s+/g, " ").slice(0, 300)}.`,
    whatToDo:
      "Write both wallets into From wallet and To wallet of the row that leaves, and Joined into Merge of the row that arrives; or say what else it was in Type.",
  }),
};
