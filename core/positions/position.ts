import type { Day } from "../calendar/day.ts";
import type { Asset } from "../ledger/asset.ts";
import type { Account } from "../ledger/wallet.ts";
import type { RealizedLot } from "../disposals/lotDisposal.ts";
import type { DecimalNumber } from "../money/decimalNumber.ts";
import type { OpenLot } from "../lots/lot.ts";
import type { Money, Quantity } from "../money/amounts.ts";

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
  readonly price: PositionPrice | undefined;
  readonly lots: readonly PositionLot[];
};

/** The price of a unit, and the day of that price where it is known. */
export type PositionPrice = { readonly price: DecimalNumber; readonly asOf: Day | undefined };

/** A lot of a position, and what its sale would bring. */
export type PositionLot = {
  readonly lot: OpenLot;
  readonly quantity: Quantity;
  readonly basis: Money;
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
