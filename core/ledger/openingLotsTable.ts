import { isBlank, type CellGrid, type CellValue } from "./cells.ts";
import { HEADER_ROWS } from "./findHeader.ts";
import { headingOf } from "./heading.ts";
import { synonymsOf } from "./words.ts";

/**
 * A table of lots, such as another program's export of what is held or the result of `TLH_LOTS`, as
 * opening lots in the ledger's own shape, row for row; undefined where no row of headings is one.
 *
 * Needed are an asset, a quantity, a basis and an acquisition date; a table that has proceeds or a date
 * of sale as well is one of sales. Only asked of sheets that are no
 * ledger, and only where the setting `opening` says of which day the lots are. Decision: D-60.
 */
export function openingLotsTable(grid: CellGrid): CellGrid | undefined {
  const header = headerIn(grid);
  if (header < 0) return undefined;
  const places = placesIn(grid[header] ?? []);
  return grid.map((cells, index) => {
    if (index < header) return [];
    if (index === header) return HEADINGS.map(({ title }) => title);
    return cells.every(isBlank) ? [] : openingRow(cells, places);
  });
}

/** True when the first rows of a sheet have the headings of such a table. */
export const isOpeningLotsTable = (grid: CellGrid): boolean => headerIn(grid) >= 0;

const headerIn = (grid: CellGrid): number => grid.slice(0, HEADER_ROWS).findIndex(isHeader);

type LotColumn =
  | "asset"
  | "quantity"
  | "basis"
  | "acquired"
  | "held"
  | "lossBasis"
  | "wallet"
  | "account"
  | "id"
  | "evidence"
  | "notes";

/** The ledger's own headings, with the columns of lots that fill them. */
const HEADINGS: readonly { readonly title: string; readonly from: LotColumn | undefined }[] = [
  { title: "Type", from: undefined },
  { title: "Date", from: "acquired" },
  { title: "Asset", from: "asset" },
  { title: "Quantity", from: "quantity" },
  { title: "Total", from: "basis" },
  { title: "Holding period start", from: "held" },
  { title: "Loss basis", from: "lossBasis" },
  { title: "Wallet", from: "wallet" },
  { title: "Account", from: "account" },
  { title: "Id", from: "id" },
  { title: "Evidence", from: "evidence" },
  { title: "Notes", from: "notes" },
];

/** Headings by word key; a basis is that of all units of the lot, never of one. */
const WORDS: ReadonlyMap<string, LotColumn> = synonymsOf<LotColumn>([
  {
    meaning: "asset",
    words: "asset, coin, symbol, ticker, token, currency, cryptocurrency, asset name",
  },
  {
    meaning: "quantity",
    words: "quantity, qty, units, amount, remaining, remaining quantity, remaining amount, balance",
  },
  {
    meaning: "basis",
    words:
      "cost basis, basis, total cost basis, remaining cost basis, adjusted basis, total cost, cost",
  },
  {
    meaning: "acquired",
    words:
      "acquired, date acquired, acquired date, acquisition date, date of acquisition, purchase date, date purchased, acquired on",
  },
  { meaning: "held", words: "holding period start, held since" },
  { meaning: "lossBasis", words: "loss basis, basis for loss" },
  { meaning: "wallet", words: "wallet, wallet name, exchange, platform, location, custodian" },
  { meaning: "account", words: "account, account type" },
  { meaning: "id", words: "id, lot id, lot, transaction id" },
  {
    meaning: "evidence",
    words:
      "evidence, supporting document, supporting documents, source document, document, documents, documentation, basis source, source of basis, source",
  },
  { meaning: "notes", words: "notes, note, memo, comment, comments" },
]);

const NEEDED: readonly LotColumn[] = ["asset", "quantity", "basis", "acquired"];

const isHeader = (cells: readonly CellValue[]): boolean => {
  const places = placesIn(cells);
  return (
    NEEDED.every((column) => places.has(column)) &&
    !cells.some((cell) => OF_SALES.has(headingOf(cell).key))
  );
};

/** What a table of sales has beside the same columns: its lots are gone. */
const OF_SALES: ReadonlyMap<string, true> = synonymsOf<true>([
  {
    meaning: true,
    words: `proceeds, gross proceeds, net proceeds, sale proceeds, sales proceeds, total proceeds,
      sales price, sold, sold on, sold date, date sold, sale date, date of sale, date disposed,
      date sold or disposed, date sold or disposed of, sale or disposal date, disposal date,
      date of disposal, date of disposition`,
  },
]);

/** Where each column is; of headings that mean the same the first. */
function placesIn(cells: readonly CellValue[]): ReadonlyMap<LotColumn, number> {
  const places = new Map<LotColumn, number>();
  cells.forEach((cell, index) => {
    const column = WORDS.get(headingOf(cell).key);
    if (column !== undefined && !places.has(column)) places.set(column, index);
  });
  return places;
}

function openingRow(
  cells: readonly CellValue[],
  places: ReadonlyMap<LotColumn, number>,
): readonly CellValue[] {
  return HEADINGS.map(({ from }) => {
    if (from === undefined) return "Opening lot";
    const place = places.get(from);
    return place === undefined ? null : (cells[place] ?? null);
  });
}
