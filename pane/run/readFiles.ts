import {
  detectSheets,
  hasTransactions,
  recognizedColumns,
  type BookCells,
  type CellGrid,
} from "../../core/index.ts";
import { parseCsv } from "../../workbook/index.ts";

/** A file that the user picked. */
export type PickedFile = { readonly name: string; readonly bytes: Uint8Array };

/** The rows of a file, all as text. No two files have one name. */
export type ReadFile = { readonly name: string; readonly grid: CellGrid };

/** A file with transactions that is to be merged, and what the user says of it. */
export type LedgerFile = ReadFile & {
  /** What it was recognised as, such as `Kraken ledgers`. */
  readonly format: string;
  /** Rows below its headings that are not blank. */
  readonly rows: number;
  /** As typed: the wallet of rows that name none. Blank: called like the file. */
  readonly wallet: string;
  /** As typed: the zone of dates that name none. Blank: what the file says. */
  readonly zone: string;
};

/** Files that become one ledger once the user has seen them, and what was opened with them. */
export type FilesToMerge = {
  readonly ledgers: readonly LedgerFile[];
  /** Files without transactions, such as one of prices: each stays a sheet of its own. */
  readonly others: readonly ReadFile[];
};

/** Reads files as rows of text. */
export const readFiles = (files: readonly PickedFile[]): readonly ReadFile[] =>
  distinctNames(files).map(({ name, bytes }) => ({ name, grid: parseCsv(bytes) }));

/** The settings of the workbook, by which files are read. */
export type FileSettings = Required<Pick<BookCells, "options" | "set">>;

/**
 * The files as they are to be merged; undefined where fewer than two have transactions. A table of
 * lots is one of them where the settings say of which day they are.
 */
export function filesToMerge(
  files: readonly ReadFile[],
  { options, set }: FileSettings,
): FilesToMerge | undefined {
  const settings = { options: openedSettings(files) ?? options, set };
  const ledgers = files.filter(({ grid }) => hasTransactions(grid, settings));
  if (ledgers.length < 2) return undefined;
  const others = files.filter((file) => !ledgers.includes(file));
  return { ledgers: ledgers.map(asLedger), others };
}

/** The settings among files that were opened with ledgers. */
export function openedSettings(others: readonly ReadFile[]): CellGrid | undefined {
  const { settings } = detectSheets(others);
  return others.find(({ name }) => name === settings)?.grid;
}

/** A file's name without its ending: its sheet, and its wallet where the user names none. */
export const stem = (name: string): string => name.replace(/\.[^.]*$/, "");

/** Headings stand in the first rows. */
const FIRST_ROWS = 40;

function asLedger({ name, grid }: ReadFile): LedgerFile {
  const { format, shape, headerRow, isComplete } = recognizedColumns(grid.slice(0, FIRST_ROWS));
  const rows = grid.slice(headerRow).filter((row) => row.some((cell) => cell !== ""));
  return {
    name,
    grid,
    format: format ?? (isComplete ? `Ledger, ${shape}` : "Lots of an opening position"),
    rows: rows.length,
    wallet: "",
    zone: "",
  };
}

/** Files of several folders may bear one name. */
function distinctNames(files: readonly PickedFile[]): readonly PickedFile[] {
  const taken = new Set<string>();
  return files.map(({ name, bytes }) => {
    let free = name;
    for (let count = 2; taken.has(free); count += 1) free = `${stem(name)} ${String(count)}.csv`;
    taken.add(free);
    return { name: free, bytes };
  });
}
