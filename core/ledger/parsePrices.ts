import { dayText, type Day } from "../calendar/day.ts";
import type { TimeZone } from "../calendar/timeZone.ts";
import type { DecimalNumber } from "../money/decimalNumber.ts";
import { assetKey } from "./asset.ts";
import type { CellGrid, CellValue } from "./cells.ts";
import { cellIn, columnOf, type SheetColumn } from "./columns.ts";
import { isDollars } from "./fiatCurrencies.ts";
import { findHeader, nearestHeader } from "./findHeader.ts";
import { dateReader, type DateReader } from "./parseDate.ts";
import type { Problem } from "./problem.ts";
import { logError, logWarning, problemLog, type ProblemLog } from "./problemLog.ts";
import { dateFacts, readDollars, readText } from "./readCell.ts";
import type { Settings } from "./settings.ts";
import type { Unreadable } from "./unreadable.ts";
import { isEmpty } from "./words.ts";

/** What one unit of an asset is worth, in dollars. */
export type Price = {
  readonly price: DecimalNumber;
  readonly asOf: Day | undefined;
  /** Counted from 1 at the first row of the range. */
  readonly row: number;
};

/** The prices by asset key, and what is wrong with their rows. */
export type PriceList = {
  readonly prices: ReadonlyMap<string, Price>;
  readonly problems: readonly Problem[];
};

/** Days after which a price is doubtful. */
const DAYS_UNTIL_AGED = 30;

/**
 * Reads the sheet of prices: `Asset | Price | As of`.
 *
 * A row without a price is no problem; its asset is unpriced. Of two prices of one asset the later
 * As of counts (a dated one before an undated one, then the lower row), with a Warning. A price that
 * is no number, negative or an error value is an Error, and the asset is unpriced.
 */
export function parsePrices(
  grid: CellGrid,
  settings: Settings,
  zone: TimeZone,
): PriceList | Unreadable {
  const header = findHeader(grid, ({ asset, price }) => asset !== undefined && price !== undefined);
  if (header === undefined) return { unreadable: noHeader(grid) };
  const { columns } = header;
  const sheet: PriceSheet = {
    asset: columnOf(columns, "asset", "Asset"),
    price: columnOf(columns, "price", "Price"),
    asOf: columnOf(columns, columns.asOf === undefined ? "date" : "asOf", "As of"),
    currency: columnOf(columns, "amountCurrency", "Price currency"),
    dates: dateReader({ zone, dateSystem: settings.dateSystem, countsFrom1970: false }),
    zone,
    prices: new Map(),
    log: problemLog("prices"),
  };
  for (let index = header.row; index < grid.length; index++) {
    const cells = grid[index] ?? [];
    if (cells.every(isEmpty)) continue;
    sheet.log.row = index + 1;
    readPrice(sheet, cells);
  }
  return { prices: sheet.prices, problems: sheet.log.problems };
}

/** Warnings for prices that were already more than 30 days old on a day. */
export function agedPrices(list: PriceList, asOf: Day): Problem[] {
  const problems: Problem[] = [];
  for (const [asset, price] of list.prices) {
    if (price.asOf === undefined || asOf - price.asOf <= DAYS_UNTIL_AGED) continue;
    problems.push({
      source: "prices",
      row: price.row,
      severity: "Warning",
      facts: {
        code: "aged-price",
        asset,
        priceDay: dayText(price.asOf),
        asOf: dayText(asOf),
        days: asOf - price.asOf,
      },
    });
  }
  return problems;
}

type PriceSheet = {
  readonly asset: SheetColumn;
  readonly price: SheetColumn;
  readonly asOf: SheetColumn;
  readonly currency: SheetColumn;
  readonly dates: DateReader;
  readonly zone: TimeZone;
  readonly prices: Map<string, Price>;
  readonly log: ProblemLog;
};

function readPrice(sheet: PriceSheet, cells: readonly CellValue[]): void {
  const { log } = sheet;
  const errors = log.errors;
  const asset = readText(log, cellIn(cells, sheet.asset), sheet.asset);
  const price = readDollars(log, cellIn(cells, sheet.price), sheet.price);
  const currency = readText(log, cellIn(cells, sheet.currency), sheet.currency);
  if (currency !== "" && !isDollars(currency)) {
    logError(log, { code: "amount-not-dollars", column: sheet.price.text, currency });
  }
  if (asset === "" && price !== undefined && log.errors === errors) {
    const expected = "the asset that the price is of";
    logError(log, { code: "missing-cell", column: sheet.asset.text, expected });
  }
  if (price === undefined || log.errors > errors) return;
  record(sheet, asset, { price, asOf: readAsOf(sheet, cells), row: log.row });
}

/** A price is used even where its day cannot be read: it is then undated. */
function readAsOf(sheet: PriceSheet, cells: readonly CellValue[]): Day | undefined {
  const cell = cellIn(cells, sheet.asOf);
  if (isEmpty(cell)) return undefined;
  const reading = sheet.dates(cell);
  if (typeof reading === "number") return sheet.zone.dayAt(reading);
  logWarning(sheet.log, dateFacts({ cell, column: sheet.asOf }, reading));
  return undefined;
}

function record(sheet: PriceSheet, asset: string, price: Price): void {
  const key = assetKey(asset);
  const other = sheet.prices.get(key);
  const isUsed = other === undefined || dayOrNever(price) >= dayOrNever(other);
  if (isUsed) sheet.prices.set(key, price);
  if (other === undefined) return;
  logWarning(sheet.log, {
    code: "price-duplicate",
    asset,
    usedRow: isUsed ? price.row : other.row,
    unusedRow: isUsed ? other.row : price.row,
  });
}

const dayOrNever = (price: Price): number => price.asOf ?? -Infinity;

function noHeader(grid: CellGrid): string {
  const seen = nearestHeader(grid);
  const found =
    seen === undefined
      ? "none of them has a known heading"
      : `row ${seen.row} has ${Object.values(seen.columns)
          .map(({ text }) => text)
          .join(", ")}`;
  return `The prices have no header row within their first 10 rows (${found}): name the columns Asset, Price and, if you like, As of.`;
}
