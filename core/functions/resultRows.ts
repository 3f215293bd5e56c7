import type { Day } from "../calendar/day.ts";
import type { ColumnFormat, TableCell } from "../report/table.ts";
import type { FunctionResult } from "./functionSpec.ts";

/** A cell that a function fills. `null` is blank; a day is marked, because hosts differ in dates. */
export type ResultCell = string | number | null | { readonly day: Day };

/** A result that is no error. */
export type GivenResult = Exclude<FunctionResult, { readonly kind: "error" }>;

/** The cells that a result fills, row by row; a table's titles are its first row. */
export function resultRows(result: GivenResult): readonly (readonly ResultCell[])[] {
  switch (result.kind) {
    case "value":
      return [[resultCell(result.value, result.format)]];
    case "row":
      return [result.cells.map((cell) => resultCell(cell, result.format))];
    case "table": {
      const { columns, rows } = result.table;
      return [
        columns.map(({ title }) => title),
        ...rows.map((row) =>
          columns.map(({ format }, place) => resultCell(row[place] ?? null, format)),
        ),
      ];
    }
  }
}

const resultCell = (cell: TableCell, format: ColumnFormat): ResultCell =>
  format === "date" && typeof cell === "number" ? { day: cell as Day } : cell;
