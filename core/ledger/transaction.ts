import type { Day } from "../calendar/day.ts";
import type { Instant } from "../calendar/timeZone.ts";
import type { Money, Quantity } from "../money/amounts.ts";
import type { Asset } from "./asset.ts";
import type { Wallet } from "./wallet.ts";

type TransactionBase = {
  /** Counted from 1 at the first row of the range that the user passed. */
  readonly row: number;
  readonly at: Instant;
  /** The taxpayer's calendar day. */
  readonly day: Day;
  readonly asset: Asset;
  /** Units, above zero. */
  readonly quantity: Quantity;
  readonly wallet: Wallet;
  /** The user's own id for the row; empty where there is none. */
  readonly id: string;
};

/**
 * How units came in. It decides the term (an inheritance is always long-term), the basis (a gift
 * may have two) and whether the units can replace others sold at a loss (R3.2).
 */
export type Origin =
  "purchase" | "exchange" | "income" | "airdrop" | "gift" | "inheritance" | "opening";

/** Units come in and form a lot. */
export type Acquisition = TransactionBase & {
  readonly kind: "acquisition";
  readonly origin: Origin;
  /** Dollars for the whole quantity, costs of buying included; a donor's basis for a gift. */
  readonly basis: Money;
  /** The day itself, or for a gift the day on which the donor acquired it. */
  readonly holdingPeriodStart: Day;
  /** A gift's value for the whole quantity when given, where that is below the donor's basis. */
  readonly lossBasis: Money | undefined;
  /** Of an opening lot, what the user says that it rests on. */
  readonly evidence?: string;
};

/** The lot, named by the user, that a disposal relieves; all that is left of it without quantity. */
export type LotPick = {
  readonly acquisition: Acquisition;
  readonly quantity: Quantity | undefined;
};

/** What a broker told the Internal Revenue Service of a disposal. */
export type BrokerReport = "basis reported" | "basis not reported" | "none";

/** Why units left for value; the word in the Kind column. */
export type DisposalReason = "Sell" | "Spend" | "Fee";

/** Units leave for money, goods, services or another asset. */
export type Disposal = TransactionBase & {
  readonly kind: "disposal";
  readonly reason: DisposalReason;
  /** Dollars realized on the whole quantity, net of costs of selling. */
  readonly proceeds: Money;
  readonly picks: readonly LotPick[];
  readonly brokerReport: BrokerReport;
};

/** Units leave without gain or loss: given, donated or lost. */
export type Removal = TransactionBase & {
  readonly kind: "removal";
  readonly reason: "Gift sent" | "Donation" | "Lost";
  readonly picks: readonly LotPick[];
};

/** Units used up by the network when others move between the taxpayer's own wallets. */
export type TransferFee = {
  readonly row: number;
  readonly asset: Asset;
  readonly quantity: Quantity;
  /** Dollars that the units were worth. */
  readonly value: Money;
  readonly wallet: Wallet;
};

/** Units move between the taxpayer's own wallets, with their lots. */
export type Transfer = TransactionBase & {
  readonly kind: "transfer";
  readonly to: Wallet;
  readonly picks: readonly LotPick[];
  readonly fees: readonly TransferFee[];
};

/** One thing that happened to units of one asset. A row of the ledger may hold several. */
export type Transaction = Acquisition | Disposal | Removal | Transfer;
