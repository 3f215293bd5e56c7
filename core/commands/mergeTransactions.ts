import { taxpayerZone, type BookCells, type HostZones } from "../harvest/openBooks.ts";
import { timeZone } from "../calendar/timeZone.ts";
import type { CellGrid } from "../ledger/cells.ts";
import { mergeFiles, type MergedLedger } from "../ledger/merge/mergeFiles.ts";
import type { LedgerFile } from "../ledger/merge/fileRows.ts";
import { isLedger, lotsAsLedger } from "../ledger/parseLedger.ts";
import { parseSettings } from "../ledger/parseSettings.ts";
import type { Unreadable } from "../ledger/unreadable.ts";

/** A file with transactions, and what the user says of it. */
export type TransactionFile = {
  /** As its rows are to be called, such as `kraken.csv`; no two files have one name. */
  readonly name: string;
  readonly grid: CellGrid;
  /** The zone of dates that name none; it beats what the heading says. */
  readonly zone: string | undefined;
  /** The wallet of rows that name none; otherwise the file's name without its ending. */
  readonly wallet: string | undefined;
};

/**
 * True for the cells of a file that can be merged: a ledger, a service's export, or, where the settings
 * say of which day they are, a table of opening lots.
 */
export const hasTransactions = (
  grid: CellGrid,
  { options, set }: Pick<BookCells, "options" | "set">,
): boolean => isLedger(lotsAsLedger(grid, parseSettings(options, set).settings));

/**
 * Merges files with transactions into one ledger, which a host can write as a sheet and use like any
 * other. Problems that only the files show are in the result; the rest is found in the sheet.
 *
 * Unreadable where a file is no ledger, or a zone is unknown.
 */
export function mergeTransactions(
  files: readonly TransactionFile[],
  { options, set }: Pick<BookCells, "options" | "set">,
  zones: HostZones,
): MergedLedger | Unreadable {
  const { settings } = parseSettings(options, set);
  const { zone } = taxpayerZone(settings, zones);
  const read: LedgerFile[] = [];
  for (const { name, grid, zone: declared, wallet } of files) {
    const own = declared === undefined ? undefined : timeZone(declared, zones.offsets);
    if (declared !== undefined && own === undefined) return unknownZone(name, declared);
    read.push({ name, grid, zone: own, wallet: wallet ?? name.replace(/\.[^.]*$/, "") });
  }
  const merged = mergeFiles(read, { settings, zone });
  if (!("noLedger" in merged)) return merged;
  return { unreadable: `${merged.noLedger} has no headings of a ledger in its first rows.` };
}

const unknownZone = (name: string, zone: string): Unreadable => ({
  unreadable: `${zone}, the zone for ${name}, is no known time zone: write one such as America/New_York, or an offset such as -05:00.`,
});
