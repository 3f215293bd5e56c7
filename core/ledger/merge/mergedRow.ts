import type { Instant } from "../../calendar/timeZone.ts";
import type { CellGrid, CellValue } from "../cells.ts";
import { isEmpty } from "../words.ts";

/**
 * The columns of a merged ledger: those of two sides a row, then where each row is from. Those of
 * opening lots alone are there only with such lots.
 */
export const MERGED_HEADINGS = [
  ...["Date (UTC)", "Type", "Label"],
  ...["Sent Amount", "Sent Currency", "Received Amount", "Received Currency"],
  ...["Fee Amount", "Fee Currency", "Net Worth Amount", "Net Worth Currency"],
  ...["Fee Worth Amount", "Fee Worth Currency", "Received Cost Basis", "Acquired"],
  ...["Holding period start", "Loss basis", "Evidence", "Notes"],
  ...["From wallet", "To wallet", "Wallet", "Account", "Lot", "1099", "Id"],
  ...["File", "File row", "Merge", "Merge with"],
] as const;

/** The heading of a column of a merged ledger. */
export type MergedHeading = (typeof MERGED_HEADINGS)[number];

/** The cells of a merged row; columns that are missing are blank. */
export type MergedCells = Partial<Record<MergedHeading, CellValue | undefined>>;

/** A row of one file on its way into a merged ledger. */
export type MergedRow = {
  readonly file: string;
  /** Counted from 1 in that file. */
  readonly row: number;
  /** The name of the export that the file is; undefined for sheets read by their headings. */
  readonly format: string | undefined;
  readonly cells: MergedCells;
  /** Undefined where the date cannot be read. */
  readonly at: Instant | undefined;
  /** True where the date has no time of day, so that it stands for the whole day. */
  readonly isWholeDay: boolean;
};

/** A row by file and number, in words: `kraken.csv row 12`. */
export const placeText = ({ file, row }: Pick<MergedRow, "file" | "row">): string =>
  `${file} row ${row}`;

/** A table of merged rows. */
export function mergedGrid(rows: readonly MergedRow[]): CellGrid {
  const isUsed = (heading: MergedHeading): boolean =>
    !OPENING_HEADINGS.has(heading) || rows.some(({ cells }) => !isEmpty(cells[heading]));
  const headings = MERGED_HEADINGS.filter(isUsed);
  return [headings, ...rows.map(({ cells }) => headings.map((heading) => cells[heading] ?? null))];
}

/** The columns that are read of opening lots and of no other row. */
const OPENING_HEADINGS: ReadonlySet<MergedHeading> = new Set<MergedHeading>([
  "Holding period start",
  "Loss basis",
  "Evidence",
  "Notes",
]);
