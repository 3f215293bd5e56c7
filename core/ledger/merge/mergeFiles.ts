import { compareText } from "../compareText.ts";
import type { CellGrid } from "../cells.ts";
import type { Problem } from "../problem.ts";
import { isEmpty } from "../words.ts";
import { comparableRow, walletName, type ComparableRow } from "./comparableRow.ts";
import { countOnce } from "./countOnce.ts";
import { fileRows, type LedgerFile, type MergeTerms } from "./fileRows.ts";
import { matchTransfers } from "./matchTransfers.ts";
import { mergedGrid, placeText, type MergedCells, type MergedRow } from "./mergedRow.ts";
import type { Candidate } from "./transferCandidates.ts";

/** Several files as one ledger. */
export type MergedLedger = {
  /** A sheet of two sides a row, in order of time, that says of each row where it is from. */
  readonly grid: CellGrid;
  /** Transfers that were put together from a row that leaves and one that arrives. */
  readonly transfers: number;
  /** Rows that another file has as well, and that are not counted. */
  readonly countedOnce: number;
  /** What spreadsheet programs did to the files. All else is found when the merged ledger is read. */
  readonly problems: readonly Problem[];
};

/** The name of a file that is no ledger. */
export type NoLedger = { readonly noLedger: string };

/**
 * Merges files into one ledger. The order of the files makes no difference.
 *
 * Every row that is not blank is a row of the merged ledger, or one that a service's export joins to
 * another or that has no effect. A transaction that several files have counts once, and a withdrawal
 * of one file and the deposit of another become one transfer where that is clear. What is not clear
 * stays, as a problem of its row. Decisions: D-55, D-56, D-57, D-68.
 */
export function mergeFiles(
  files: readonly LedgerFile[],
  terms: MergeTerms,
): MergedLedger | NoLedger {
  const rows: MergedRow[] = [];
  const damage: Damage[] = [];
  for (const file of files) {
    const read = fileRows(file, terms);
    if (read === undefined) return { noLedger: file.name };
    for (const row of read.rows) rows.push(row);
    for (const problem of read.problems) damage.push({ file: file.name, problem });
  }
  rows.sort(compareRows);
  const comparable = rows.flatMap((row) => comparableRow(row) ?? []);
  const notes = new Map<MergedRow, MergedCells>();
  const duplicates = countOnce(comparable.filter(isOpen));
  for (const { dropped, kept } of duplicates) {
    notes.set(dropped.source, note("Counted once", [kept]));
  }
  const open = comparable.filter((row) => isOpen(row) && !notes.has(row.source));
  const { matched, unclear } = matchTransfers(open);
  for (const candidate of matched) {
    notes.set(candidate.departure.row.source, transferCells(candidate));
    notes.set(candidate.arrival.row.source, note("Joined", [candidate.departure.row]));
  }
  for (const row of open) {
    if (notes.has(row.source)) continue;
    const ends = unclear.get(row);
    notes.set(row.source, { ...knownEnd(row), ...(ends && note("Unclear", ends)) });
  }
  const noted = rows.map((row) => ({ ...row, cells: { ...row.cells, ...notes.get(row) } }));
  return {
    grid: mergedGrid(noted),
    transfers: matched.length,
    countedOnce: duplicates.length,
    problems: placedDamage(rows, damage),
  };
}

type Damage = { readonly file: string; readonly problem: Problem };

/** Problems of files by the rows of the merged ledger, below its headings. */
function placedDamage(rows: readonly MergedRow[], damage: readonly Damage[]): readonly Problem[] {
  if (damage.length === 0) return [];
  const numbers = new Map(rows.map((row, index) => [placeText(row), index + 2]));
  return damage
    .map(({ file, problem }) => {
      const place = placeText({ file, row: problem.row ?? 0 });
      return { ...problem, row: numbers.get(place), place };
    })
    .sort((a, b) => compareText(a.place, b.place));
}

/** By time, then by file and row; dates that cannot be read stand last. */
const compareRows = (a: MergedRow, b: MergedRow): number =>
  (a.at ?? Infinity) === (b.at ?? Infinity)
    ? compareText(a.file, b.file) || a.row - b.row
    : (a.at ?? Infinity) - (b.at ?? Infinity);

/**
 * What the service itself marks as not to be counted stays out, and so do opening lots: they are what
 * was held, and happened on no day.
 */
const isOpen = ({ meaning }: ComparableRow): boolean =>
  meaning !== "ignored" && meaning !== "opening";

const note = (word: string, others: readonly ComparableRow[]): MergedCells => ({
  Merge: word,
  "Merge with": others.map(({ source }) => placeText(source)).join(", "),
});

/** The wallet that a move names, so that the user only has to write the other one. */
function knownEnd({ source, meaning, sent, received }: ComparableRow): MergedCells {
  const { cells } = source;
  if (meaning !== "move") return {};
  if (received === undefined) {
    return { "From wallet": walletName(cells, "From wallet", "To wallet") };
  }
  return sent === undefined ? { "To wallet": walletName(cells, "To wallet", "From wallet") } : {};
}

/** The row that leaves becomes the transfer. A worth that only the arrival states is that of all of it. */
function transferCells({ departure, arrival }: Candidate): MergedCells {
  const { cells } = departure.row.source;
  const there = arrival.row.source.cells;
  const isWhole = departure.units.amount === arrival.units.amount;
  const worth = isWhole && isEmpty(cells["Net Worth Amount"]) ? there : cells;
  return {
    Type: "Transfer",
    Label: null,
    "Received Amount": there["Received Amount"] ?? null,
    "Received Currency": cells["Sent Currency"] ?? null,
    "From wallet": walletName(cells, "From wallet", "To wallet"),
    "To wallet": walletName(there, "To wallet", "From wallet"),
    "Net Worth Amount": worth["Net Worth Amount"] ?? null,
    "Net Worth Currency": worth["Net Worth Currency"] ?? null,
    ...note("Transfer", [arrival.row]),
  };
}
