import type { CellGrid } from "../../core/ledger/cells.ts";
import type { SampleSheet } from "../../samples/sheetCell.ts";

/** The cells of a sample sheet as a host hands them over: dates as serial numbers. */
export const hostCells = ({ rows }: Pick<SampleSheet, "rows">): CellGrid =>
  rows.map((cells) =>
    cells.map((cell) => {
      if (cell === null || typeof cell !== "object") return cell;
      return "error" in cell ? { fault: "error", text: cell.error } : cell.serial;
    }),
  );
