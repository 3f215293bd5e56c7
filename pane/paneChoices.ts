import type { CellGrid } from "../core/index.ts";

/** A sheet or a table of the workbook that the ledger, prices or settings can be in. */
export type Source = {
  /** What the host finds it by again. */
  readonly id: string;
  /** As the user knows it. */
  readonly name: string;
  readonly kind: "sheet" | "table";
  /** Its first rows, header included; enough to see what it holds. */
  readonly sample: CellGrid;
};

/** What the user chose in the pane. It is kept in the workbook. */
export type PaneChoices = {
  /** Ids of sources; undefined where the user has none. */
  readonly transactions: string | undefined;
  readonly prices: string | undefined;
  readonly settings: string | undefined;
  /** Sheets of what others stated, found by their names; undefined where there is none. */
  readonly balances?: string | undefined;
  readonly brokers?: readonly string[] | undefined;
  /** Settings by name, as text; they beat the settings range. */
  readonly set: Readonly<Record<string, string>>;
  /** Headings that the user chose for columns of the transactions, by the column's own name. */
  readonly headings: Readonly<Record<string, string>>;
  /** Tabs by name, in the order in which they are written. */
  readonly tabs: readonly string[];
};
