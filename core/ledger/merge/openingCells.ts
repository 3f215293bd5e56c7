import type { CellValue } from "../cells.ts";
import type { ColumnRole, Columns } from "../columns.ts";
import { sideMeaning } from "../layouts/sideMeanings.ts";
import { wordKey } from "../words.ts";
import { rowWord } from "./comparableRow.ts";
import type { MergedCells } from "./mergedRow.ts";

/**
 * The cells of a file's row that only opening lots are read by; none where the row is no such lot.
 * Decision: D-68.
 */
export function openingCells(
  made: MergedCells,
  cells: readonly CellValue[],
  columns: Columns,
): MergedCells {
  if (sideMeaning(wordKey(rowWord(made))) !== "opening") return {};
  const at = (role: ColumnRole): CellValue => {
    const column = columns[role];
    return column === undefined ? null : (cells[column.index] ?? null);
  };
  return {
    "Holding period start": at("holdingPeriodStart"),
    "Loss basis": at("lossBasis"),
    Evidence: at("evidence"),
    Notes: at("notes"),
  };
}
