/** Where a problem is: a row of the transactions, a row of the prices, or the settings. */
export type ProblemSource = "transactions" | "prices" | "options";

/** Error: the row takes no part. Warning: it is used as read, and may be wrong. */
export type Severity = "Error" | "Warning";

/**
 * A fault of the user's data as a value, beside the results: everything else goes on.
 *
 * It states facts; problemText.ts puts them into words.
 */
export type Problem = {
  readonly source: ProblemSource;
  /** Counted from 1 at the first row of the range; undefined for settings. */
  readonly row: number | undefined;
  readonly severity: Severity;
  readonly facts: ProblemFacts;
};

/** The kinds of problem, by name, each with the facts that its sentence needs. */
export type ProblemFacts =
  /** More units leave than the wallet holds. Quantities as plain text. */
  | {
      readonly code: "oversold";
      readonly asset: string;
      readonly wallet: string;
      readonly leaving:
        "sold" | "spent" | "used for a fee" | "moved" | "given" | "donated" | "lost";
      readonly requested: string;
      readonly held: string;
    }
  /** The lot named in the Lot column has fewer units left in that wallet than it should give. */
  | {
      readonly code: "picked-lot-short";
      readonly asset: string;
      readonly wallet: string;
      readonly lot: string;
      readonly requested: string;
      readonly held: string;
    }
  /** Opening lots state other units for a wallet at the end of 2024 than its history leaves. */
  | {
      readonly code: "allocation-differs";
      readonly asset: string;
      readonly wallet: string;
      readonly stated: string;
      readonly held: string;
    };
