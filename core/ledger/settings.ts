import type { Day } from "../calendar/day.ts";
import type { Money } from "../money/amounts.ts";
import type { DecimalNumber } from "../money/decimalNumber.ts";
import type { DamageKind } from "./damage/damage.ts";

/** The order in which a wallet's lots are relieved (R1.6). SPECIFIC is FIFO where no lot is named. */
export type LotMethod = "FIFO" | "LIFO" | "HIFO" | "LOFO" | "SPECIFIC";

/** Filing status of Form 1040: single, married jointly, married separately, head of household. */
export type FilingStatus = "single" | "mfj" | "mfs" | "hoh";

/** A method on record from a day on, for one wallet or, without a wallet, for all. */
export type StandingOrder = {
  readonly method: LotMethod;
  readonly since: Day;
  readonly wallet: string | undefined;
};

/** A purchase or reward that will recur: units, or dollars' worth of them, each time. */
export type PlannedAcquisition = {
  readonly asset: string;
  readonly amount: DecimalNumber;
  readonly unit: "units" | "dollars";
  readonly every: "daily" | "weekly" | "monthly";
  readonly wallet: string | undefined;
};

/** Every choice that a user can make, with the contract's defaults filled in. */
export type Settings = {
  readonly scope: "wallet" | "universal" | "transition";
  readonly wash: "securities" | "conservative" | "off";
  /** Keys of assets that are securities, or all of them. */
  readonly securities: ReadonlySet<string> | "all";
  /** Groups of asset keys that count as substantially identical. */
  readonly identical: readonly (readonly string[])[];
  /** Buying `buying` replaces `replaced`, but not the other way round. Asset keys. */
  readonly replaces: readonly { readonly buying: string; readonly replaced: string }[];
  readonly sameLot: "exclude" | "count";
  readonly incomeCounts: "yes" | "no";
  readonly tacking: "union" | "add";
  readonly transferFee: "dispose" | "basis";
  readonly asOf: Day | undefined;
  readonly taxYear: number | undefined;
  readonly filingStatus: FilingStatus;
  readonly taxableIncome: Money | undefined;
  readonly magi: Money | undefined;
  /** Rates as fractions: 0.24. */
  readonly shortRate: DecimalNumber | undefined;
  readonly longRate: DecimalNumber | undefined;
  readonly stateRate: DecimalNumber | undefined;
  readonly otherShortGain: Money;
  readonly otherLongGain: Money;
  /** Losses carried in, as positive dollars. */
  readonly carryoverShort: Money;
  readonly carryoverLong: Money;
  readonly minLoss: Money;
  /** Percent of the proceeds: 0.5 means 0.5%. */
  readonly sellCost: DecimalNumber;
  /** The taxpayer's zone by name; undefined leaves it to the host. */
  readonly timeZone: string | undefined;
  readonly methodSince: readonly StandingOrder[];
  readonly planned: readonly PlannedAcquisition[];
  /** The day at whose beginning the opening lots are what was held. */
  readonly opening: Day | undefined;
  readonly dateSystem: 1900 | 1904;
  /** Damage by spreadsheet programs that is mended in memory; none without the user's consent. */
  readonly repair: ReadonlySet<DamageKind> | "all";
};
