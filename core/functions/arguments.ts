import { UTC } from "../calendar/timeZone.ts";
import type { Day } from "../calendar/day.ts";
import { isBlank, type CellGrid, type CellValue } from "../ledger/cells.ts";
import { dateReader } from "../ledger/parseDate.ts";
import { parseSettings } from "../ledger/parseSettings.ts";
import { isNumber, parseNumber, parseRate } from "../ledger/parseNumber.ts";
import type { FilingStatus, LotMethod, Settings } from "../ledger/settings.ts";
import { ZERO_MONEY, type Money } from "../money/amounts.ts";
import { decimalToNumber, moneyOf, type DecimalNumber } from "../money/decimalNumber.ts";
import {
  callError,
  type Argument,
  type FunctionResult,
  type FunctionSpec,
} from "./functionSpec.ts";
import { OPTIONS } from "./parameters.ts";

/** An argument as the function needs it, or the error of a call that makes no sense. */
export type Read<T> = { readonly value: T } | { readonly error: FunctionResult };

/** True for an argument that could not be read. */
export const isError = <T>(read: Read<T>): read is { readonly error: FunctionResult } =>
  "error" in read;

const METHODS: readonly LotMethod[] = ["FIFO", "LIFO", "HIFO", "LOFO", "SPECIFIC"];

/** True for a range. A host may pass a range of one cell as the cell alone. */
export const isGrid = (argument: Argument): argument is CellGrid => Array.isArray(argument);

/** The cells of a range, or undefined where the argument was left out. */
export function rangeArgument(argument: Argument): CellGrid | undefined {
  if (isGrid(argument)) return argument;
  return isOmitted(argument) ? undefined : [[argument as CellValue]];
}

/** The range that a function cannot do without. */
export function requiredRange(argument: Argument, name: string): Read<CellGrid> {
  const grid = rangeArgument(argument);
  if (grid !== undefined) return { value: grid };
  return {
    error: callError(
      `No ${name} were given: pass their range with its header row, such as Transactions!A1:N500.`,
    ),
  };
}

/** A method by name, in any case. */
export function methodArgument(argument: Argument): Read<LotMethod> {
  const cell = cellOf(argument);
  const name = typeof cell === "string" ? cell.trim().toUpperCase() : "";
  const method = METHODS.find((known) => known === name);
  if (method !== undefined) return { value: method };
  const found = isOmitted(cell) ? "No method was given" : `"${cut(cell)}" is no method`;
  return { error: callError(`${found}: write one of ${METHODS.join(", ")}.`) };
}

/** A day that may be left out. `dateSystem` is that of the workbook's serial numbers. */
export function dayArgument(
  argument: Argument,
  name: string,
  dateSystem: Settings["dateSystem"] = 1900,
): Read<Day | undefined> {
  const cell = cellOf(argument);
  if (isOmitted(cell)) return { value: undefined };
  const at = dateReader({ zone: UTC, dateSystem, countsFrom1970: false })(cell);
  if (typeof at === "number") return { value: UTC.dayAt(at) };
  return {
    error: callError(
      `"${cut(cell)}" is no date for ${name}: pass a date cell, or text such as 2026-11-20.`,
    ),
  };
}

/** A day that a function cannot do without. */
export function requiredDay(argument: Argument, name: string): Read<Day> {
  const read = dayArgument(argument, name);
  if (isError(read)) return read;
  if (read.value !== undefined) return { value: read.value };
  return {
    error: callError(`No ${name} was given: pass a date cell, or text such as 2026-11-20.`),
  };
}

/** A tax year that may be left out. */
export function yearArgument(argument: Argument): Read<number | undefined> {
  const cell = cellOf(argument);
  if (isOmitted(cell)) return { value: undefined };
  const year = typeof cell === "string" ? Number(cell.trim()) : cell;
  if (typeof year === "number" && Number.isInteger(year) && year >= 1900 && year <= 2200) {
    return { value: year };
  }
  return { error: callError(`"${cut(cell)}" is no tax year: write a year such as 2026.`) };
}

/** Dollars that may be left out; 0 and blank are the same. `example` has a sign that is taken. */
export function dollarsArgument(
  argument: Argument,
  name: string,
  example = "-1250.50",
): Read<Money> {
  const cell = cellOf(argument);
  if (isOmitted(cell)) return { value: ZERO_MONEY };
  const number = parseNumber(cell);
  if (isNumber(number)) return { value: moneyOf(number) };
  return {
    error: callError(`"${cut(cell)}" is no amount for ${name}: write dollars, such as ${example}.`),
  };
}

/** Dollars that may be left out, where that is not the same as none. */
export function optionalDollars(argument: Argument, name: string): Read<Money | undefined> {
  return isOmitted(cellOf(argument)) ? { value: undefined } : dollarsArgument(argument, name);
}

/** A rate such as 0.05 or 5% that may be left out. */
export function rateArgument(argument: Argument, name: string): Read<DecimalNumber | undefined> {
  const cell = cellOf(argument);
  if (isOmitted(cell)) return { value: undefined };
  const rate = parseRate(cell);
  if (isNumber(rate) && rate.coefficient >= 0 && decimalToNumber(rate) <= 1) return { value: rate };
  return { error: callError(`"${cut(cell)}" is no rate for ${name}: write it as 0.05 or 5%.`) };
}

/** A filing status, in any of the words that the settings take. */
export function filingStatusArgument(argument: Argument): Read<FilingStatus> {
  const cell = cellOf(argument);
  const found = isOmitted(cell)
    ? "No filing status was given"
    : `"${cut(cell)}" is no filing status`;
  const { settings, problems } = parseSettings([["filing_status", cell ?? null]]);
  return isOmitted(cell) || problems.length > 0
    ? { error: callError(`${found}: write single, mfj, mfs or hoh.`) }
    : { value: settings.filingStatus };
}

/** The date system that the options choose, which the other arguments' serial numbers follow. */
export const dateSystemOf = (options: Argument): Settings["dateSystem"] =>
  parseSettings(options).settings.dateSystem;

/** The date system of a call, in which its result's serial numbers are as well. */
export function dateSystemOfCall(
  { parameters }: FunctionSpec,
  args: readonly Argument[],
): Settings["dateSystem"] {
  return dateSystemOf(args[parameters.findIndex(({ name }) => name === OPTIONS.name)]);
}

/** Blank, omitted, null and a blank cell handed over as 0 are the same. */
const isOmitted = (argument: Argument): boolean =>
  argument === 0 || (!isGrid(argument) && isBlank(argument));

/** The one cell of an argument; a range gives its first. */
function cellOf(argument: Argument): CellValue | undefined {
  return isGrid(argument) ? argument[0]?.[0] : argument;
}

function cut(cell: CellValue | undefined): string {
  const text = typeof cell === "object" ? (cell?.text ?? "") : String(cell);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
