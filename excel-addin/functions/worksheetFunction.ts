import { dateSystemOfCall, type Argument, type FunctionSpec } from "../../core/index.ts";
import { excelRows, type ExcelResult, type ExcelResultCell } from "./excelResult.ts";
import type { ErrorKind, FunctionsHost } from "./functionsHost.ts";
import type { GridStore } from "./gridStore.ts";
import { readArguments, type ExcelArgument } from "./readArguments.ts";
import type { RecentItems } from "./recentItems.ts";

/** The cells of a result, or the error that the cell shows instead. */
type Outcome =
  | { readonly rows: readonly (readonly ExcelResultCell[])[] }
  | { readonly kind: ErrorKind; readonly sentence: string };

/** A call that was answered lately. */
export type AnsweredCall = {
  readonly id: string;
  readonly args: readonly Argument[];
  readonly hasDataTypes: boolean;
  readonly outcome: Outcome;
};

/** How many cells an answer holds. */
export const cellsOfAnswer = ({ outcome }: AnsweredCall): number =>
  "rows" in outcome ? outcome.rows.length * (outcome.rows[0]?.length ?? 0) : 0;

/** What calls share: ranges and answers of late, so that equal formulas are worked out once. */
export type CallMemory = {
  readonly store: GridStore;
  readonly answers: RecentItems<AnsweredCall>;
};

/**
 * A function as Excel calls it: the arguments, and after them what Excel tells of the call.
 *
 * It throws nothing but errors that the cell shows with a sentence.
 */
export function worksheetFunction(
  spec: FunctionSpec,
  host: FunctionsHost,
  memory: CallMemory,
): (...values: unknown[]) => ExcelResult {
  return (...values) => {
    let outcome: Outcome;
    try {
      outcome = answer(spec, host, { values, memory });
    } catch (error) {
      host.report(error);
      throw host.error("notAvailable", fault(spec.id, error));
    }
    if ("sentence" in outcome) throw host.error(outcome.kind, outcome.sentence);
    return spec.isScalar === true ? (outcome.rows[0]?.[0] ?? "") : outcome.rows;
  };
}

type Call = { readonly values: readonly unknown[]; readonly memory: CallMemory };

function answer(spec: FunctionSpec, host: FunctionsHost, { values, memory }: Call): Outcome {
  const { id, parameters } = spec;
  const invocation = values[parameters.length] as Invocation | undefined;
  const call = {
    values: values.slice(0, parameters.length) as readonly ExcelArgument[],
    addresses: invocation?.parameterAddresses ?? [],
  };
  const args = readArguments(spec, call, memory.store);
  if ("sentence" in args) return { kind: "notAvailable", sentence: args.sentence };
  const hasDataTypes = host.hasDataTypes();
  const known = memory.answers.find(
    (each) => each.id === id && each.hasDataTypes === hasDataTypes && isSame(each.args, args),
  );
  if (known !== undefined) return known.outcome;
  const outcome = workOut(spec, host, { args, hasDataTypes });
  memory.answers.add({ id, args, hasDataTypes, outcome });
  return outcome;
}

type Invocation = { readonly parameterAddresses?: readonly unknown[] | null };

/** Ranges of the same cells are one array by now, and all else is plain. */
const isSame = (one: readonly Argument[], other: readonly Argument[]): boolean =>
  one.every((argument, place) => Object.is(argument, other[place]));

type Asked = { readonly args: readonly Argument[]; readonly hasDataTypes: boolean };

function workOut(spec: FunctionSpec, host: FunctionsHost, { args, hasDataTypes }: Asked): Outcome {
  const result = spec.run(args, host.zones);
  if (result.kind === "error") return { kind: "invalidValue", sentence: result.sentence };
  const rows = excelRows(result, { dateSystem: dateSystemOfCall(spec, args), hasDataTypes });
  return fits(rows, host.mostCharacters())
    ? { rows }
    : { kind: "notAvailable", sentence: tooLarge(spec.id, rows.length) };
}

/** Cells that are certainly below the limit, so that the usual result is not measured. */
const SMALL = 10_000;

function fits(rows: readonly (readonly unknown[])[], most: number | undefined): boolean {
  if (most === undefined || rows.length * (rows[0]?.length ?? 0) <= SMALL) return true;
  return JSON.stringify(rows).length <= most;
}

// Excel would show #BUSY! for ever.
const tooLarge = (id: string, rows: number): string =>
  `${id} gives ${rows} rows, which is more than Excel on the web takes from a function (5 MB): ` +
  "pass fewer transactions or a single tax year, or have the tabs written with Generate tabs.";

const fault = (id: string, error: unknown): string =>
  `${id} met a fault of its own (${error instanceof Error ? error.message : String(error)}). ` +
  "Please report it with the formula; no cell was changed.";
