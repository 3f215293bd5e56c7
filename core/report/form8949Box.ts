import type { Term } from "../calendar/holdingPeriod.ts";
import type { BrokerReport } from "../ledger/transaction.ts";

/** The box that is checked at the top of a page of Form 8949. */
export type Form8949Box = (typeof LETTERS)[number];

const LETTERS = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L"] as const;

/** The tax year from which digital assets have boxes of their own. */
const DIGITAL_BOXES_SINCE = 2025;

const BROKER_REPORTS: readonly BrokerReport[] = ["basis reported", "basis not reported", "none"];

/**
 * The box of a disposal: by its year, its term, what it is of, and what a broker reported of it.
 *
 * Securities have A to F; digital assets G to L from 2025, and A to F before. The first three of
 * each six are short-term (Part I), the others long-term (Part II).
 *
 * Source: Form 8949 (2025) and its Instructions (2025) pp. 3-4. Decision: D-44.
 */
export function form8949Box(of: {
  readonly taxYear: number;
  readonly isSecurity: boolean;
  readonly term: Term;
  readonly brokerReport: BrokerReport;
}): Form8949Box {
  const digital = !of.isSecurity && of.taxYear >= DIGITAL_BOXES_SINCE ? 6 : 0;
  const part = of.term === "Long" ? 3 : 0;
  return LETTERS[digital + part + BROKER_REPORTS.indexOf(of.brokerReport)] ?? "I";
}

/** Where the totals of a box go, and what it says. */
export type BoxMeaning = {
  readonly term: Term;
  /** Line of Schedule D (Form 1040), 2025. */
  readonly scheduleDLine: "1b" | "2" | "3" | "8b" | "9" | "10";
  readonly words: string;
};

const LINES: readonly BoxMeaning["scheduleDLine"][] = ["1b", "2", "3", "8b", "9", "10"];

/**
 * What a box of Form 8949 means, and the line of Schedule D that its totals go to.
 *
 * Source: Schedule D (Form 1040) (2025), Parts I and II.
 */
export function boxMeaning(box: Form8949Box): BoxMeaning {
  const place = LETTERS.indexOf(box);
  const form = place >= 6 ? "Form 1099-DA" : "Form 1099-B";
  const report = [`${form} with basis reported`, `${form} without basis reported`, `no ${form}`];
  return {
    term: place % 6 < 3 ? "Short" : "Long",
    scheduleDLine: LINES[place % 6] ?? "3",
    words: report[place % 3] ?? "",
  };
}
