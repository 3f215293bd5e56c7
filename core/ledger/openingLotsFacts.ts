/** What is wrong with a position that the ledger opens with. Days as `2025-01-01`. */
export type OpeningFacts =
  /** A row from before the opening day, whose outcome the opening lots state already. */
  | {
      readonly code: "before-opening";
      readonly what: "acquisition" | "sale" | "removal" | "transfer";
      readonly asset: string;
      readonly wallet: string;
      readonly opening: string;
    }
  /** A lot that counts as acquired on the opening day or after it. */
  | { readonly code: "opening-lot-late"; readonly acquired: string; readonly opening: string }
  /** A holding period that begins after the lot was acquired. */
  | { readonly code: "held-after-acquired"; readonly found: string }
  /** Lots of one asset and wallet, units of which have left since, whose Evidence and Notes are blank. */
  | {
      readonly code: "opening-without-evidence";
      readonly count: number;
      readonly asset: string;
      readonly wallet: string;
    }
  /** The setting names an opening day, and no opening lot was read. */
  | { readonly code: "opening-without-lots"; readonly opening: string };
