import { CELL_WORDS } from "./cellProblemText.ts";
import { DAMAGE_WORDS } from "./damage/damageText.ts";
import { MERGE_WORDS } from "./merge/mergeText.ts";
import type { HoldingFacts, PriceFacts, Problem, ProblemFacts } from "./problem.ts";
import { place, quoted, type ProblemText, type WordsFor } from "./problemWords.ts";
import { AMOUNT_WORDS, LOT_WORDS, ODDITY_WORDS } from "./rowProblemText.ts";
import { TRANSFER_WORDS, TYPE_WORDS } from "./typeProblemText.ts";
import type { SettingFacts } from "./settingFacts.ts";

/** Puts the facts of a problem into sentences for the user: what is wrong, and what to do. */
export function problemText({ facts, place: origin }: Problem): ProblemText {
  // The table has a function for every code, each for the facts of that code alone.
  const text = (WORDS[facts.code] as (facts: ProblemFacts) => ProblemText)(facts);
  return origin === undefined ? text : { ...text, problem: `${origin}: ${text.problem}` };
}

const HOLDING_WORDS: WordsFor<HoldingFacts> = {
  oversold: ({ requested, asset, leaving, wallet, held }) => ({
    problem: `${requested} ${asset} are ${leaving}, but ${place(wallet)} holds only ${held}.`,
    whatToDo:
      "Add the missing purchase, transfer or opening lot above this row, or correct the quantity.",
  }),
  "picked-lot-short": ({ requested, asset, lot, wallet, held }) => ({
    problem: `${requested} ${asset} are to come from lot ${quoted(lot)}, but ${place(wallet)} holds only ${held} of it.`,
    whatToDo:
      "Name another lot in the Lot column, or lower the quantity; the rest was taken in the order of the method.",
  }),
  "too-many-matches": ({ asset, most }) => ({
    problem: `Losses on ${quoted(asset)} are matched with more than ${most} replacements; those from this sale on are not matched, so no loss is disallowed from here.`,
    whatToDo:
      "Do not use wash-sale amounts from this row on. Choose FIFO or LIFO, which part lots less, or wash=off.",
  }),
  "allocation-differs": ({ stated, asset, wallet, held }) => ({
    problem: `The opening lots put ${stated} ${asset} into ${place(wallet)} on 2025-01-01, but its transactions leave ${held} there.`,
    whatToDo:
      "Correct the opening lots so that they hold what the wallet held at the close of 2024-12-31, or add the missing transactions.",
  }),
};

const PRICE_WORDS: WordsFor<PriceFacts> = {
  "price-duplicate": ({ asset, usedRow, unusedRow }) => ({
    problem: `${quoted(asset)} has two prices, in rows ${unusedRow} and ${usedRow}; that of row ${usedRow} is used.`,
    whatToDo: `Delete row ${unusedRow}, or row ${usedRow} if the other price is right.`,
  }),
  "aged-price": ({ asset, priceDay, asOf, days }) => ({
    problem: `The price of ${quoted(asset)} is of ${priceDay}, ${days} days before ${asOf}.`,
    whatToDo: "Enter the price of the day for which the report is made, with its date in As of.",
  }),
  "no-price": ({ asset }) => ({
    problem: `${quoted(asset)} is held, but has no price.`,
    whatToDo: "Add a row for it to the prices, with the price of one unit in dollars.",
  }),
};

const SETTING_WORDS: WordsFor<SettingFacts> = {
  "unknown-setting": ({ name, nearest }) => ({
    problem: `There is no setting ${quoted(name)}.`,
    whatToDo:
      nearest === undefined
        ? "Delete it, or look its name up in the list of settings."
        : `Write ${nearest} if that is meant, or delete it.`,
  }),
  "bad-setting": ({ name, found, expected }) => ({
    problem: `The setting ${name} cannot be ${quoted(found)}; the default is used.`,
    whatToDo: `Write ${expected}.`,
  }),
  "repeated-setting": ({ name, used }) => ({
    problem: `The setting ${name} is given more than once; the last one, ${quoted(used)}, is used.`,
    whatToDo: "Delete the others.",
  }),
  "setting-without-name": ({ found }) => ({
    problem: `The settings hold ${quoted(found)}, which has no name or no value.`,
    whatToDo:
      "Write name=value with a semicolon between settings, or a name in the first column and its value in the second.",
  }),
};

const WORDS: WordsFor<ProblemFacts> = {
  ...CELL_WORDS,
  ...DAMAGE_WORDS,
  ...MERGE_WORDS,
  ...TYPE_WORDS,
  ...AMOUNT_WORDS,
  ...TRANSFER_WORDS,
  ...LOT_WORDS,
  ...ODDITY_WORDS,
  ...HOLDING_WORDS,
  ...PRICE_WORDS,
  ...SETTING_WORDS,
};
