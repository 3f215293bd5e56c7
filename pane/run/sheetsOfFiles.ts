import {
  fileSheetName,
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
import {
  openedSettings,
  stem,
  type FileSettings,
  type FilesToMerge,
  type LedgerFile,
  type ReadFile,
} from "./readFiles.ts";

/** A sheet with the rows of files, all as text. */
export type FileSheet = { readonly name: string; readonly rows: CellGrid };

/** The sheets that files become, and what there is to say of them. */
export type FileSheets = {
  readonly sheets: readonly FileSheet[];
  readonly sentence: string | undefined;
};

/** Makes a sheet of each file, with its rows as they are. */
export const sheetsOfFiles = (files: readonly ReadFile[]): FileSheets => ({
  sheets: files.map(asSheet),
  sentence: undefined,
});

/**
 * Makes one ledger of files, in which transfers between them are matched and what two of them have
 * counts once; a file without transactions stays a sheet of its own. What spreadsheet programs did
 * to the files is listed in a further sheet.
 *
 * A file of settings among them goes before the settings that the workbook has.
 */
export function sheetsOfMerge(
  { ledgers, others }: FilesToMerge,
  { options, set }: FileSettings,
  zones: HostZones,
): FileSheets {
  const merged = mergeTransactions(
    ledgers.map(asTransactions),
    { options: openedSettings(others) ?? options, set },
    zones,
  );
  if (isUnreadable(merged)) throw new Error(merged.unreadable);
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

const asTransactions = ({ name, grid, zone, wallet }: LedgerFile): TransactionFile => ({
  name,
  grid,
  zone: typed(zone),
  wallet: typed(wallet),
});

const typed = (text: string): string | undefined => (text.trim() === "" ? undefined : text.trim());

const asSheet = ({ name, grid }: ReadFile): FileSheet => ({
  name: fileSheetName(stem(name), grid),
  rows: grid,
});

/** Of a merged ledger only the numbers of rows are no text. */
const asTexts = (row: CellGrid[number]): CellGrid[number] =>
  row.map((cell) => (typeof cell === "number" ? String(cell) : cell));

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
