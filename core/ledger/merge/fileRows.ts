import { instantText } from "../../calendar/instantText.ts";
import {
  noZoneOffsets,
  timeZone,
  UTC,
  type Instant,
  type TimeZone,
} from "../../calendar/timeZone.ts";
import { dayText } from "../../calendar/day.ts";
import type { CellGrid, CellValue } from "../cells.ts";
import type { ColumnHeading, Columns } from "../columns.ts";
import { findHeader } from "../findHeader.ts";
import { headingOf } from "../heading.ts";
import { importGrid } from "../imports/importGrid.ts";
import { mendedSheet } from "../parseLedger.ts";
import type { Problem } from "../problem.ts";
import type { Settings } from "../settings.ts";
import { oneAsset } from "../layouts/oneAsset.ts";
import { twoSides } from "../layouts/twoSides.ts";
import { dateReader, type DateReader } from "../parseDate.ts";
import { transactionType } from "../transactionTypes.ts";
import { cellText, isEmpty, wordKey } from "../words.ts";
import { oneAssetCells } from "./oneAssetCells.ts";
import type { MergedCells, MergedHeading, MergedRow } from "./mergedRow.ts";
import { twoSidedCells } from "./twoSidedCells.ts";

/** A file to be merged. */
export type LedgerFile = {
  /** As its rows are to be called, such as `kraken.csv`. */
  readonly name: string;
  readonly grid: CellGrid;
  /** The zone that the user declares for its dates; it beats what its heading says. */
  readonly zone: TimeZone | undefined;
  /** The wallet of rows that name none. */
  readonly wallet: string;
};

/** What all files share. */
export type MergeTerms = {
  readonly settings: Settings;
  /** The taxpayer's zone. */
  readonly zone: TimeZone;
};

/** The rows of a file, and those that rightly are no row of the merged ledger. */
export type FileRows = {
  readonly rows: readonly MergedRow[];
  /** Rows that a service's export joins to another, or that have no effect. */
  readonly others: readonly number[];
  /** What spreadsheet programs did to the file, by its own rows. */
  readonly problems: readonly Problem[];
};

/** Reads a file's rows into the columns of a merged ledger; undefined where it is no ledger. */
export function fileRows(file: LedgerFile, terms: MergeTerms): FileRows | undefined {
  const { grid, problems } = mendedSheet(file.grid, terms.settings, file.zone ?? terms.zone);
  const mended = { ...file, grid };
  const read = importedRows(mended, terms) ?? ownRows(mended, terms);
  return read && { ...read, problems };
}

type ReadRows = Omit<FileRows, "problems">;

function importedRows(file: LedgerFile, terms: MergeTerms): ReadRows | undefined {
  const imported = importGrid(file.grid);
  if (imported === undefined) return undefined;
  const [headings = [], ...cells] = imported.grid;
  const names = headings.map((cell) =>
    cellText(cell).startsWith("Date") ? "Date (UTC)" : cell,
  ) as MergedHeading[];
  const finish = finisher(file, terms, {
    format: imported.format,
    heading: headingOf(headings[0]),
  });
  const rows = cells.map((row, index) => {
    const named: MergedCells = {};
    names.forEach((name, place) => (named[name] = row[place] ?? null));
    return finish(imported.rows[index + 1] ?? 0, named);
  });
  return { rows, others: [...imported.joined, ...imported.withoutEffect] };
}

function ownRows(file: LedgerFile, terms: MergeTerms): ReadRows | undefined {
  const header = findHeader(
    file.grid,
    (columns) => twoSides.fits(columns) || oneAsset.fits(columns),
  );
  if (header === undefined) return undefined;
  const { columns } = header;
  const cellsOf = twoSides.fits(columns) ? twoSidedCells(columns) : oneAssetCells(columns);
  const finish = finisher(file, terms, { format: undefined, heading: columns.date, columns });
  const rows: MergedRow[] = [];
  for (let index = header.row; index < file.grid.length; index++) {
    const cells = file.grid[index] ?? [];
    if (cells.every(isEmpty)) continue;
    const made = cellsOf(cells);
    const isApart = isOpeningPosition(made, { cells, columns, settings: terms.settings });
    rows.push(finish(index + 1, isApart ? { ...made, Merge: "Not merged" } : made));
  }
  return { rows, others: [] };
}

type OpeningRow = {
  readonly cells: readonly CellValue[];
  readonly columns: Columns;
  readonly settings: Settings;
};

/** An opening lot that is read by more than its date and its basis. */
function isOpeningPosition(made: MergedCells, { cells, columns, settings }: OpeningRow): boolean {
  if (transactionType(wordKey(cellText(made.Type)))?.name !== "Opening lot") return false;
  const own = [columns.acquired, columns.holdingPeriodStart, columns.lossBasis];
  return (
    settings.opening !== undefined ||
    own.some((column) => column !== undefined && !isEmpty(cells[column.index]))
  );
}

type Origin = {
  readonly format: string | undefined;
  readonly heading: Pick<ColumnHeading, "zone" | "countsFrom1970"> | undefined;
  readonly columns?: Columns;
};

type Finish = (row: number, cells: MergedCells) => MergedRow;

/** Puts dates into universal time, fills in the wallet, and says where the row is from. */
function finisher(file: LedgerFile, terms: MergeTerms, origin: Origin): Finish {
  const { format, heading, columns } = origin;
  const named = (one: Origin["heading"]): TimeZone | undefined =>
    one?.zone === undefined ? undefined : timeZone(one.zone, noZoneOffsets);
  const zone = file.zone ?? named(heading) ?? terms.zone;
  const readerIn = (one: TimeZone, countsFrom1970: boolean): DateReader =>
    dateReader({ zone: one, dateSystem: terms.settings.dateSystem, countsFrom1970 });
  const readDate = readerIn(zone, heading?.countsFrom1970 ?? false);
  const readAcquired = readerIn(named(columns?.acquired) ?? terms.zone, false);
  return (row, cells) => {
    const { "Date (UTC)": date, Acquired: acquired, Wallet: wallet } = cells;
    const at = instantOf(date, readDate);
    const bought = instantOf(acquired, readAcquired);
    const filled: MergedCells = {
      ...cells,
      "Date (UTC)": at === undefined || keepsItsText(date, zone) ? date : instantText(at),
      Acquired: bought === undefined ? acquired : dayText(terms.zone.dayAt(bought)),
      Wallet: namesWallet(cells) ? wallet : file.wallet,
      File: file.name,
      "File row": row,
    };
    const isWholeDay = typeof date === "number" ? Number.isInteger(date) : isDayText(date);
    return { file: file.name, row, format, cells: filled, at, isWholeDay };
  };
}

const namesWallet = (cells: MergedCells): boolean =>
  !(isEmpty(cells.Wallet) && isEmpty(cells["From wallet"]) && isEmpty(cells["To wallet"]));

function instantOf(cell: CellValue | undefined, read: DateReader): Instant | undefined {
  const reading = isEmpty(cell) ? "not-a-date" : read(cell);
  return typeof reading === "number" ? reading : undefined;
}

/** A day before its month is warned of as it was written. */
const keepsItsText = (cell: CellValue | undefined, zone: TimeZone): boolean =>
  zone === UTC && typeof cell === "string" && /^(?:1[3-9]|2\d|3[01])\//.test(cell.trim());

const isDayText = (cell: CellValue | undefined): boolean =>
  typeof cell === "string" && !cell.includes(":") && !/^\s*\d{9,}/.test(cell);
