import { UNCALCULATED, PLAIN, type Cell, type Entry } from "./model/cell.ts";
import { newSheet, type Book } from "./model/book.ts";
import { localeRules } from "./model/locale.ts";
import { isMomentFormat } from "./model/numberFormat.ts";
import { serialOfDay } from "./model/serialTime.ts";
import { cellWithValue } from "./model/writeCell.ts";
import { USUAL_SWITCHES, type Switches } from "./switches.ts";

/** A cell of a sheet that the user has: text stands as it is written, whatever it looks like. */
export type UserCell =
  | string
  | number
  | boolean
  | null
  | { readonly day: string; readonly time?: string; readonly numberFormat?: string }
  | { readonly number: number; readonly numberFormat: string }
  | { readonly formula: string; readonly value: UserCell }
  | { readonly error: string }
  | { readonly typed: string };

/** What a new spreadsheet is made of. */
export type SpreadsheetOptions = {
  readonly timeZone: string;
  /** `en_US` or `de_DE`. */
  readonly locale: string;
  readonly sheets: Readonly<Record<string, readonly (readonly UserCell[])[]>>;
  readonly switches?: Partial<Switches>;
  readonly name?: string;
  /** The size of each sheet, 1000 rows by 26 columns where the cells need no more. */
  readonly size?: { readonly rows: number; readonly columns: number };
};

/**
 * A spreadsheet in memory with the user's sheets. The first sheet is active. In a cell `{ day, time }`
 * is a date as its user sees it, `{ formula, value }` a formula with the result it shows, `{ typed }`
 * what Sheets makes of typed text.
 */
export function createSpreadsheet(options: SpreadsheetOptions): Book {
  const locale = options.locale.replace("-", "_");
  localeRules(locale);
  const book = {
    id: "spreadsheet-in-memory",
    name: options.name ?? "Spreadsheet",
    timeZone: options.timeZone,
    locale,
    switches: { ...USUAL_SWITCHES, ...options.switches },
    sheets: [],
    namedRanges: [],
    metadata: [],
    toasts: [],
    nextId: 1,
    year: 2026,
  } as unknown as Book;
  for (const [name, grid] of Object.entries(options.sheets)) {
    const width = Math.max(0, ...grid.map((row) => row.length));
    const sheet = newSheet(book, name, {
      rows: Math.max(options.size?.rows ?? 1000, grid.length),
      columns: Math.max(options.size?.columns ?? 26, width),
    });
    sheet.rows = grid.map((row) => row.map((cell) => userCell(book, cell)));
    book.sheets.push(sheet);
  }
  const [first] = book.sheets;
  if (first === undefined) throw new Error("A spreadsheet has at least one sheet.");
  book.activeSheet = first;
  return book;
}

function userCell(book: Book, cell: UserCell): Cell | undefined {
  if (cell === null || cell === "") return undefined;
  if (typeof cell !== "object") return { entry: cell, format: PLAIN };
  if ("typed" in cell) return cellWithValue(book, undefined, cell.typed);
  if ("error" in cell) return { entry: { error: cell.error }, format: PLAIN };
  if ("number" in cell)
    return { entry: cell.number, format: { ...PLAIN, numberFormat: cell.numberFormat } };
  if ("formula" in cell) {
    const shown = userCell(book, cell.value);
    const entry: Entry = shown === undefined ? UNCALCULATED : shown.entry;
    return { entry, formula: cell.formula, format: shown?.format ?? PLAIN };
  }
  return dayCell(book, cell);
}

function dayCell(
  book: Book,
  cell: { readonly day: string; readonly time?: string; readonly numberFormat?: string },
): Cell {
  const [year = 0, month = 0, day = 0] = cell.day.split("-").map(Number);
  const [hours = 0, minutes = 0, seconds = 0] = (cell.time ?? "0:0:0").split(":").map(Number);
  const serial = serialOfDay(year, month, day, hours * 3600 + minutes * 60 + seconds);
  if (serial === undefined) throw new Error(`There is no day ${cell.day}.`);
  const rules = localeRules(book.locale);
  const numberFormat =
    cell.numberFormat ?? (cell.time === undefined ? rules.dateFormat : rules.dateTimeFormat);
  if (!isMomentFormat(numberFormat)) throw new Error(`${numberFormat} is no format of a date.`);
  return { entry: serial, format: { ...PLAIN, numberFormat } };
}
