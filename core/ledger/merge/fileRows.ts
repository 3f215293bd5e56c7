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
import { lotsAsLedger, mendedSheet } from "../parseLedger.ts";
import type { Problem } from "../problem.ts";
import type { Settings } from "../settings.ts";
import { oneAsset } from "../layouts/oneAsset.ts";
import { twoSides } from "../layouts/twoSides.ts";
import { dateReader, type DateReader } from "../parseDate.ts";
import { cellText, isEmpty } from "../words.ts";
import { oneAssetCells } from "./oneAssetCells.ts";
import type { MergedCells, MergedHeading, MergedRow } from "./mergedRow.ts";
import { openingCells } from "./openingCells.ts";
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

/**
 * Reads a file's rows into the columns of a merged ledger; undefined where it is no ledger. A table of
 * lots is one where the settings say of which day they are.
 */
export function fileRows(file: LedgerFile, terms: MergeTerms): FileRows | undefined {
  const { settings, zone } = terms;
  const ledger = lotsAsLedger(file.grid, settings);
  const { grid, problems } = mendedSheet(ledger, settings, file.zone ?? zone);
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
    rows.push(finish(index + 1, { ...made, ...openingCells(made, cells, columns) }));
  }
  return { rows, others: [] };
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
  const dayOr = (cell: CellValue | undefined): CellValue | undefined => {
    const at = instantOf(cell, readAcquired);
    return at === undefined ? cell : dayText(terms.zone.dayAt(at));
  };
  return (row, cells) => {
    const { "Date (UTC)": date, Wallet: wallet } = cells;
    const at = instantOf(date, readDate);
    const filled: MergedCells = {
      ...cells,
      "Date (UTC)": at === undefined || keepsItsText(date, zone) ? date : instantText(at),
      Acquired: dayOr(cells.Acquired),
      "Holding period start": dayOr(cells["Holding period start"]),
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
