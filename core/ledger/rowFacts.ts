import type { OpeningFacts } from "./openingLotsFacts.ts";

/** What is wrong with a row of the transactions as a whole. Amounts as plain text. */
export type RowFacts =
  TypeFacts | AmountFacts | TransferFacts | LotFacts | OddityFacts | OpeningFacts;

/** Why a kind of transaction is refused by name. */
export type RefusedType =
  | "trade in one row"
  | "short sale"
  | "margin or futures result"
  | "loan"
  | "liquidity or staking pool"
  | "wrap or bridge";

/** What is wrong with the type, the account or the sides of a row. */
export type TypeFacts =
  | { readonly code: "unknown-type"; readonly column: string; readonly found: string }
  | { readonly code: "refused-type"; readonly found: string; readonly refused: RefusedType }
  | { readonly code: "unknown-account"; readonly found: string }
  | { readonly code: "unknown-1099"; readonly found: string }
  /** A type that does not say whether the base asset came or went. */
  | { readonly code: "direction-unknown"; readonly column: string; readonly found: string }
  /** Dollars bought or sold as if they were an asset. */
  | { readonly code: "dollars-as-asset"; readonly type: string }
  /** An amount without its currency, or a currency without its amount. */
  | {
      readonly code: "incomplete-side";
      readonly column: string;
      readonly missing: "amount" | "currency";
    }
  /** Neither side has an amount. */
  | { readonly code: "no-sides" }
  /** A label that needs other sides than the row has: a reward that is sent. */
  | {
      readonly code: "label-against-sides";
      readonly found: string;
      readonly sides: "sent" | "received" | "both";
    };

/** What is wrong with the money of a row. */
export type AmountFacts =
  /** `columns` are those that could hold the amount. */
  | { readonly code: "no-amount"; readonly type: string; readonly columns: string }
  | { readonly code: "amount-mismatch"; readonly total: string; readonly product: string }
  | { readonly code: "amount-not-dollars"; readonly column: string; readonly currency: string }
  /** A fee in units where the Fee column is in dollars. */
  | { readonly code: "fee-in-units"; readonly currency: string }
  | { readonly code: "fee-without-value"; readonly asset: string; readonly columns: string }
  | { readonly code: "fee-not-counted"; readonly fee: string; readonly type: string }
  | { readonly code: "fee-above-amount"; readonly fee: string; readonly amount: string }
  | { readonly code: "gift-without-basis"; readonly columns: string };

/** What is wrong with a move between wallets. */
export type TransferFacts =
  | {
      readonly code: "transfer-nowhere";
      readonly direction: "to" | "from";
      readonly asset: string;
      readonly quantity: string;
    }
  | { readonly code: "transfer-to-itself"; readonly wallet: string }
  | {
      readonly code: "transfer-grows";
      readonly asset: string;
      readonly sent: string;
      readonly received: string;
    };

/** What is wrong with the lot named for a disposal. */
export type LotFacts =
  | { readonly code: "lot-unreadable"; readonly found: string }
  | { readonly code: "lot-unknown"; readonly lot: string; readonly asset: string }
  | { readonly code: "lot-ambiguous"; readonly lot: string; readonly rows: string }
  | { readonly code: "lot-later"; readonly lot: string; readonly lotRow: number }
  | { readonly code: "lots-exceed"; readonly picked: string; readonly quantity: string };

/** What is odd, though the row is used. */
export type OddityFacts =
  | { readonly code: "duplicate-row"; readonly firstRow: number }
  | { readonly code: "gift-without-date" }
  | { readonly code: "acquired-after-gift"; readonly found: string }
  | { readonly code: "acquired-not-used"; readonly found: string; readonly type: string }
  | { readonly code: "marked-ignored"; readonly found: string };
