import type { Day } from "../calendar/day.ts";
import { timeZone, UTC, type TimeZone, type ZoneOffsets } from "../calendar/timeZone.ts";
import type { CellGrid, CellValue } from "../ledger/cells.ts";
import { gridMemo } from "../ledger/gridMemo.ts";
import { parseLedger, type ParsedLedger } from "../ledger/parseLedger.ts";
import { agedPrices, parsePrices, type PriceList } from "../ledger/parsePrices.ts";
import { parseSettings } from "../ledger/parseSettings.ts";
import type { Problem } from "../ledger/problem.ts";
import type { Settings } from "../ledger/settings.ts";
import { isUnreadable, type Unreadable } from "../ledger/unreadable.ts";
import { asOfDay } from "../positions/asOfDay.ts";
import type { Books } from "./books.ts";

/** What a host knows of time zones. */
export type HostZones = {
  readonly offsets: ZoneOffsets;
  /** The workbook's own zone, where the host has one. */
  readonly workbookZone: string | undefined;
};

/** The cells that a calculation starts from. */
export type BookCells = {
  readonly transactions: CellGrid;
  readonly prices: CellGrid | undefined;
  /** Settings as a two-column range or as text with `;` between them. */
  readonly options: CellGrid | CellValue | undefined;
  /** Names and values that beat the options. */
  readonly set?: CellGrid;
  /** A day that beats the one in the settings. */
  readonly asOf: Day | undefined;
  /** What was found of the cells before they came to be these, such as when files were merged. */
  readonly found?: readonly Problem[];
};

/** The books, and every problem that reading them met. */
export type OpenedBooks = { readonly books: Books; readonly problems: readonly Problem[] };

/**
 * Reads settings, ledger and prices, and settles the as-of day.
 *
 * Unreadable when a range has no header row; all other faults are problems beside the books.
 */
export function openBooks(cells: BookCells, zones: HostZones): OpenedBooks | Unreadable {
  const { settings, zone, problems, ledger } = readLedger(cells, zones);
  if (isUnreadable(ledger)) return ledger;
  const prices = readPrices(cells.prices, settings, zone);
  if (isUnreadable(prices)) return prices;
  const asOf = asOfDay({ asked: cells.asOf, settings, prices, ledger }) ?? ANY_DAY;
  return {
    books: { ledger, prices, settings, asOf },
    problems: [
      ...(cells.found ?? []),
      ...ledger.problems,
      ...prices.problems,
      ...agedPrices(prices, asOf),
      ...problems,
    ],
  };
}

/** What the transactions and the settings say, without prices and the as-of day. */
type ReadLedger = {
  readonly settings: Settings;
  readonly zone: TimeZone;
  /** Those of the settings. */
  readonly problems: readonly Problem[];
  readonly ledger: ParsedLedger | Unreadable;
};

const readOnce = gridMemo<ReadLedger>();

/** Reading a long ledger takes most of the time of a worksheet function, and many name one range. */
function readLedger({ transactions, options, set }: BookCells, zones: HostZones): ReadLedger {
  return readOnce(transactions, [options, set, zones.offsets, zones.workbookZone], () => {
    const { settings, problems } = parseSettings(options, set);
    const { zone, problem } = taxpayerZone(settings, zones);
    return {
      settings,
      zone,
      problems: problem === undefined ? problems : [...problems, problem],
      ledger: parseLedger(transactions, settings, zone),
    };
  });
}

/** Without transactions, prices or a choice nothing is held, and every day shows as much. */
const ANY_DAY = 0 as Day;

const NO_PRICES: PriceList = { prices: new Map(), problems: [] };

function readPrices(
  grid: CellGrid | undefined,
  settings: Settings,
  zone: TimeZone,
): PriceList | Unreadable {
  return grid === undefined ? NO_PRICES : parsePrices(grid, settings, zone);
}

/** The taxpayer's zone: the settings', else the workbook's, else UTC. */
export function taxpayerZone(
  settings: Settings,
  { offsets, workbookZone }: HostZones,
): { readonly zone: TimeZone; readonly problem: Problem | undefined } {
  const ofWorkbook =
    (workbookZone === undefined ? undefined : timeZone(workbookZone, offsets)) ?? UTC;
  if (settings.timeZone === undefined) return { zone: ofWorkbook, problem: undefined };
  const zone = timeZone(settings.timeZone, offsets);
  if (zone !== undefined) return { zone, problem: undefined };
  const problem: Problem = {
    source: "options",
    row: undefined,
    severity: "Error",
    facts: {
      code: "bad-setting",
      name: "time_zone",
      found: settings.timeZone,
      expected: "the name of a time zone, such as America/New_York, or an offset such as -05:00",
    },
  };
  return { zone: ofWorkbook, problem };
}
