import type { DamageEvidence, DamageKind } from "./damage.ts";

/** What a spreadsheet program did to the cells of the transactions. */
export type DamageFacts =
  /** Cells that seem damaged and are used as they are. `firstRows` are a few of `count`. */
  | {
      readonly code: "column-damaged";
      readonly kind: DamageKind;
      readonly column: string;
      readonly confidence: "certain" | "possible";
      readonly count: number;
      readonly firstRows: readonly number[];
      readonly evidence: DamageEvidence;
      /** True where `repair` can undo it. */
      readonly isMendable: boolean;
    }
  /** A cell that was mended in memory, with the user's consent. `read` is empty for a blank. */
  | {
      readonly code: "cell-mended";
      readonly kind: DamageKind;
      readonly column: string;
      readonly found: string;
      readonly read: string;
    };
