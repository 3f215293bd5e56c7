import type { Day } from "../calendar/day.ts";
import type { Term } from "../calendar/holdingPeriod.ts";
import type { Disposal } from "../ledger/transaction.ts";
import type { Tranche } from "../lots/lot.ts";
import type { Money, Quantity } from "../money/amounts.ts";

/**
 * Units of one lot disposed of in one disposal: a row of Form 8949.
 *
 * Proceeds, basis and gain are dollars for these units; a loss is a negative gain. Where more was
 * sold than was held, the units without a lot have proceeds and nothing else.
 */
export type LotDisposal = {
  readonly disposal: Disposal;
  readonly quantity: Quantity;
  readonly proceeds: Money;
  readonly lot: RealizedLot | undefined;
  /** What the wash-sale rule does to the loss; undefined where it disallows none of it. */
  readonly disallowance: Disallowance | undefined;
};

/** The part of a loss that is disallowed. Positive dollars. */
export type Disallowance = {
  readonly disallowed: Money;
  /** Of that, what is lost for good, because the replacement is in a retirement account. */
  readonly permanently: Money;
};

/** The lot's side of a disposal. */
export type RealizedLot = {
  readonly tranche: Tranche;
  readonly basis: Money;
  /** Before any disallowance. */
  readonly gain: Money;
  /** Undefined where the law gives none: a gift sold between its two bases. */
  readonly term: Term | undefined;
  /** The real date; the donor's where the donor's basis of a gift is used for a gain. */
  readonly acquired: Day;
  readonly holdingPeriodStart: Day;
};
