import {
  functionRegistry,
  type Argument,
  type ColumnFormat,
  type Day,
  type FunctionResult,
  type FunctionSpec,
  type TableCell,
} from "../../core/index.ts";
import { cellIn, cellsIn } from "./cellsIn.ts";
import { googleZoneOffsets, startOfDay } from "./sheetZone.ts";

/** Rows that a formula reads in the time that Google gives it, with room to spare. */
export const MOST_ROWS = 20_000;

/**
 * Calls a worksheet function from a cell. A call that makes no sense throws its sentence, which
 * Google shows in the note of `#ERROR!`.
 */
export function callFunction(id: string, args: readonly unknown[]): unknown {
  const spec = functionRegistry.find((one) => one.id === id);
  if (spec === undefined) throw new Error(`There is no function ${id}.`);
  const zone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  const read = args.map((arg) => argumentIn(arg, zone));
  refuseLongRanges(spec, read);
  const result = spec.run(read, { offsets: googleZoneOffsets, workbookZone: zone });
  return resultOut(result, zone);
}

function argumentIn(arg: unknown, zone: string): Argument {
  if (arg === undefined || arg === null || arg === "") return undefined;
  if (Array.isArray(arg)) return cellsIn(arg as readonly (readonly unknown[])[], zone);
  return cellIn(arg, zone);
}

function refuseLongRanges({ id, parameters }: FunctionSpec, args: readonly Argument[]): void {
  args.forEach((arg, index) => {
    if (!Array.isArray(arg) || arg.length <= MOST_ROWS) return;
    const name = parameters[index]?.name ?? "range";
    throw new Error(
      `${id} reads up to ${MOST_ROWS} rows in a cell, and the ${name} have ${arg.length}: use Extensions > Tax-loss harvesting > Open pane instead, which has no such limit, or pass fewer rows.`,
    );
  });
}

function resultOut(result: FunctionResult, zone: string): unknown {
  switch (result.kind) {
    case "error":
      throw new Error(result.sentence);
    case "value":
      return cellOut(result.value, result.format, zone);
    case "row":
      return [result.cells.map((cell) => cellOut(cell, result.format, zone))];
    case "table": {
      const { columns, rows } = result.table;
      return [
        columns.map(({ title }) => title),
        ...rows.map((row) =>
          row.map((cell, column) => cellOut(cell, columns[column]?.format ?? "text", zone)),
        ),
      ];
    }
  }
}

/** Dates go out as Google's own, at the start of the day in the spreadsheet's zone. */
function cellOut(cell: TableCell, format: ColumnFormat, zone: string): unknown {
  if (cell === null) return "";
  return format === "date" && typeof cell === "number" ? startOfDay(cell as Day, zone) : cell;
}
