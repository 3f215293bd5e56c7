import type { CellGrid } from "./cells.ts";
import { likelyHeaderRow, withChosenHeadings, type ChosenHeadings } from "./chosenHeadings.ts";
import { columnsOf, type ColumnRole, type Columns } from "./columns.ts";
import { headingOf } from "./heading.ts";
import { ADDED_HEADINGS } from "./imports/addedColumns.ts";
import { recognizedExport } from "./imports/importGrid.ts";
import { oneAsset } from "./layouts/oneAsset.ts";
import { twoSides } from "./layouts/twoSides.ts";

/** A column that a ledger can have, and the user's heading that was found for it. */
export type RecognizedColumn = {
  /** Its own name, by which headings are chosen. */
  readonly name: string;
  readonly heading: string | undefined;
  /** Without it the sheet cannot be read. */
  readonly isNeeded: boolean;
};

/** What the headings of a sheet were taken for. */
export type RecognizedColumns = {
  /** The service whose export this is, such as `Kraken ledgers`; its columns need no choices. */
  readonly format: string | undefined;
  readonly shape: "one asset a row" | "two sides a row" | "base and quote a row";
  /** True where all that is needed was found. */
  readonly isComplete: boolean;
  /** Counted from 1. */
  readonly headerRow: number;
  /** Every column of that shape. */
  readonly columns: readonly RecognizedColumn[];
  /** All headings of the sheet, to choose from. */
  readonly headings: readonly string[];
  /** Headings that stand for no column. */
  readonly unrecognized: readonly string[];
  /** What is needed and was not found; "Price or Total" where an amount is missing. */
  readonly missing: readonly string[];
  /** Headings of columns that can be added to an export, for what it does not state. */
  readonly addable: readonly string[];
};

/** Says which heading was found for which column, after the user's choices. */
export function recognizedColumns(grid: CellGrid, chosen: ChosenHeadings = {}): RecognizedColumns {
  const named = withChosenHeadings(grid, chosen);
  const exported = recognizedExport(named);
  if (exported !== undefined) return exportColumns(grid, exported);
  const row = likelyHeaderRow(grid, chosen);
  const found = columnsOf(named[row] ?? []);
  const texts = (grid[row] ?? []).map((cell) => headingOf(cell).text);
  const shape = shapeOf(found);
  const columns = COLUMNS[shape].map(({ name, roles, isNeeded }): RecognizedColumn => {
    const index = roles.map((role) => found[role]?.index).find((place) => place !== undefined);
    return { name, heading: index === undefined ? undefined : texts[index], isNeeded };
  });
  const missing = columns.filter((one) => one.isNeeded && one.heading === undefined);
  const needsAmount = shape === "one asset a row" && (found.price ?? found.total) === undefined;
  const known = new Set(Object.values(found).map(({ index }) => index));
  return {
    format: undefined,
    shape,
    isComplete: missing.length === 0,
    headerRow: row + 1,
    columns,
    headings: texts.filter((text, index) => text !== "" && texts.indexOf(text) === index),
    unrecognized: texts.filter((text, index) => text !== "" && !known.has(index)),
    missing: [...missing.map(({ name }) => name), ...(needsAmount ? ["Price or Total"] : [])],
    addable: [],
  };
}

/** The columns of an export are known by its headings alone. */
const exportColumns = (
  grid: CellGrid,
  { format, headerRow }: { readonly format: string; readonly headerRow: number },
): RecognizedColumns => ({
  format,
  shape: "two sides a row",
  isComplete: true,
  headerRow,
  columns: [],
  headings: (grid[headerRow - 1] ?? [])
    .map((cell) => headingOf(cell).text)
    .filter((text) => text !== ""),
  unrecognized: [],
  missing: [],
  addable: ADDED_HEADINGS,
});

/** The shape that a header row has, or comes nearest to. */
function shapeOf(found: Columns): RecognizedColumns["shape"] {
  if (twoSides.fits(found)) {
    return hasSides(found) ? "two sides a row" : "base and quote a row";
  }
  if (oneAsset.fits(found)) return "one asset a row";
  if (hasSides(found)) return "two sides a row";
  return (found.baseAmount ?? found.baseAsset) === undefined
    ? "one asset a row"
    : "base and quote a row";
}

const hasSides = ({ sentAmount, sentAsset, receivedAmount, receivedAsset }: Columns): boolean =>
  (sentAmount ?? sentAsset ?? receivedAmount ?? receivedAsset) !== undefined;

type ShapeColumn = {
  readonly name: string;
  /** Read from the first of these that the sheet has. */
  readonly roles: readonly ColumnRole[];
  readonly isNeeded: boolean;
};

const needed = (name: string, ...roles: readonly ColumnRole[]): ShapeColumn => ({
  name,
  roles,
  isNeeded: true,
});

const optional = (name: string, ...roles: readonly ColumnRole[]): ShapeColumn => ({
  name,
  roles,
  isNeeded: false,
});

const OF_EVERY_SHAPE: readonly ShapeColumn[] = [
  optional("Account", "account"),
  optional("Lot", "lot"),
  optional("Id", "id"),
  optional("Acquired", "acquired"),
  optional("1099", "brokerReport"),
  optional("Evidence", "evidence"),
  optional("Notes", "notes"),
];

const COLUMNS: Readonly<Record<RecognizedColumns["shape"], readonly ShapeColumn[]>> = {
  "one asset a row": [
    needed("Date", "date"),
    needed("Type", "type", "label"),
    needed("Asset", "asset"),
    needed("Quantity", "quantity"),
    optional("Price", "price"),
    optional("Total", "total"),
    optional("Fee", "fee"),
    optional("Fee Currency", "feeAsset"),
    optional("Wallet", "wallet", "sentWallet"),
    optional("To wallet", "receivedWallet"),
    ...OF_EVERY_SHAPE,
  ],
  "two sides a row": [
    needed("Date", "date"),
    optional("Type", "type"),
    optional("Label", "label"),
    needed("Sent Amount", "sentAmount"),
    needed("Sent Currency", "sentAsset"),
    needed("Received Amount", "receivedAmount"),
    needed("Received Currency", "receivedAsset"),
    optional("Fee", "fee"),
    optional("Fee Currency", "feeAsset"),
    optional("Net Worth Amount", "worth"),
    optional("Net Worth Currency", "worthCurrency"),
    optional("Wallet", "wallet"),
    optional("Sending Wallet", "sentWallet"),
    optional("Receiving Wallet", "receivedWallet"),
    ...OF_EVERY_SHAPE,
  ],
  "base and quote a row": [
    needed("Date", "date"),
    needed("Type", "type", "label"),
    needed("Base Amount", "baseAmount"),
    needed("Base Currency", "baseAsset"),
    optional("Quote Amount", "quoteAmount"),
    optional("Quote Currency", "quoteAsset"),
    optional("Fee", "fee"),
    optional("Fee Currency", "feeAsset"),
    optional("From", "sentWallet"),
    optional("To", "receivedWallet"),
    ...OF_EVERY_SHAPE,
  ],
};
