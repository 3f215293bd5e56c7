import {
  detectSheets,
  isUnreadable,
  mergeTransactions,
  problemText,
  type CellGrid,
  type HostZones,
  type MergedLedger,
  type Problem,
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
 * What spreadsheet programs did to the files is listed in a further sheet.
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
  const ledgers = read.length > 1 ? read.filter(isLedger) : [];
  if (ledgers.length < 2) return { sheets: read.map(asSheet), sentence: undefined };
  const merged = mergeTransactions(ledgers.map(asLedger), options, zones);
  if (isUnreadable(merged)) throw new Error(merged.unreadable);
  const others = read.filter((file) => !ledgers.includes(file));
  return {
    sheets: [
      { name: "Merged transactions", rows: merged.grid.map(asTexts) },
      ...(merged.problems.length === 0 ? [] : [damageSheet(merged.problems)]),
      ...others.map(asSheet),
    ],
    sentence: mergeSentence(ledgers.length, merged),
  };
}

/** Damage shows only in the files themselves: the merged ledger no longer has it. */
const damageSheet = (problems: readonly Problem[]): FileSheet => ({
  name: "Damage in files",
  rows: [
    ["Where", "Severity", "Problem", "What to do"],
    ...problems.map((found) => {
      const { problem, whatToDo } = problemText(found);
      return [found.place ?? "", found.severity, problem, whatToDo];
    }),
  ],
});

const isLedger = (file: NamedGrid): boolean => detectSheets([file]).transactions !== undefined;

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
  { grid, transfers, countedOnce, problems }: MergedLedger,
): string {
  const damage = counted(problems.length, "sign");
  return [
    `${counted(files, "file")} became one ledger of ${counted(grid.length - 1, "row")}.`,
    `Transfers matched between them: ${String(transfers)}.`,
    `Rows that two files have, counted once: ${String(countedOnce)}.`,
    ...(problems.length === 0
      ? []
      : [`The sheet Damage in files lists ${damage} of what spreadsheet programs did to them.`]),
    "What is unclear is listed with the problems after a run.",
  ].join(" ");
}
