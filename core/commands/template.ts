import type { CellGrid } from "../ledger/cells.ts";
import type { ColumnFormat } from "../report/table.ts";
import { TEMPLATE_SETTINGS } from "./templateSettings.ts";

/** Cells that only take one of some words. The host offers the list, and lets synonyms pass. */
export type ValidationList = {
  /** Counted from 0. */
  readonly column: number;
  /** Counted from 1. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly words: readonly string[];
};

/** A sheet to fill in. */
export type TemplateSheet = {
  readonly name: string;
  readonly rows: CellGrid;
  /** The row with the headings, counted from 1. */
  readonly headingsRow: number;
  /** By column; undefined for cells as typed. */
  readonly formats: readonly (ColumnFormat | undefined)[];
  /** In characters, by column. */
  readonly widths: readonly number[];
  readonly lists: readonly ValidationList[];
};

/** Rows that get lists and formats: enough for years of trades by hand. */
const ROWS_TO_FILL = 1000;

/** The sheets of an empty ledger: transactions, prices and settings. */
export const template = (): readonly TemplateSheet[] => [
  transactionsSheet(),
  pricesSheet(),
  settingsSheet(),
];

type TemplateColumn = {
  readonly heading: string;
  readonly width: number;
  readonly format?: ColumnFormat;
  readonly words?: readonly string[];
};

/** The types of the first shape, in the contract's words. */
const TYPES = [
  "Buy",
  "Sell",
  "Spend",
  "Income",
  "Transfer",
  "Fee",
  "Gift received",
  "Gift sent",
  "Donation",
  "Inherited",
  "Lost",
  "Opening lot",
];

const ACCOUNTS = ["Taxable", "IRA", "Roth IRA", "Spouse", "Spouse IRA", "Controlled entity"];

const TRANSACTION_COLUMNS: readonly TemplateColumn[] = [
  { heading: "Date", width: 12, format: "date" },
  { heading: "Type", width: 14, words: TYPES },
  { heading: "Asset", width: 10 },
  { heading: "Quantity", width: 14, format: "quantity" },
  { heading: "Price", width: 12, format: "unitMoney" },
  { heading: "Total", width: 13, format: "money" },
  { heading: "Fee", width: 10, format: "money" },
  { heading: "Wallet", width: 16 },
  { heading: "Account", width: 16, words: ACCOUNTS },
  { heading: "To wallet", width: 16 },
  { heading: "Lot", width: 10 },
  { heading: "Id", width: 12 },
  { heading: "Acquired", width: 12, format: "date" },
  { heading: "1099", width: 20, words: ["basis reported", "basis not reported", "none"] },
  { heading: "Notes", width: 30 },
];

/** Notes stand above the headings, which are found by their words. */
const TRANSACTION_NOTES = [
  "One row for each purchase, sale, reward or transfer, from the row below the headings on. Delete this text if you like.",
  "Needed: Date, Type, Asset, Quantity, and Price (a unit) or Total (without the fee). Dollars; fees go into Fee.",
  "A trade of coin for coin is a Sell row and a Buy row. A transfer names both wallets. What was bought before your records begin is an Opening lot with its real date and basis.",
];

const PRICE_NOTES = [
  "One row for each asset that you hold, with its price in dollars, by hand or by a formula.",
];

const PRICE_COLUMNS: readonly TemplateColumn[] = [
  { heading: "Asset", width: 12 },
  { heading: "Price", width: 14, format: "unitMoney" },
  { heading: "As of", width: 12, format: "date" },
];

const transactionsSheet = (): TemplateSheet =>
  tableSheet("Transactions", TRANSACTION_NOTES, TRANSACTION_COLUMNS);

const pricesSheet = (): TemplateSheet => tableSheet("Prices", PRICE_NOTES, PRICE_COLUMNS);

function tableSheet(
  name: string,
  notes: readonly string[],
  columns: readonly TemplateColumn[],
): TemplateSheet {
  const headingsRow = notes.length + 1;
  return {
    name,
    rows: [...notes.map((note) => [note]), columns.map(({ heading }) => heading)],
    headingsRow,
    formats: columns.map(({ format }) => format),
    widths: columns.map(({ width }) => width),
    lists: columns.flatMap(({ words }, column) =>
      words === undefined
        ? []
        : [{ column, firstRow: headingsRow + 1, lastRow: headingsRow + ROWS_TO_FILL, words }],
    ),
  };
}

const settingsSheet = (): TemplateSheet => ({
  name: "Settings",
  rows: [
    ["Setting", "Value", "What it means"],
    ...TEMPLATE_SETTINGS.map(({ name, value, meaning }) => [name, value, meaning]),
  ],
  headingsRow: 1,
  formats: [undefined, undefined, undefined],
  widths: [18, 18, 90],
  lists: TEMPLATE_SETTINGS.flatMap(({ words }, index) =>
    words === undefined ? [] : [{ column: 1, firstRow: index + 2, lastRow: index + 2, words }],
  ),
});
