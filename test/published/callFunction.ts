import { noZoneOffsets } from "../../core/calendar/timeZone.ts";
import type { Argument } from "../../core/functions/functionSpec.ts";
import { functionRegistry } from "../../core/functions/registry.ts";
import { resultRows, type ResultCell } from "../../core/functions/resultRows.ts";
import { textOfRows, type ResultRows, type TextTable } from "./tableText.ts";

/** Calls a worksheet function by its name, and throws what it gives instead of cells. */
export type FunctionCaller = (id: string, args: readonly Argument[]) => ResultRows;

/** Calls the core itself, as a host without a time zone does. */
export const callCore: FunctionCaller = (id, args) => {
  const spec = functionRegistry.find((each) => each.id === id);
  if (spec === undefined) throw new Error(`There is no worksheet function ${id}.`);
  const result = spec.run(args, { offsets: noZoneOffsets, workbookZone: undefined });
  if (result.kind === "error") throw new Error(result.sentence);
  return resultRows(result);
};

/** A table as text, to be compared with published answers. */
export const textTableOf = (
  id: string,
  args: readonly Argument[],
  caller: FunctionCaller = callCore,
): TextTable => textOfRows(caller(id, args));

/** The value that a call gives. A call that gives anything else is a failure of the test. */
export function valueOf(id: string, args: readonly Argument[], caller: FunctionCaller): ResultCell {
  const rows = caller(id, args);
  const value = rows[0]?.[0];
  if (rows.length === 1 && rows[0]!.length === 1 && value !== undefined) return value;
  throw new Error(`${id} gave no value: ${JSON.stringify(rows)}`);
}
