import type { CellGrid, CellValue } from "../ledger/cells.ts";
import type { HostZones } from "../harvest/openBooks.ts";
import type { ColumnFormat, Table, TableCell } from "../report/table.ts";

/** What a host passes for one argument: a range, a cell, or nothing. */
export type Argument = CellGrid | CellValue | undefined;

/** One argument of a worksheet function, as the hosts' help shows it. */
export type Parameter = {
  readonly name: string;
  readonly summary: string;
  readonly takes: "range" | "value" | "range or text";
  readonly optional: boolean;
};

/** What a worksheet function gives: a table, one row without titles, a value, or a sentence why not. */
export type FunctionResult =
  | { readonly kind: "table"; readonly table: Table }
  | { readonly kind: "row"; readonly cells: readonly TableCell[]; readonly format: ColumnFormat }
  | { readonly kind: "value"; readonly value: TableCell; readonly format: ColumnFormat }
  | { readonly kind: "error"; readonly sentence: string };

/**
 * A worksheet function, the same for every host. `id` is what the user types and never changes.
 *
 * `run` never throws: a call that makes no sense gives an error with a sentence, and bad rows are
 * left to TLH_PROBLEMS.
 */
export type FunctionSpec = {
  readonly id: string;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  /** True for a function that gives one value; the others give a table or a row. */
  readonly isScalar?: true;
  readonly run: (args: readonly Argument[], zones: HostZones) => FunctionResult;
};

/** A result that says why the call makes no sense. */
export const callError = (sentence: string): FunctionResult => ({ kind: "error", sentence });
