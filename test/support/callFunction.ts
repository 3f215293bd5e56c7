import { functionRegistry } from "../../core/functions/registry.ts";
import type { Argument, FunctionResult } from "../../core/functions/functionSpec.ts";
import { dayText, type Day } from "../../core/calendar/day.ts";
import { noZoneOffsets } from "../../core/calendar/timeZone.ts";
import type { TableCell } from "../../core/report/table.ts";

/** Calls a worksheet function as a host would. */
export function call(id: string, ...args: readonly Argument[]): FunctionResult {
  const spec = functionRegistry.find((known) => known.id === id);
  if (spec === undefined) throw new Error(`There is no function ${id}.`);
  return spec.run(args, { offsets: noZoneOffsets, workbookZone: undefined });
}

/** The rows of a table as records by column title; dates as ISO text. */
export function rowsOf(result: FunctionResult): readonly Record<string, TableCell>[] {
  if (result.kind !== "table") throw new Error(`No table: ${JSON.stringify(result)}`);
  const { columns, rows } = result.table;
  return rows.map((row) =>
    Object.fromEntries(
      columns.map(({ title, format }, index) => {
        const cell = row[index] ?? null;
        return [title, format === "date" && typeof cell === "number" ? dayText(cell as Day) : cell];
      }),
    ),
  );
}

/** Some columns of a table, in lines. */
export const pick = (
  rows: readonly Record<string, TableCell>[],
  ...titles: readonly string[]
): readonly (readonly TableCell[])[] =>
  rows.map((row) => titles.map((title) => row[title] ?? null));
