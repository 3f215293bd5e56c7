import { noZoneOffsets, timeZone, type TimeZone } from "../../../../core/calendar/timeZone.ts";
import type { CellGrid, CellValue } from "../../../../core/ledger/cells.ts";
import { columnsOf } from "../../../../core/ledger/columns.ts";
import type { DamageFinding, DamageScope } from "../../../../core/ledger/damage/damage.ts";

export const UTC: TimeZone = timeZone("UTC", noZoneOffsets)!;

/** A grid with its headings in the first row, as the searches see it. */
export const scopeOf = (grid: CellGrid, zone: TimeZone = UTC): DamageScope => ({
  grid,
  first: 1,
  columns: columnsOf(grid[0]!),
  dateSystem: 1900,
  zone,
  isExport: false,
});

/** A sheet of one column. */
export const columnGrid = (heading: string, cells: readonly CellValue[]): CellGrid => [
  [heading],
  ...cells.map((cell) => [cell]),
];

/** What each damaged cell holds and is read as, in the words of the note. */
export const readings = (finding: DamageFinding | undefined, grid: CellGrid): string[] =>
  finding === undefined
    ? []
    : finding.rows.map((row) => {
        const mended = finding.mend?.(grid[row - 1]![finding.index]!);
        return mended === undefined
          ? `${row}: as it is`
          : `${row}: ${mended.found} -> ${mended.read}`;
      });
