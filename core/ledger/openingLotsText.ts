import type { OpeningFacts } from "./openingLotsFacts.ts";
import { place, type WordsFor } from "./problemWords.ts";

/** The words for what is wrong with a position that the ledger opens with. */
export const OPENING_WORDS: WordsFor<OpeningFacts> = {
  "before-opening": ({ what, asset, wallet, opening }) => ({
    problem: `This ${what} of ${asset} is from before ${opening}, the day of the opening lots of ${place(wallet)}, which state what it left there; it is not counted a second time.`,
    whatToDo:
      what === "transfer"
        ? "Delete the row if both wallets have opening lots; if only one has, give the other its opening lots too."
        : "Delete the row, or delete the opening lots of that asset and wallet to go by the whole history.",
  }),
  "opening-lot-late": ({ acquired, opening }) => ({
    problem: `The opening lot counts as acquired on ${acquired}, but it was held when ${opening} began.`,
    whatToDo: "Enter the real day of acquisition in Acquired, or make the row a Buy.",
  }),
  "held-after-acquired": ({ found }) => ({
    problem: `The holding period begins on ${found}, after the lot was acquired.`,
    whatToDo:
      "Correct Holding period start or Acquired; leave the former blank if they are one day.",
  }),
  "opening-without-evidence": ({ count, asset, wallet }) => ({
    problem: `${count === 1 ? "An opening lot" : `${count} opening lots`} of ${asset} in ${place(wallet)} ${count === 1 ? "does not say what it rests" : "do not say what they rest"} on, and units have left since.`,
    whatToDo:
      "Write in Evidence or Notes what shows the lots: the statement, the program's report, or the allocation of Rev. Proc. 2024-28 with its day.",
  }),
  "opening-without-lots": ({ opening }) => ({
    problem: `The setting opening is ${opening}, but no opening lot was read.`,
    whatToDo:
      "Add the lots held on that day as rows of type Opening lot, correct those that are Errors, or delete the setting.",
  }),
};
