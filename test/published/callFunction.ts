import { noZoneOffsets } from "../../core/calendar/timeZone.ts";
import type { Argument, FunctionResult } from "../../core/functions/functionSpec.ts";
import { functionRegistry } from "../../core/functions/registry.ts";
import type { Table, TableCell } from "../../core/report/table.ts";
import { textOfTable, type TextTable } from "./tableText.ts";

/** Calls a worksheet function by its name, as a host without a time zone does. */
export function callFunction(id: string, args: readonly Argument[]): FunctionResult {
  const spec = functionRegistry.find((each) => each.id === id);
  if (spec === undefined) throw new Error(`There is no worksheet function ${id}.`);
  return spec.run(args, { offsets: noZoneOffsets, workbookZone: undefined });
}

/** The table that a call gives. A call that gives anything else is a failure of the test. */
export function tableOf(id: string, args: readonly Argument[]): Table {
  const result = callFunction(id, args);
  if (result.kind === "table") return result.table;
  throw new Error(`${id} gave no table: ${JSON.stringify(result)}`);
}

/** The same as text, to be compared with published answers. */
export const textTableOf = (id: string, args: readonly Argument[]): TextTable =>
  textOfTable(tableOf(id, args));

/** The value that a call gives. */
export function valueOf(id: string, args: readonly Argument[]): TableCell {
  const result = callFunction(id, args);
  if (result.kind === "value") return result.value;
  throw new Error(`${id} gave no value: ${JSON.stringify(result)}`);
}
