/** What merging files says of a row. Places are words such as `kraken.csv row 12`. */
export type MergeFacts =
  /** Another file has the same transaction, and that row is the one that counts. */
  | { readonly code: "counted-once"; readonly other: string }
  /** An opening lot of a position, whose own dates and second basis a merged ledger has no columns for. */
  | { readonly code: "not-merged" }
  /** A move in or out that several rows of other files could be the other end of. */
  | {
      readonly code: "transfer-unclear";
      readonly direction: "to" | "from";
      readonly asset: string;
      readonly quantity: string;
      readonly candidates: string;
    };
