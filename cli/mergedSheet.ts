import {
  detectSheets,
  freeSheetName,
  hasTransactions,
  isUnreadable,
  mergeTransactions,
  type Problem,
  type SheetSample,
} from "../core/index.ts";
import type { Refusal } from "../workbook/index.ts";
import { intlZoneOffsets } from "../zones/intlZoneOffsets.ts";
import type { Named, ReportRequest } from "./commandLine.ts";

/** A CSV file as a sheet. */
export type CsvSheet = SheetSample & {
  /** The file's name with its ending. */
  readonly file: string;
};

/** The sheet that several files with transactions were merged into. */
export type MergedSheet = SheetSample & {
  /** The names of the sheets that it was made from. */
  readonly from: readonly string[];
  /** What only the files themselves showed. */
  readonly problems: readonly Problem[];
  /** What was merged, in one line. */
  readonly line: string;
};

/**
 * Merges the files with transactions, where there are several or the user says something of one, and a
 * table of opening lots that stands alone; undefined where there is nothing to merge, or the user names
 * one sheet with the transactions.
 */
export function mergedSheet(
  sheets: readonly CsvSheet[],
  request: ReportRequest,
): MergedSheet | undefined | Refusal {
  const { zones, wallets, set } = request;
  const said = [...zones, ...wallets];
  const unknown = said.find(([name]) => !sheets.some(({ file }) => file === name));
  if (unknown !== undefined) return { refusal: noFile(unknown[0], sheets) };
  const found = detectSheets(sheets);
  const settings = request.settings ?? found.settings;
  const options = sheets.find(({ name }) => name === settings)?.grid;
  const ledgers = sheets.filter(({ grid }) => hasTransactions(grid, { options, set }));
  const isOne = ledgers.length < 2 && ledgers.every(({ name }) => name === found.transactions);
  if (request.transactions !== undefined || (isOne && said.length === 0)) return undefined;
  const merged = mergeTransactions(
    ledgers.map(({ file, grid }) => ({
      name: file,
      grid,
      zone: saidOf(file, zones),
      wallet: saidOf(file, wallets),
    })),
    { options, set },
    { offsets: intlZoneOffsets, workbookZone: undefined },
  );
  if (isUnreadable(merged)) return { refusal: merged.unreadable };
  const files = ledgers.map(({ file }) => file).join(", ");
  return {
    name: freeSheetName(
      "Merged ledger",
      sheets.map(({ name }) => name),
    ),
    grid: merged.grid,
    from: ledgers.map(({ name }) => name),
    problems: merged.problems,
    line: `Merged ${files}; transfers joined: ${merged.transfers}, rows counted once: ${merged.countedOnce}`,
  };
}

const saidOf = (file: string, said: readonly Named[]): string | undefined =>
  said.find(([name]) => name === file)?.[1];

const noFile = (name: string, sheets: readonly CsvSheet[]): string =>
  `There is no file ${name} among ${sheets.map(({ file }) => file).join(", ")}: name it as it is called, with its ending.`;
