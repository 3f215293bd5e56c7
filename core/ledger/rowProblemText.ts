import { OPENING_WORDS } from "./openingLotsText.ts";
import { quoted, type WordsFor } from "./problemWords.ts";
import type { OpeningFacts } from "./openingLotsFacts.ts";
import type { AmountFacts, LotFacts, OddityFacts } from "./rowFacts.ts";

/** The words for what is wrong with the money of a row. */
export const AMOUNT_WORDS: WordsFor<AmountFacts> = {
  "no-amount": ({ type, columns }) => ({
    problem: `The ${type} has no dollar amount in ${columns}.`,
    whatToDo: "Enter it there; write the word zero if it really is nothing.",
  }),
  "amount-mismatch": ({ total, product }) => ({
    problem: `The total is ${total}, but price times quantity is ${product}; the total is used.`,
    whatToDo: "Correct the one that is wrong, or clear the price.",
  }),
  "amount-not-dollars": ({ column, currency }) => ({
    problem: `The amount in ${column} is in ${quoted(currency)}, not in US dollars.`,
    whatToDo: "Enter its value in US dollars on that day.",
  }),
  "fee-in-units": ({ currency }) => ({
    problem: `The fee is in ${quoted(currency)}, but the fee of such a row is in US dollars.`,
    whatToDo:
      "Enter the fee's dollar value, and add a row of type Fee for the units that were paid.",
  }),
  "fee-without-value": ({ asset, columns }) => ({
    problem: `The fee in ${quoted(asset)} has no dollar value, and paying with units is a disposal at their value.`,
    whatToDo: `Enter what the fee was worth in dollars in ${columns}.`,
  }),
  "fee-not-counted": ({ fee, type }) => ({
    problem: `The fee of ${fee} dollars on this ${type} is counted neither as basis nor as a cost of selling.`,
    whatToDo: "Clear the fee, or include it in the amount if it belongs there.",
  }),
  "fee-above-amount": ({ fee, amount }) => ({
    problem: `The fee of ${fee} dollars is more than the amount of ${amount}, so that the proceeds are below zero.`,
    whatToDo: "Check the fee: it may be in units instead of dollars.",
  }),
  "gift-without-basis": ({ columns }) => ({
    problem: "The gift has no donor's basis, which becomes yours.",
    whatToDo: `Enter what the donor's basis was in ${columns}; write the word zero if there are no records of it.`,
  }),
};

/** The words for what is wrong with the lot named for a disposal. */
export const LOT_WORDS: WordsFor<LotFacts> = {
  "lot-unreadable": ({ found }) => ({
    problem: `The Lot cell holds ${quoted(found)}, which names no lots.`,
    whatToDo:
      "Write the Id of the acquisition, or several with quantities: A1:0.5; A2:0.25. Clear the cell to follow the method.",
  }),
  "lot-unknown": ({ lot, asset }) => ({
    problem: `No acquisition of ${asset} has the Id ${quoted(lot)}.`,
    whatToDo:
      "Write the Id of the acquisition as it stands in its row; clear the Lot cell to follow the method.",
  }),
  "lot-ambiguous": ({ lot, rows }) => ({
    problem: `The Id ${quoted(lot)} stands for several acquisitions, in rows ${rows}.`,
    whatToDo: "Give each acquisition an Id of its own.",
  }),
  "lot-later": ({ lot, lotRow }) => ({
    problem: `The lot ${quoted(lot)} was acquired later, in row ${lotRow}.`,
    whatToDo: "Name a lot that was held at the time, or correct one of the dates.",
  }),
  "lots-exceed": ({ picked, quantity }) => ({
    problem: `The lots named add up to ${picked} units, but only ${quantity} leave.`,
    whatToDo: "Correct the quantities behind the lots, or that of the row.",
  }),
};

/** The words for what is odd, though the row is used. */
export const ODDITY_WORDS: WordsFor<OddityFacts | OpeningFacts> = {
  ...OPENING_WORDS,
  "duplicate-row": ({ firstRow }) => ({
    problem: `The row says the same as row ${firstRow}; both are counted.`,
    whatToDo: "Delete one of them if it is there twice by mistake.",
  }),
  "gift-without-date": () => ({
    problem:
      "The gift has no date on which the donor acquired it; the holding period is counted from the gift.",
    whatToDo: "Enter the donor's date in Acquired.",
  }),
  "acquired-after-gift": ({ found }) => ({
    problem: `The donor's date ${quoted(found)} is after the gift.`,
    whatToDo: "Enter the day on which the donor acquired the units in Acquired.",
  }),
  "acquired-not-used": ({ found, type }) => ({
    problem: `The Acquired cell holds ${quoted(found)}, but the date of the ${type} counts.`,
    whatToDo: "Enter the real acquisition date in Date, or clear Acquired.",
  }),
  "marked-ignored": ({ found }) => ({
    problem: `The row is marked ${quoted(found)} and is left out.`,
    whatToDo: "Remove the mark if the row is to count.",
  }),
};
