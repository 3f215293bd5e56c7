import type { CellFacts } from "./problem.ts";
import { quoted, type WordsFor } from "./problemWords.ts";

/** The words for what is wrong with one cell. */
export const CELL_WORDS: WordsFor<CellFacts> = {
  "missing-cell": ({ column, expected }) => ({
    problem: `The ${column} cell is blank.`,
    whatToDo: `Enter ${expected}.`,
  }),
  "error-cell": ({ column, found }) => ({
    problem: `The ${column} cell holds the error ${quoted(found)}.`,
    whatToDo: "Correct its formula, or type the value in.",
  }),
  "uncached-formula": ({ column, found }) => ({
    problem: `The ${column} cell is the formula ${quoted(found)}, and the file does not hold its result.`,
    whatToDo:
      "Open the file in a spreadsheet program and save it there, so that results are stored.",
  }),
  "bad-date": ({ column, found, fault }) => ({
    problem: `The ${column} cell holds ${quoted(found)}, ${DATE_FAULTS[fault]}.`,
    whatToDo:
      fault === "unix-time"
        ? "Head the column Unix timestamp if that is what it holds, or write dates such as 2026-03-31 14:30."
        : fault === "unknown-zone"
          ? "Write the zone as UTC or as an offset, such as 2026-03-31 14:30 -05:00."
          : "Write the date as 2026-03-31, with a time such as 14:30 if you know it.",
  }),
  "bad-number": ({ column, found, fault }) => ({
    problem: `The ${column} cell holds ${quoted(found)}, ${NUMBER_FAULTS[fault]}.`,
    whatToDo: NUMBER_REMEDIES[fault],
  }),
  "day-first-date": ({ column, found }) => ({
    problem: `The ${column} cell holds ${quoted(found)}, which was read as day/month/year; dates of this column whose first number is 12 or less were read as month/day/year.`,
    whatToDo: "If the column is day/month/year throughout, write its dates as 2026-03-31.",
  }),
};

const DATE_FAULTS = {
  "not-a-date": "which is not a date",
  "no-such-day": "a day that no calendar has",
  "out-of-range": "which is no date from 1900 to 2200",
  "unix-time": "which is too large for a date and may count seconds since 1970",
  "unknown-zone": "whose time zone has no known offset",
} as const;

const NUMBER_FAULTS = {
  "not-a-number": "which is not a number",
  "decimal-comma": "which may have a comma before its decimals",
  "too-many-decimals": "which has more than 18 decimals",
  negative: "which is below zero",
  zero: "which is not above zero",
} as const;

const NUMBER_REMEDIES = {
  "not-a-number": "Enter a number such as 1234.56.",
  "decimal-comma": "Write it with a point before the decimals, such as 1234.56.",
  "too-many-decimals": "Round it to 18 decimals.",
  negative: "Enter it without the minus sign, and check that the type says which way it goes.",
  zero: "Enter the quantity, or delete the row if nothing moved.",
} as const;
