import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import type { Argument } from "../../core/functions/functionSpec.ts";
import { functionRegistry } from "../../core/functions/registry.ts";
import { dayOfSerial } from "../../core/calendar/day.ts";
import type { CellGrid, CellValue } from "../../core/ledger/cells.ts";
import type { ResultCell } from "../../core/functions/resultRows.ts";
import type { FunctionCaller } from "../published/callFunction.ts";

/** What the bundle has registered with Excel, by name. */
export type RegisteredFunctions = ReadonlyMap<string, (...values: unknown[]) => unknown>;

/** What a cell shows of an error: its code and its sentence. */
export class CellError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Runs the built functions.js in a realm of its own: JavaScript, `console`, and Excel's registry of
 * functions, but no page. `requirements` are the sets that this Excel supports.
 */
export function runBuiltFunctions(
  folder: string,
  requirements: readonly string[] = [],
): RegisteredFunctions {
  const registered = new Map<string, (...values: unknown[]) => unknown>();
  const customFunctions: Record<string, unknown> = {
    associate: (id: string, run: (...values: unknown[]) => unknown) => registered.set(id, run),
  };
  const office = {
    context: {
      requirements: {
        isSetSupported: (name: string, version: string) =>
          requirements.includes(`${name} ${version}`),
      },
    },
  };
  const realm = createContext({ CustomFunctions: customFunctions, Office: office, console });
  runInContext(readFileSync(`${folder}/functions.js`, "utf8"), realm, { filename: "functions.js" });
  // Excel's own script brings these later than the add-in's runs.
  customFunctions["Error"] = CellError;
  customFunctions["ErrorCode"] = { invalidValue: "#VALUE!", notAvailable: "#N/A" };
  return registered;
}

/** How Excel hands over a blank cell: 0 on the desktop, null on the web. */
export type BlankCell = 0 | null;

/** Calls functions as Excel does, and reads what they give as cells. */
export const excelCaller =
  (functions: RegisteredFunctions, blank: BlankCell): FunctionCaller =>
  (id, args) => {
    const spec = functionRegistry.find((each) => each.id === id)!;
    const values = spec.parameters.map(({ takes }, place) =>
      excelArgument(args[place], takes !== "value", blank),
    );
    const result = functions.get(id)!(...values, { functionName: id });
    const rows = Array.isArray(result) ? (result as unknown[][]) : [[result]];
    return rows.map((row) => row.map(cellOf));
  };

/** Ranges, and single cells for a range, arrive as new rows of cells each time. */
function excelArgument(argument: Argument, isRange: boolean, blank: BlankCell): unknown {
  if (argument === undefined) return null;
  if (isGrid(argument)) return argument.map((row) => row.map((cell) => excelCell(cell, blank)));
  return isRange ? [[excelCell(argument, blank)]] : excelCell(argument, blank);
}

const isGrid = (argument: Argument): argument is CellGrid => Array.isArray(argument);

function excelCell(cell: CellValue, blank: BlankCell): unknown {
  if (cell === null) return blank;
  return typeof cell === "object"
    ? { type: "Error", basicType: "Error", basicValue: cell.text }
    : cell;
}

type Boxed = { readonly type: string; readonly basicValue: number; readonly numberFormat: string };

function cellOf(cell: unknown): ResultCell {
  if (cell === "") return null;
  if (typeof cell !== "object") return cell as string | number;
  const { type, basicValue, numberFormat } = cell as Boxed;
  if (type !== "FormattedNumber" || numberFormat !== "yyyy-mm-dd") {
    throw new Error(`no cell: ${JSON.stringify(cell)}`);
  }
  return { day: dayOfSerial(basicValue) };
}
