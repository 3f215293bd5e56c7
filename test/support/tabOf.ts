import { dayText, type Day } from "../../core/calendar/day.ts";
import { noZoneOffsets } from "../../core/calendar/timeZone.ts";
import { generateTabs } from "../../core/commands/generateTabs.ts";
import { tabKind } from "../../core/commands/tabKinds.ts";
import type { Books } from "../../core/harvest/books.ts";
import { openBooks } from "../../core/harvest/openBooks.ts";
import type { CellGrid } from "../../core/ledger/cells.ts";
import { isUnreadable } from "../../core/ledger/unreadable.ts";
import type { Tab } from "../../core/report/tab.ts";
import type { Table, TableCell } from "../../core/report/table.ts";

const ZONES = { offsets: noZoneOffsets, workbookZone: undefined };

/** What a user has: rows below the usual headings, prices by asset, settings as text. */
export type UserSheets = {
  readonly rows: CellGrid;
  readonly prices?: Readonly<Record<string, number>>;
  readonly options?: string;
};

const HEADINGS = ["Date", "Type", "Asset", "Quantity", "Total", "Wallet", "Account", "1099"];

const cellsOf = ({ rows, prices = {}, options = "" }: UserSheets) => ({
  transactions: [HEADINGS, ...rows],
  prices: [["Asset", "Price"], ...Object.entries(prices)],
  options,
  asOf: undefined,
});

/** The books of a user; the first row of the ledger is row 2. */
export function booksOf(sheets: UserSheets): Books {
  const opened = openBooks(cellsOf(sheets), ZONES);
  if (isUnreadable(opened)) throw new Error(opened.unreadable);
  return opened.books;
}

/** One tab of a user. */
export function tabOf(name: string, sheets: UserSheets): Tab {
  const kind = tabKind(name);
  if (kind === undefined) throw new Error(`There is no tab ${name}.`);
  const progress = (): undefined => undefined;
  const made = generateTabs(cellsOf(sheets), [kind], { zones: ZONES, progress });
  if (isUnreadable(made)) throw new Error(made.unreadable);
  return made.tabs[0] as Tab;
}

/** The rows of a table as records by column title; dates as ISO text. */
export const recordsOf = ({ columns, rows }: Table): readonly Record<string, TableCell>[] =>
  rows.map((row) =>
    Object.fromEntries(
      columns.map(({ title, format }, index) => {
        const cell = row[index] ?? null;
        return [title, format === "date" && typeof cell === "number" ? dayText(cell as Day) : cell];
      }),
    ),
  );
