import {
  isUnreadable,
  mergeTransactions,
  type CellGrid,
  type HostZones,
  type TransactionFile,
} from "../../core/index.ts";
import { counted } from "../format.ts";
import { parseCsv } from "../../workbook/index.ts";

/** A file that the user picked. */
export type PickedFile = { readonly name: string; readonly bytes: Uint8Array };

/** A sheet with the rows of files, all as text. */
export type FileSheet = { readonly name: string; readonly rows: CellGrid };

/** The sheets that files become, and what there is to say of them. */
export type FileSheets = {
  readonly sheets: readonly FileSheet[];
  readonly sentence: string | undefined;
};

/**
 * Makes sheets of CSV files. One file becomes a sheet with its rows as they are. Several with
 * transactions become one ledger, in which transfers between them are matched and what two of them
 * have counts once; a file without transactions, such as one of prices, stays a sheet of its own.
 *
 * `set` are the settings that the user has made.
 */
export function sheetsOfFiles(
  files: readonly PickedFile[],
  set: Readonly<Record<string, string>>,
  zones: HostZones,
): FileSheets {
  const read = distinctNames(files).map(({ name, bytes }) => ({ name, grid: parseCsv(bytes) }));
  const options = { options: undefined, set: Object.entries(set) };
  const isLedger = (file: NamedGrid): boolean =>
    !isUnreadable(mergeTransactions([asLedger(file)], options, zones));
  const ledgers = read.length > 1 ? read.filter(isLedger) : [];
  if (ledgers.length < 2) return { sheets: read.map(asSheet), sentence: undefined };
  const merged = mergeTransactions(ledgers.map(asLedger), options, zones);
  if (isUnreadable(merged)) throw new Error(merged.unreadable);
  const others = read.filter((file) => !ledgers.includes(file));
  return {
    sheets: [
      { name: "Merged transactions", rows: merged.grid.map(asTexts) },
      ...others.map(asSheet),
    ],
    sentence: mergeSentence(ledgers.length, merged),
  };
}

type NamedGrid = { readonly name: string; readonly grid: CellGrid };

const asLedger = ({ name, grid }: NamedGrid): TransactionFile => ({
  name,
  grid,
  zone: undefined,
  wallet: undefined,
});

const asSheet = ({ name, grid }: NamedGrid): FileSheet => ({ name: stem(name), rows: grid });

/** Of a merged ledger only the numbers of rows are no text. */
const asTexts = (row: CellGrid[number]): CellGrid[number] =>
  row.map((cell) => (typeof cell === "number" ? String(cell) : cell));

const stem = (name: string): string => name.replace(/\.[^.]*$/, "");

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

function mergeSentence(
  files: number,
  {
    grid,
    transfers,
    countedOnce,
  }: { readonly grid: CellGrid; readonly transfers: number; readonly countedOnce: number },
): string {
  const rows = counted(grid.length - 1, "row");
  return `${counted(files, "file")} became one ledger of ${rows}. Transfers matched between them: ${String(transfers)}. Rows that two files have, counted once: ${String(countedOnce)}. What is unclear is listed with the problems after a run.`;
}
