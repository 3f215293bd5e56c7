import type { Argument, FunctionSpec } from "../../core/index.ts";
import { cellValue, type ExcelCell } from "./excelCell.ts";
import type { ExcelGrid, GridStore } from "./gridStore.ts";

/** What Excel passes for one argument: cells, one cell, or null for one that was left out. */
export type ExcelArgument = ExcelGrid | ExcelCell;

/** A call as Excel makes it. */
export type ExcelCall = {
  readonly values: readonly ExcelArgument[];
  /** Where the arguments stand in the workbook, as far as Excel tells. */
  readonly addresses: readonly unknown[];
};

/** The arguments for the core, or a sentence where Excel hands over no cells for a range. */
export type ReadArguments = readonly Argument[] | { readonly sentence: string };

/** Reads the arguments of a call. Those that were left out are undefined. */
export function readArguments(
  { parameters }: FunctionSpec,
  { values, addresses }: ExcelCall,
  store: GridStore,
): ReadArguments {
  for (const [place, { name, takes, optional }] of parameters.entries()) {
    const isMissing = takes !== "value" && isLeftOut(values[place]);
    if (isMissing && (!optional || isUnbounded(addresses[place]))) {
      return { sentence: noCells(name) };
    }
  }
  return parameters.map((_, place) => argument(values[place], store));
}

function argument(value: ExcelArgument, store: GridStore): Argument {
  if (isLeftOut(value)) return undefined;
  return isCells(value) ? store(value) : cellValue(value);
}

const isLeftOut = (value: ExcelArgument): value is null | undefined =>
  value === null || value === undefined;

const isCells = (value: ExcelArgument): value is ExcelGrid => Array.isArray(value);

/** Whole columns, as `Sheet!A:N` or with their last row. */
const UNBOUNDED = /(?:^|!)\$?[a-z]{1,3}(?:\$?1)?:\$?[a-z]{1,3}(?:\$?1048576)?$/i;

const isUnbounded = (address: unknown): boolean =>
  typeof address === "string" && UNBOUNDED.test(address);

const noCells = (name: string): string =>
  `Excel handed over no cells for ${name}. It does not always do so for whole columns such as A:N: ` +
  "type the range with its header row and its last row, such as Transactions!A1:N500, or a table " +
  "with its headers, such as Trades[#All].";
