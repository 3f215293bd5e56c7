import type { Area } from "./area.ts";

/** What a cell holds or shows: text, a number, a truth value or an error. */
export type Scalar = string | number | boolean | CellError;

/** An error such as `#N/A`. */
export type CellError = { readonly error: string };

/** A formula with `=`; `given` is what a test says that it gives, where the host cannot tell. */
export type FormulaCell = { readonly formula: string; given?: Scalar };

export type Cell = Scalar | FormulaCell;

export const isFormula = (cell: Cell | undefined): cell is FormulaCell =>
  typeof cell === "object" && "formula" in cell;

export const isError = (value: unknown): value is CellError =>
  typeof value === "object" && value !== null && "error" in value;

/** The cells of a sheet that hold something. */
export class Cells {
  readonly #rows: (Cell | undefined)[][] = [];

  get(row: number, column: number): Cell | undefined {
    return this.#rows[row]?.[column];
  }

  set(row: number, column: number, cell: Cell | undefined): void {
    let cells = this.#rows[row];
    if (cells === undefined) {
      if (cell === undefined) return;
      cells = [];
      this.#rows[row] = cells;
    }
    cells[column] = cell;
  }

  clear(area: Area): void {
    const last = Math.min(area.row + area.rows, this.#rows.length);
    for (let row = area.row; row < last; row++) {
      const cells = this.#rows[row];
      if (cells === undefined) continue;
      const end = Math.min(area.column + area.columns, cells.length);
      for (let column = area.column; column < end; column++) cells[column] = undefined;
    }
  }

  /** The smallest area of a part of the sheet with every cell that holds something. */
  used({ row, column, rows, columns }: Area): Area | undefined {
    let top = Infinity;
    let bottom = -1;
    let left = Infinity;
    let right = -1;
    const end = Math.min(row + rows, this.#rows.length);
    for (let at = row; at < end; at++) {
      const cells = this.#rows[at];
      if (cells === undefined) continue;
      const stop = Math.min(column + columns, cells.length);
      for (let place = column; place < stop; place++) {
        if (cells[place] === undefined) continue;
        top = Math.min(top, at);
        bottom = at;
        left = Math.min(left, place);
        right = Math.max(right, place);
      }
    }
    if (bottom < 0) return undefined;
    return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  /** Every cell that holds something, by rows. */
  *entries(): Generator<readonly [row: number, column: number, cell: Cell]> {
    for (const [row, cells] of this.#rows.entries()) {
      if ((cells as unknown) === undefined) continue;
      for (const [column, cell] of cells.entries()) {
        if (cell !== undefined) yield [row, column, cell];
      }
    }
  }

  copy(): Cells {
    const copied = new Cells();
    for (const [row, column, cell] of this.entries()) {
      copied.set(row, column, isFormula(cell) ? { ...cell } : cell);
    }
    return copied;
  }
}
