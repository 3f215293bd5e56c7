import type { Day } from "../calendar/day.ts";
import type { LotDisposal } from "../disposals/lotDisposal.ts";
import type { Asset } from "../ledger/asset.ts";
import type { Problem } from "../ledger/problem.ts";
import type { Settings } from "../ledger/settings.ts";
import type { Disposal } from "../ledger/transaction.ts";
import type { Money } from "../money/amounts.ts";
import type { WashMatch } from "../washSales/disallowLoss.ts";
import type { LotBook } from "./lotBook.ts";
import type { MethodAt } from "./methodOnRecord.ts";

/** By which choices the ledger is replayed. */
export type ReplayRules = {
  readonly settings: Settings;
  readonly methodAt: MethodAt;
  /** Later transactions are left out; undefined for none. */
  readonly until: Day | undefined;
  /** Disposals before this day are carried out but not listed; undefined lists all. */
  readonly listFrom?: Day | undefined;
  /** Matches of losses after which the wash-sale rule is given up; undefined for the usual limit. */
  readonly mostMatches?: number | undefined;
};

/** What the loop keeps as it goes. */
export type ReplayState = {
  readonly rules: ReplayRules;
  readonly book: LotBook;
  readonly disposals: LotDisposal[];
  readonly matches: MatchedLoss[];
  /** See leftWithoutGain.ts. */
  readonly leftWithoutGain: Map<Asset, Money>;
  /** More matches than this are not made. */
  readonly mostMatches: number;
  readonly problems: Problem[];
};

/** A match of units sold at a loss with their replacement, and the sale that it belongs to. */
export type MatchedLoss = { readonly disposal: Disposal; readonly match: WashMatch };
