import type { DamageFacts } from "./damage/damageFacts.ts";
import type { MergeFacts } from "./merge/mergeFacts.ts";
import type { RowFacts } from "./rowFacts.ts";
import type { SettingFacts } from "./settingFacts.ts";

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
  /** In a merged ledger the row by file and number, such as `kraken.csv row 12`. */
  readonly place?: string | undefined;
};

/** The kinds of problem, by name, each with the facts that its sentence needs. */
export type ProblemFacts =
  CellFacts | DamageFacts | MergeFacts | RowFacts | HoldingFacts | PriceFacts | SettingFacts;

/** What is wrong with one cell. `column` is the user's own heading. */
export type CellFacts =
  | { readonly code: "missing-cell"; readonly column: string; readonly expected: string }
  | { readonly code: "error-cell"; readonly column: string; readonly found: string }
  | { readonly code: "uncached-formula"; readonly column: string; readonly found: string }
  | {
      readonly code: "bad-date";
      readonly column: string;
      readonly found: string;
      readonly fault: "not-a-date" | "no-such-day" | "out-of-range" | "unix-time" | "unknown-zone";
    }
  | {
      readonly code: "bad-number";
      readonly column: string;
      readonly found: string;
      readonly fault: "not-a-number" | "decimal-comma" | "too-many-decimals" | "negative" | "zero";
    }
  /** A date with slashes whose first number is above 12, read as day/month. */
  | { readonly code: "day-first-date"; readonly column: string; readonly found: string };

/** What the replay finds out about holdings. Quantities as plain text. */
export type HoldingFacts =
  /** More units leave than the wallet holds. */
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
  /** Wash-sale matches have parted the lots into more pieces than can be held. */
  | { readonly code: "too-many-matches"; readonly asset: string; readonly most: number }
  /** Opening lots state other units for a wallet at the end of 2024 than its history leaves. */
  | {
      readonly code: "allocation-differs";
      readonly asset: string;
      readonly wallet: string;
      readonly stated: string;
      readonly held: string;
    };

/** What is wrong with a price. Days as `2026-11-20`. */
export type PriceFacts =
  | {
      readonly code: "price-duplicate";
      readonly asset: string;
      readonly usedRow: number;
      readonly unusedRow: number;
    }
  | {
      readonly code: "aged-price";
      readonly asset: string;
      readonly priceDay: string;
      readonly asOf: string;
      readonly days: number;
    }
  /** An asset is held, and the prices have none for it. */
  | { readonly code: "no-price"; readonly asset: string };
