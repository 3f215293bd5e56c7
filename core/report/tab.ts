import type { Table, TableCell } from "./table.ts";

/**
 * A cell of the totals row: the sum of its column as a live formula with its value, a value that no
 * formula can give (with a note that says so), words, or nothing.
 */
export type TotalCell =
  | { readonly kind: "sum"; readonly value: number }
  | { readonly kind: "value"; readonly value: number; readonly note: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "blank" };

/** A small table of sums by a key, under the main table, and a bar chart of it beside it. */
export type Breakdown = {
  readonly title: string;
  /** Column of the main table that holds the keys, and the one whose values are summed by key. */
  readonly keyColumn: number;
  readonly valueColumn: number;
  /** In the order shown, with the sums that the live formulas will give. */
  readonly bars: readonly { readonly key: string; readonly value: number }[];
};

/**
 * One generated sheet as plain data. A host paints it, top to bottom: heading, table with frozen
 * column titles and a filter, totals, breakdown with chart.
 *
 * `key` is what the product's mark on the sheet says, so that a later run finds its own tab again
 * whatever it is called.
 */
export type Tab = {
  readonly key: string;
  readonly name: string;
  /** First line is the title; the others say method, scope, policy, dates and limits. */
  readonly heading: readonly string[];
  readonly table: Table;
  /** One cell a column; undefined where the tab has no totals. */
  readonly totals: readonly TotalCell[] | undefined;
  readonly breakdown: Breakdown | undefined;
  /** The value that marks a row worth noticing (Best stop = Yes), by column. */
  readonly emphasis: { readonly column: number; readonly value: TableCell } | undefined;
};
