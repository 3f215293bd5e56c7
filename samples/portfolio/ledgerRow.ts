import type { Decimal } from "../decimal.ts";
import type { Moment } from "../moment.ts";

/** How a wallet's export writes dates: a date cell, one with a time, or text with a zone. */
export type DateStyle = "day" | "time" | "utc" | "offset";

/** One row of the sample's Transactions sheet. Absent cells are blank. */
export type LedgerRow = {
  readonly at: Moment;
  readonly dateStyle: DateStyle;
  readonly type: string;
  readonly asset: string;
  readonly quantity: Decimal;
  readonly price?: Decimal;
  readonly total?: Decimal;
  readonly fee?: Decimal;
  readonly wallet: string;
  readonly account?: string;
  readonly toWallet?: string;
  readonly lot?: string;
  readonly id: string;
  readonly acquired?: string;
  readonly form1099?: string;
  readonly notes?: string;
  /** Cells written otherwise than the fields say, by heading: what is wrong with a damaged row. */
  readonly damage?: Readonly<Record<string, Damage>>;
};

/** What a damaged cell holds: an error value, odd text, or nothing. */
export type Damage = { readonly error: string } | string | null;
