import type { Day } from "../calendar/day.ts";
import type { Term } from "../calendar/holdingPeriod.ts";
import type { TimeZone } from "../calendar/timeZone.ts";
import { assetKey } from "../ledger/asset.ts";
import type { CellGrid, CellValue } from "../ledger/cells.ts";
import { dateReader } from "../ledger/parseDate.ts";
import { isNumber, parseNumber } from "../ledger/parseNumber.ts";
import type { Settings } from "../ledger/settings.ts";
import { cellText, isEmpty, synonymsOf, wordKey } from "../ledger/words.ts";
import type { Money } from "../money/amounts.ts";
import { moneyOf, type DecimalNumber } from "../money/decimalNumber.ts";
import { brokerHeader, type BrokerColumn } from "./brokerColumns.ts";

/** A sheet of a broker's rows, by its name in the workbook. */
export type BrokerSheet = { readonly name: string; readonly grid: CellGrid };

/** One row of a broker's form: a sale as the Internal Revenue Service was told of it. */
export type BrokerRow = {
  /** Counted from 1 at the first row of the sheet; with the sheet's name where there are several. */
  readonly place: string;
  /** As assets are compared. */
  readonly asset: string;
  /** Undefined where the form does not say. */
  readonly quantity: DecimalNumber | undefined;
  readonly sold: Day;
  readonly proceeds: Money;
  /** Undefined where it is blank. */
  readonly basis: Money | undefined;
  /** Undefined where the form does not say. */
  readonly isBasisReported: boolean | undefined;
  /** Positive; undefined where it is blank. */
  readonly washSale: Money | undefined;
  readonly term: Term | undefined;
  readonly id: string;
};

/** The rows of forms, and the places of those that could not be read. */
export type BrokerRows = {
  readonly rows: readonly BrokerRow[];
  readonly unread: readonly string[];
};

/**
 * Reads a broker's rows. A row without asset, day of sale or proceeds cannot be read, nor one with a
 * cell that is no number where one should be. `symbols` are the ledger's, by which a coin's full
 * name is understood. Decision: D-65.
 */
export function readBrokerRows(
  sheets: readonly BrokerSheet[],
  symbols: ReadonlySet<string>,
  { settings, zone }: { readonly settings: Settings; readonly zone: TimeZone },
): BrokerRows {
  const read = sheets.map(({ name, grid }) => {
    const placeOf = (row: number) => (sheets.length === 1 ? String(row) : `${name} ${row}`);
    return rowsOf(grid, { placeOf, symbols, settings, zone });
  });
  return {
    rows: read.flatMap(({ rows }) => rows),
    unread: read.flatMap(({ unread }) => unread),
  };
}

type Reading = {
  readonly placeOf: (row: number) => string;
  readonly symbols: ReadonlySet<string>;
  readonly settings: Settings;
  readonly zone: TimeZone;
};

function rowsOf(grid: CellGrid, { placeOf, symbols, settings, zone }: Reading): BrokerRows {
  const header = brokerHeader(grid);
  if (header === undefined) return { rows: [], unread: [] };
  const readDate = dateReader({ zone, dateSystem: settings.dateSystem, countsFrom1970: false });
  const rows: BrokerRow[] = [];
  const unread: string[] = [];
  for (let index = header.first; index < grid.length; index += 1) {
    const cells = grid[index] ?? [];
    if (cells.every(isEmpty)) continue;
    const cellOf = (column: BrokerColumn): CellValue | undefined => {
      const place = header.places[column];
      return place === undefined ? undefined : cells[place];
    };
    const place = placeOf(index + 1);
    const at = readDate(cellOf("sold"));
    const sold = typeof at === "number" ? zone.dayAt(at) : undefined;
    const row = sold === undefined ? undefined : readRow(cellOf, { place, sold, symbols });
    if (row === undefined) unread.push(place);
    else rows.push(row);
  }
  return { rows, unread };
}

type Place = {
  readonly place: string;
  readonly sold: Day;
  readonly symbols: ReadonlySet<string>;
};

function readRow(
  cellOf: (column: BrokerColumn) => CellValue | undefined,
  { place, sold, symbols }: Place,
): BrokerRow | undefined {
  const quantity = parseNumber(cellOf("quantity"));
  const proceeds = parseNumber(cellOf("proceeds"));
  const basis = parseNumber(cellOf("basis"));
  const washSale = parseNumber(cellOf("washSale"));
  const described = describedUnits(cellText(cellOf("asset")));
  const isRead = [quantity, basis, washSale].every((one) => one === undefined || isNumber(one));
  if (!isRead || !isNumber(proceeds) || described.asset === "") return undefined;
  const stated = isNumber(quantity) && quantity.coefficient !== 0 ? quantity : undefined;
  return {
    place,
    asset: symbolOf(described.asset, symbols),
    quantity: stated ?? described.quantity,
    sold,
    proceeds: moneyOf(proceeds),
    basis: isNumber(basis) ? moneyOf(basis) : undefined,
    isBasisReported: REPORTED.get(wordKey(cellText(cellOf("reported")))),
    washSale: isNumber(washSale) && washSale.coefficient !== 0 ? moneyOf(washSale) : undefined,
    term: TERMS.get(wordKey(cellText(cellOf("term")))),
    id: cellText(cellOf("id")),
  };
}

/** A description such as `0.5 BTC` says both how many units and of what. */
function describedUnits(text: string): {
  readonly asset: string;
  readonly quantity: DecimalNumber | undefined;
} {
  const [, units, asset] =
    /^([\d.,]+) +(?:(?:units?|shares?|sh) +(?:of +)?)?(\S+)$/i.exec(text) ?? [];
  const quantity = parseNumber(units);
  return asset !== undefined && isNumber(quantity)
    ? { asset, quantity }
    : { asset: text, quantity: undefined };
}

function symbolOf(text: string, symbols: ReadonlySet<string>): string {
  const key = assetKey(text);
  return symbols.has(key) ? key : (NAMES.get(wordKey(text)) ?? key);
}

/** Coins that forms call by their name. */
const NAMES = synonymsOf<string>([
  { meaning: "BTC", words: "bitcoin" },
  { meaning: "ETH", words: "ethereum, ether" },
  { meaning: "SOL", words: "solana" },
  { meaning: "XRP", words: "ripple" },
  { meaning: "ADA", words: "cardano" },
  { meaning: "DOGE", words: "dogecoin" },
  { meaning: "LTC", words: "litecoin" },
  { meaning: "BCH", words: "bitcoin cash" },
  { meaning: "DOT", words: "polkadot" },
  { meaning: "LINK", words: "chainlink" },
  { meaning: "USDC", words: "usd coin" },
  { meaning: "USDT", words: "tether" },
]);

const REPORTED = synonymsOf<boolean>([
  { meaning: true, words: "yes, y, true, x, covered, reported, basis reported, 1" },
  {
    meaning: false,
    words: "no, n, false, noncovered, not covered, uncovered, not reported, basis not reported",
  },
]);

const TERMS = synonymsOf<Term>([
  { meaning: "Short", words: "short, short term, st, s" },
  { meaning: "Long", words: "long, long term, lt, l" },
]);
