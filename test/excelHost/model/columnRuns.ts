import { isEntireRow, SHEET_COLUMNS, SHEET_ROWS, type Area } from "./area.ts";

/**
 * A property of all cells of a sheet, such as the number format. It is kept as runs of rows for
 * each column, so that a scalar over a whole sheet and a value for each of 100,000 cells are both
 * cheap.
 */
export class ColumnRuns<Value> {
  /** Of the columns that have no runs of their own. */
  #base: Runs<Value> = startRuns();
  readonly #columns = new Map<number, Runs<Value>>();

  /** Sets the property of an area; undefined takes it away. */
  set(area: Area, value: Value | undefined): void {
    const to = area.row + area.rows;
    if (isEntireRow(area)) {
      setRuns(this.#base, area.row, to, value);
      for (const runs of this.#columns.values()) setRuns(runs, area.row, to, value);
      return;
    }
    for (let column = area.column; column < area.column + area.columns; column++) {
      setRuns(this.#own(column), area.row, to, value);
    }
  }

  at(row: number, column: number): Value | undefined {
    const runs = this.#columns.get(column) ?? this.#base;
    return runs.values[placeOf(runs, row)];
  }

  /** The values of an area, each different one once; undefined among them for "not set". */
  valuesIn(area: Area): ReadonlySet<Value | undefined> {
    const found = new Set<Value | undefined>();
    for (const runs of this.#runsOf(area)) {
      const last = placeOf(runs, area.row + area.rows - 1);
      for (let place = placeOf(runs, area.row); place <= last; place++) {
        found.add(runs.values[place]);
      }
    }
    return found;
  }

  /** The last row and column with a value that does not span the whole sheet; -1 for none. */
  lastSet(): { readonly row: number; readonly column: number } {
    let row = -1;
    let lastColumn = -1;
    for (const [column, runs] of this.#columns) {
      for (const [place, value] of runs.values.entries()) {
        const end = runs.starts[place + 1] ?? SHEET_ROWS;
        if (value === undefined || end === SHEET_ROWS) continue;
        row = Math.max(row, end - 1);
        lastColumn = Math.max(lastColumn, column);
      }
    }
    return { row, column: lastColumn };
  }

  /** Each run that has a value, as an area of one column. */
  *areas(): Generator<{ readonly area: Area; readonly value: Value }> {
    for (const [column, runs] of [...this.#columns].sort(([one], [other]) => one - other)) {
      for (const { row, rows, value } of runAreas(runs)) {
        yield { area: { row, rows, column, columns: 1 }, value };
      }
    }
    for (const { row, rows, value } of runAreas(this.#base)) {
      yield { area: { row, rows, column: 0, columns: SHEET_COLUMNS }, value };
    }
  }

  copy(): ColumnRuns<Value> {
    const copied = new ColumnRuns<Value>();
    copied.#base = copyRuns(this.#base);
    for (const [column, runs] of this.#columns) copied.#columns.set(column, copyRuns(runs));
    return copied;
  }

  #own(column: number): Runs<Value> {
    let runs = this.#columns.get(column);
    if (runs === undefined) {
      runs = copyRuns(this.#base);
      this.#columns.set(column, runs);
    }
    return runs;
  }

  *#runsOf(area: Area): Generator<Runs<Value>> {
    let others = area.columns;
    for (const [column, runs] of this.#columns) {
      if (column < area.column || column >= area.column + area.columns) continue;
      others--;
      yield runs;
    }
    if (others > 0) yield this.#base;
  }
}

/** Values of rows from one start to the next; the first start is 0. */
type Runs<Value> = { readonly starts: number[]; readonly values: (Value | undefined)[] };

const startRuns = <Value>(): Runs<Value> => ({ starts: [0], values: [undefined] });

const copyRuns = <Value>({ starts, values }: Runs<Value>): Runs<Value> => ({
  starts: [...starts],
  values: [...values],
});

function placeOf({ starts }: Runs<unknown>, row: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}

function setRuns<Value>(
  { starts, values }: Runs<Value>,
  from: number,
  to: number,
  value: Value | undefined,
): void {
  const first = placeOf({ starts, values }, from);
  const last = placeOf({ starts, values }, to - 1);
  const after = values[last];
  const newStarts = [from];
  const newValues = [value];
  if (starts[first]! < from) {
    newStarts.unshift(starts[first]!);
    newValues.unshift(values[first]);
  }
  if ((starts[last + 1] ?? SHEET_ROWS) > to) {
    newStarts.push(to);
    newValues.push(after);
  }
  starts.splice(first, last - first + 1, ...newStarts);
  values.splice(first, last - first + 1, ...newValues);
  joinEqual(starts, values, Math.max(0, first - 1), first + 3);
}

function joinEqual(starts: number[], values: unknown[], from: number, to: number): void {
  for (let place = Math.min(to, starts.length - 1); place > from; place--) {
    if (values[place] === values[place - 1]) {
      starts.splice(place, 1);
      values.splice(place, 1);
    }
  }
}

function* runAreas<Value>({ starts, values }: Runs<Value>): Generator<{
  readonly row: number;
  readonly rows: number;
  readonly value: Value;
}> {
  for (const [place, row] of starts.entries()) {
    const value = values[place];
    if (value === undefined) continue;
    yield { row, rows: (starts[place + 1] ?? SHEET_ROWS) - row, value };
  }
}
