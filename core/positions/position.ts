import type { Day } from "../calendar/day.ts";
import type { RealizedLot } from "../disposals/lotDisposal.ts";
import type { Asset } from "../ledger/asset.ts";
import type { Account } from "../ledger/wallet.ts";
import type { JoinedLot } from "../lots/joinLots.ts";
import type { Money, Quantity } from "../money/amounts.ts";
import type { DecimalNumber } from "../money/decimalNumber.ts";

/**
 * Units of one asset that one sale can reach: those in one wallet, or in one account where lots
 * are pooled universally, with their lots in the order in which they would be sold.
 */
export type Position = {
  readonly asset: Asset;
  readonly account: Account;
  /** Empty where lots are pooled over all wallets. */
  readonly wallet: string;
  readonly quantity: Quantity;
  readonly basis: Money;
  /** Undefined where the asset has no price; then no lot has a sale either. */
  readonly worth: PositionWorth | undefined;
  readonly lots: readonly PositionLot[];
};

/** What a position would bring at the price, all its lots together. Dollars; gains are signed. */
export type PositionWorth = {
  readonly price: DecimalNumber;
  /** The day of the price, where it is known. */
  readonly priceDay: Day | undefined;
  /** Units times price, before the cost of selling. */
  readonly marketValue: Money;
  /** After the cost of selling, as every hypothetical gain. */
  readonly gain: Money;
  readonly shortGain: Money;
  readonly longGain: Money;
};

/** A lot of a position, and what its sale would bring; undefined without a price. */
export type PositionLot = {
  readonly lot: JoinedLot;
  readonly sale: HypotheticalSale | undefined;
};

/** The sale of a lot at the price, dollars for all its units. */
export type HypotheticalSale = {
  /** Units times price. */
  readonly marketValue: Money;
  /** Market value less the cost of selling. */
  readonly proceeds: Money;
  /** Gain or loss on those proceeds, with its term. */
  readonly realized: RealizedLot;
};
