import type { Problem } from "./problem.ts";

/** A problem in words: what was found and what was expected, and what to do about it. */
export type ProblemText = { readonly problem: string; readonly whatToDo: string };

/** Puts the facts of a problem into two sentences for the user. */
export function problemText({ facts }: Problem): ProblemText {
  switch (facts.code) {
    case "oversold":
      return {
        problem: `${facts.requested} ${facts.asset} are ${facts.leaving}, but ${place(facts.wallet)} holds only ${facts.held}.`,
        whatToDo:
          "Add the missing purchase, transfer or opening lot above this row, or correct the quantity.",
      };
    case "picked-lot-short":
      return {
        problem: `${facts.requested} ${facts.asset} are to come from lot ${facts.lot}, but ${place(facts.wallet)} holds only ${facts.held} of it.`,
        whatToDo:
          "Name another lot in the Lot column, or lower the quantity; the rest was taken in the order of the method.",
      };
    case "allocation-differs":
      return {
        problem: `The opening lots put ${facts.stated} ${facts.asset} into ${place(facts.wallet)} on 2025-01-01, but its transactions leave ${facts.held} there.`,
        whatToDo:
          "Correct the opening lots so that they hold what the wallet held at the close of 2024-12-31, or add the missing transactions.",
      };
  }
}

function place(wallet: string): string {
  return wallet === "" ? "the wallet without a name" : wallet;
}
