import {
  dayValue,
  type Argument,
  type CellGrid,
  type CellValue,
  type ColumnFormat,
  type FunctionResult,
  type FunctionSpec,
  type TableCell,
} from "../core/index.ts";
import { intlZoneOffsets } from "../zones/intlZoneOffsets.ts";

/** Rows that a formula reads without freezing the page for long. */
const MOST_ROWS = 20_000;

/** What the grid shows for a call that makes no sense; the sentence stands beside it. */
const ERROR = "#VALUE!";

type GridCell = string | number | boolean;
type GridResult = GridCell | GridCell[][];

/**
 * Calls a worksheet function from a cell of the grid. It never throws: an exception would end the
 * grid's whole calculation. A call that makes no sense gives `#VALUE!`, and its sentence is said.
 */
export function callInGrid(
  spec: FunctionSpec,
  args: readonly unknown[],
  say: (sentence: string) => void,
): GridResult {
  try {
    const read = args.map(argumentIn);
    const long = read.find((arg) => Array.isArray(arg) && arg.length > MOST_ROWS);
    if (long !== undefined) {
      say(
        `${spec.id} reads up to ${MOST_ROWS} rows in a cell: use Generate in the pane, which has no such limit.`,
      );
      return ERROR;
    }
    const result = spec.run(read, { offsets: intlZoneOffsets, workbookZone: undefined });
    return resultOut(spec.id, result, say);
  } catch (error) {
    console.error(error);
    say(`${spec.id} failed: ${error instanceof Error ? error.message : String(error)}`);
    return ERROR;
  }
}

/** Where the last result of a function has dates, so that they can be shown as such. */
export const dateColumnsOf = (
  id: string,
): { readonly rows: number; readonly columns: readonly number[] } =>
  dates.get(id) ?? { rows: 0, columns: [] };

const dates = new Map<string, { readonly rows: number; readonly columns: readonly number[] }>();

function argumentIn(arg: unknown): Argument {
  if (Array.isArray(arg)) return trimmed(arg as readonly unknown[]);
  return cellIn(arg);
}

/** Without the blank rows at the end of a whole column. Blank cells may come as 0. */
function trimmed(rows: readonly unknown[]): CellGrid {
  const grid = rows.map((row) => (Array.isArray(row) ? row.map(cellIn) : [cellIn(row)]));
  let last = grid.length;
  while (last > 0 && grid[last - 1]?.every((cell) => cell === null || cell === 0) === true)
    last -= 1;
  return grid.slice(0, last);
}

function cellIn(value: unknown): CellValue {
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "string" || value === "") return null;
  return /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/.test(value)
    ? { fault: "error", text: value }
    : value;
}

function resultOut(
  id: string,
  result: FunctionResult,
  say: (sentence: string) => void,
): GridResult {
  switch (result.kind) {
    case "error":
      say(`${id}: ${result.sentence}`);
      return ERROR;
    case "value":
      noteDates(id, 1, [result.format]);
      return cellOut(result.value, result.format);
    case "row":
      noteDates(
        id,
        1,
        result.cells.map(() => result.format),
      );
      return [result.cells.map((cell) => cellOut(cell, result.format))];
    case "table": {
      const { columns, rows } = result.table;
      noteDates(
        id,
        rows.length + 1,
        columns.map(({ format }) => format),
      );
      return [
        columns.map(({ title }) => title),
        ...rows.map((row) =>
          row.map((cell, column) => cellOut(cell, columns[column]?.format ?? "text")),
        ),
      ];
    }
  }
}

function noteDates(id: string, rows: number, formats: readonly ColumnFormat[]): void {
  const columns = formats.flatMap((format, column) => (format === "date" ? [column] : []));
  dates.set(id, { rows, columns });
}

function cellOut(cell: TableCell, format: ColumnFormat): GridCell {
  if (cell === null) return "";
  return format === "date" && typeof cell === "number" ? dayValue(cell, 1900) : cell;
}
