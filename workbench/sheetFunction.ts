import {
  ArrayValueObject,
  BaseFunction,
  ErrorType,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
  type BaseValueObject,
} from "@univerjs/preset-sheets-core";
import {
  dayValue,
  resultRows,
  type Argument,
  type CellValue,
  type FunctionSpec,
  type GivenResult,
  type ResultCell,
} from "../core/index.ts";
import { intlZoneOffsets } from "../zones/intlZoneOffsets.ts";

/** Rows that a formula reads without freezing the page for long. */
const MOST_ROWS = 20_000;

/** Told what a function complains of in the last call; nothing once it is content. */
export type Complain = (id: string, sentence: string | undefined) => void;

/**
 * A worksheet function as the grid's formulas call it.
 *
 * It stands below the grid's own interface for such functions, which takes blank cells for 0 and
 * text for what it looks like: here a blank cell is blank, and text is text both ways. It never
 * throws, because an exception would end the grid's whole calculation. A call that makes no sense
 * gives `#VALUE!`, and the page is told the sentence.
 */
export class SheetFunction extends BaseFunction {
  readonly #spec: FunctionSpec;
  readonly #complain: Complain;

  constructor(spec: FunctionSpec, complain: Complain) {
    super(spec.id);
    this.#spec = spec;
    this.#complain = complain;
  }

  override calculate(...given: BaseValueObject[]): BaseValueObject {
    const { id, run } = this.#spec;
    try {
      const args = given.map(argumentOf);
      if (args.some((arg) => Array.isArray(arg) && arg.length > MOST_ROWS)) {
        return this.#refuse(
          `reads up to ${MOST_ROWS.toLocaleString("en-US")} rows in a cell. Generate in the pane has no such limit.`,
        );
      }
      const result = run(args, { offsets: intlZoneOffsets, workbookZone: undefined });
      if (result.kind === "error") return this.#refuse(result.sentence);
      this.#complain(id, undefined);
      return valueOf(result);
    } catch (error) {
      console.error(id, error);
      return this.#refuse(error instanceof Error ? error.message : String(error));
    }
  }

  #refuse(sentence: string): BaseValueObject {
    this.#complain(this.#spec.id, `${this.#spec.id}: ${sentence}`);
    return ErrorValueObject.create(ErrorType.VALUE);
  }
}

function argumentOf(given: BaseValueObject): Argument {
  if (!(given instanceof ArrayValueObject)) return cellOf(given) ?? undefined;
  const grid: CellValue[][] = [];
  given.iterator((cell, row, column) => {
    const value = cell === null || cell === undefined ? null : cellOf(cell);
    // A whole column ends with its last filled cell.
    if (value === null) return;
    while (grid.length <= row) grid.push([]);
    const cells = grid[row] ?? [];
    while (cells.length < column) cells.push(null);
    cells[column] = value;
  });
  return grid;
}

function cellOf(cell: BaseValueObject): CellValue {
  if (cell instanceof ErrorValueObject) return { fault: "error", text: cell.getErrorType() };
  if (cell.isNull()) return null;
  const value = cell.getValue();
  return value === "" ? null : value;
}

function valueOf(result: GivenResult): BaseValueObject {
  const rows = resultRows(result).map((row) => row.map(resultObject));
  const [first = []] = rows;
  if (result.kind === "value" && first[0] !== undefined) return first[0];
  return ArrayValueObject.create({
    calculateValueList: rows,
    rowCount: rows.length,
    columnCount: first.length,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

/** Days bring their number format along. */
function resultObject(cell: ResultCell): BaseValueObject {
  if (typeof cell === "number") return NumberValueObject.create(cell);
  if (cell === null || typeof cell === "string") return StringValueObject.create(cell ?? "");
  const value = dayValue(cell.day, 1900);
  return typeof value === "string"
    ? StringValueObject.create(value)
    : NumberValueObject.create(value, "yyyy-mm-dd");
}
