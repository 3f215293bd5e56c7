import type { Column, Table, TableCell } from "./table.ts";

/**
 * A cell of the totals row: the sum of its column as a live formula with its value, a value that no
 * formula can give (with a note that says so), words, or nothing.
 */
export type TotalCell =
  | { readonly kind: "sum"; readonly value: number }
  | { readonly kind: "value"; readonly value: number; readonly note: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "blank" };

/** A small table of sums by a key, under the main table, with or without a bar chart of it. */
export type Breakdown = {
  readonly title: string;
  /** Column of the main table that holds the keys, and those whose values are summed by key. */
  readonly keyColumn: number;
  readonly valueColumns: readonly number[];
  /** In the order shown, with the sums that the live formulas will give, one a value column. */
  readonly lines: readonly { readonly key: string; readonly values: readonly number[] }[];
  /** Bars of the first value column; the largest is first. */
  readonly chart: "bars" | "none";
};

/** A further table, below the main one. */
export type TabSection = {
  readonly title: string;
  /** A sentence under the title; undefined for none. */
  readonly remark: string | undefined;
  readonly table: Table;
};

/**
 * One generated sheet as plain data. A host paints it, top to bottom: heading, table with frozen
 * column titles and a filter, totals, breakdown with chart, sections.
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
  readonly sections: readonly TabSection[];
  /** The value that marks a row worth noticing (Best stop = Yes), by column. */
  readonly emphasis: { readonly column: number; readonly value: TableCell } | undefined;
};

/** The columns of a breakdown: the key's and those of its sums. */
export function breakdownColumns({ breakdown, table }: Tab): readonly Column[] {
  if (breakdown === undefined) return [];
  const { keyColumn, valueColumns } = breakdown;
  return [keyColumn, ...valueColumns].flatMap((column) => table.columns[column] ?? []);
}
