import type { TimeZone } from "../calendar/timeZone.ts";
import { assetDecimals } from "./assetDecimals.ts";
import type { Asset } from "./asset.ts";
import type { CellGrid } from "./cells.ts";
import { columnsOf, type Columns } from "./columns.ts";
import { mendGrid, type MendedGrid } from "./damage/mendGrid.ts";
import { duplicateRows } from "./duplicateRows.ts";
import { findHeader, HEADER_ROWS, nearestHeader, type Header } from "./findHeader.ts";
import { ledgerNames } from "./ledgerNames.ts";
import type { Layout, LedgerSheet } from "./ledgerSheet.ts";
import { importGrid, recognizedExport } from "./imports/importGrid.ts";
import { LAYOUTS } from "./layouts/layouts.ts";
import { resolveLotChoices } from "./lotChoices.ts";
import type { Problem } from "./problem.ts";
import { openingLots } from "./openingLots.ts";
import { openingLotsTable } from "./openingLotsTable.ts";
import { problemLog } from "./problemLog.ts";
import { rowPlaces } from "./rowPlaces.ts";
import type { Settings } from "./settings.ts";
import type { Transaction } from "./transaction.ts";
import { attachTransferFees } from "./transferFees.ts";
import type { Unreadable } from "./unreadable.ts";
import type { Wallet } from "./wallet.ts";
import { isEmpty } from "./words.ts";

/** What the core believes of a ledger: every row is used here, or is an Error among the problems. */
export type Ledger = {
  /** In row order; within a row acquisitions, then transfers, then disposals and removals. */
  readonly transactions: readonly Transaction[];
  /** By Asset.index. */
  readonly assets: readonly Asset[];
  /** By Wallet.index. */
  readonly wallets: readonly Wallet[];
  /** In row order. */
  readonly problems: readonly Problem[];
  /** Of a merged ledger, where its rows are from. */
  readonly places?: ReadonlyMap<number, string> | undefined;
};

/** A ledger with what became of the rows that are neither in it nor among the problems. */
export type ParsedLedger = Ledger & {
  /** Rows that were read and rightly change no lot, such as deposits of dollars. */
  readonly withoutEffect: readonly number[];
  /** Rows of a service's export that were joined to another, such as the other leg of a trade. */
  readonly joined: readonly number[];
};

/**
 * Reads a sheet of transactions in any of the known layouts, or the export of a service as it is.
 * `zone` is the taxpayer's.
 *
 * Row numbers count from 1 at the first row of the grid. A row that cannot be used is an Error, takes
 * no part, and the others go on; blank rows are passed over.
 */
export function parseLedger(
  grid: CellGrid,
  settings: Settings,
  zone: TimeZone,
): ParsedLedger | Unreadable {
  const mended = mendedSheet(lotsAsLedger(grid, settings), settings, zone);
  const source = importGrid(mended.grid) ?? ownSheet(mended.grid);
  const found = layoutOf(source.grid);
  if (found === undefined) return { unreadable: noHeader(grid) };
  const { layout, header } = found;
  const { columns } = header;
  const rows = source.grid.slice(header.row);
  const sheet: LedgerSheet = {
    columns,
    settings,
    zone,
    names: ledgerNames(settings, assetDecimals(rows, amountsOf(layout, columns), settings)),
    log: problemLog("transactions"),
    transactions: [],
    withoutEffect: [...source.withoutEffect],
    lotChoices: [],
    feeRows: [],
  };
  sheet.log.problems.push(...mended.problems);
  readRows(sheet, layout, { ...source, first: header.row });
  const places = rowPlaces(source.grid, header.row, columns);
  return { ...finished(sheet), joined: source.joined, places };
}

/** True when the first rows of a sheet have the headings of a ledger, or of a service's export. */
export const isLedger = (grid: CellGrid): boolean =>
  recognizedExport(grid) !== undefined || layoutOf(grid) !== undefined;

/**
 * The user's own cells after what the user lets be mended. The rows of a merged ledger were looked at in
 * the files that they are from.
 */
export function mendedSheet(grid: CellGrid, settings: Settings, zone: TimeZone): MendedGrid {
  const exported = recognizedExport(grid);
  const first = exported?.headerRow ?? layoutOf(grid)?.header.row;
  const columns = first === undefined ? undefined : columnsOf(grid[first - 1] ?? []);
  if (first === undefined || columns === undefined || columns.merge !== undefined) {
    return { grid, problems: [] };
  }
  const { dateSystem, repair } = settings;
  const isExport = exported !== undefined;
  return mendGrid({ grid, first, columns, dateSystem, zone, isExport }, repair);
}

/** A table of lots where the settings say of which day they are; every other sheet as it is. */
export const lotsAsLedger = (grid: CellGrid, settings: Settings): CellGrid =>
  settings.opening === undefined || isLedger(grid) ? grid : (openingLotsTable(grid) ?? grid);

/** Rows to read, with the user's own number for each; undefined where that is its place. */
type Source = {
  readonly grid: CellGrid;
  readonly rows: readonly number[] | undefined;
  readonly joined: readonly number[];
  readonly withoutEffect: readonly number[];
};

const ownSheet = (grid: CellGrid): Source => ({
  grid,
  rows: undefined,
  joined: [],
  withoutEffect: [],
});

function layoutOf(
  grid: CellGrid,
): { readonly layout: Layout; readonly header: Header } | undefined {
  const fitting = (columns: Columns): Layout | undefined =>
    LAYOUTS.find((layout) => layout.fits(columns));
  const header = findHeader(grid, (columns) => fitting(columns) !== undefined);
  const layout = header === undefined ? undefined : fitting(header.columns);
  return header === undefined || layout === undefined ? undefined : { layout, header };
}

function amountsOf(layout: Layout, columns: Columns): { asset: number; amount: number }[] {
  return layout.amounts.flatMap(({ asset, amount }) => {
    const assetColumn = columns[asset];
    const amountColumn = columns[amount];
    if (assetColumn === undefined || amountColumn === undefined) return [];
    return [{ asset: assetColumn.index, amount: amountColumn.index }];
  });
}

type Rows = Pick<Source, "grid" | "rows"> & { readonly first: number };

function readRows(sheet: LedgerSheet, layout: Layout, { grid, rows, first }: Rows): void {
  const readRow = layout.rowReader(sheet);
  for (let index = first; index < grid.length; index++) {
    const cells = grid[index] ?? [];
    if (cells.every(isEmpty)) continue;
    sheet.log.row = rows?.[index] ?? index + 1;
    readRow(cells);
  }
}

/** What can only be known when all rows are read: named lots, fees of transfers, duplicates. */
function finished(sheet: LedgerSheet): Omit<ParsedLedger, "joined"> {
  const dropped = new Set<number>();
  const moved = new Set<number>();
  resolveLotChoices(sheet, dropped);
  attachTransferFees(sheet, moved, dropped);
  const whole =
    dropped.size + moved.size === 0
      ? sheet.transactions
      : sheet.transactions.filter(({ row }, index) => !moved.has(index) && !dropped.has(row));
  const { transactions, problems: ofOpening } = openingLots(whole, sheet.settings);
  const problems = [...sheet.log.problems, ...ofOpening, ...duplicateRows(transactions)];
  const { assets, wallets } = sheet.names;
  const { withoutEffect } = sheet;
  // The sort is stable, so that the problems of a row stay in the order of its cells.
  problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  return { transactions, assets, wallets, problems, withoutEffect };
}

function noHeader(grid: CellGrid): string {
  const seen = nearestHeader(grid);
  const found =
    seen === undefined
      ? "has a known heading"
      : `has all that is needed; row ${seen.row} comes nearest with ${headingsOf(seen)}`;
  return (
    `No header row was found: none of the first ${HEADER_ROWS} rows ${found}. ` +
    "Name the columns Date, Type, Asset, Quantity, and Price or Total; or Date, Sent Amount, " +
    "Sent Currency, Received Amount and Received Currency."
  );
}

const headingsOf = (header: Header): string =>
  Object.values(header.columns)
    .map(({ text }) => text.slice(0, 30))
    .join(", ");
