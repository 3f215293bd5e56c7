/** What merging files says of a row. Places are words such as `kraken.csv row 12`. */
export type MergeFacts =
  /** Another file has the same transaction, and that row is the one that counts. */
  | { readonly code: "counted-once"; readonly other: string }
  /** A move in or out that several rows of other files could be the other end of. */
  | {
      readonly code: "transfer-unclear";
      readonly direction: "to" | "from";
      readonly asset: string;
      readonly quantity: string;
      readonly candidates: string;
    };
