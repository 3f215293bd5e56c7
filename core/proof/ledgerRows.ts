import type { CellGrid } from "../ledger/cells.ts";
import { findHeader } from "../ledger/findHeader.ts";
import { recognizedExport } from "../ledger/imports/importGrid.ts";
import { LAYOUTS } from "../ledger/layouts/layouts.ts";
import type { ParsedLedger } from "../ledger/parseLedger.ts";
import { isEmpty } from "../ledger/words.ts";
import { rowsCheck, type Check } from "./check.ts";

/** How many rows of the ledger came to what; each row counts once, where it first fits. */
export type LedgerRows = {
  /** Rows with a cell filled, below the headings. */
  readonly read: number;
  readonly transactions: number;
  /** Joined to another row, such as the other leg of a trade. */
  readonly joined: number;
  /** Read, and rightly changing no lot. */
  readonly withoutEffect: number;
  /** Left out with an Error. */
  readonly problems: number;
};

/**
 * Counts the filled rows of the sheet itself and what the ledger says that each became. Undefined
 * where the sheet's headings are not those of a ledger.
 */
export function ledgerRows(grid: CellGrid, ledger: ParsedLedger): LedgerRows | undefined {
  const filled = filledRows(grid);
  if (filled === undefined) return undefined;
  const takeFrom = (rows: ReadonlySet<number>): number => {
    let taken = 0;
    for (const row of rows) if (filled.delete(row)) taken += 1;
    return taken;
  };
  const read = filled.size;
  const used = new Set<number>();
  for (const transaction of ledger.transactions) {
    used.add(transaction.row);
    if (transaction.kind === "transfer") for (const fee of transaction.fees) used.add(fee.row);
  }
  const failed = ledger.problems.flatMap(({ row, severity }) =>
    row === undefined || severity !== "Error" ? [] : [row],
  );
  return {
    read,
    transactions: takeFrom(used),
    joined: takeFrom(new Set(ledger.joined)),
    withoutEffect: takeFrom(new Set(ledger.withoutEffect)),
    problems: takeFrom(new Set(failed)),
  };
}

/** Every row read became something that is said. */
export const rowChecks = (rows: LedgerRows | undefined): readonly Check[] =>
  rows === undefined
    ? []
    : [
        rowsCheck(
          "Rows read = rows used + joined + without effect + left out with an Error",
          rows.read,
          rows.transactions + rows.joined + rows.withoutEffect + rows.problems,
        ),
      ];

function filledRows(grid: CellGrid): Set<number> | undefined {
  const header =
    recognizedExport(grid)?.headerRow ??
    findHeader(grid, (columns) => LAYOUTS.some((layout) => layout.fits(columns)))?.row;
  if (header === undefined) return undefined;
  const rows = new Set<number>();
  for (let index = header; index < grid.length; index++) {
    if (!(grid[index] ?? []).every(isEmpty)) rows.add(index + 1);
  }
  return rows;
}
