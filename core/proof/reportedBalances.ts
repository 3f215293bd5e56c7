import type { Day } from "../calendar/day.ts";
import type { TimeZone } from "../calendar/timeZone.ts";
import { accountOf } from "../ledger/accounts.ts";
import { assetKey, type Asset } from "../ledger/asset.ts";
import type { CellGrid, CellValue } from "../ledger/cells.ts";
import { cellIn, columnOf } from "../ledger/columns.ts";
import { findHeader, type Header } from "../ledger/findHeader.ts";
import { isOpeningLotsTable } from "../ledger/openingLotsTable.ts";
import { dateReader } from "../ledger/parseDate.ts";
import { isNumber, parseNumber } from "../ledger/parseNumber.ts";
import type { Settings } from "../ledger/settings.ts";
import type { Account } from "../ledger/wallet.ts";
import { cellText, isEmpty } from "../ledger/words.ts";
import type { DecimalNumber } from "../money/decimalNumber.ts";

/** What a wallet or a service says is there at the end of a day. */
export type ReportedBalance = {
  /** Counted from 1 at the first row of the sheet. */
  readonly row: number;
  readonly asset: string;
  /** Empty for all wallets together. */
  readonly wallet: string;
  /** Undefined for all accounts together. */
  readonly account: Account | undefined;
  readonly quantity: DecimalNumber;
  /** Undefined for the as-of day. */
  readonly day: Day | undefined;
};

/** The balances of a sheet, and the rows that could not be read. */
export type ReportedBalances = {
  readonly balances: readonly ReportedBalance[];
  readonly unread: readonly number[];
};

/**
 * True when the first rows of a sheet have the headings of balances: Asset and Quantity. A table of lots
 * has them too, and is none.
 */
export const isBalanceSheet = (grid: CellGrid): boolean =>
  headerOf(grid) !== undefined && !isOpeningLotsTable(grid);

/**
 * Reads a sheet of reported balances: `Asset | Quantity | Wallet | Account | Date`, of which the
 * last three may be blank or absent. A quantity of zero is a balance, and a blank one is none.
 * Decision: D-64.
 */
export function readBalances(
  grid: CellGrid,
  { settings, zone }: { readonly settings: Settings; readonly zone: TimeZone },
): ReportedBalances {
  const header = headerOf(grid);
  if (header === undefined) return { balances: [], unread: [] };
  const { columns } = header;
  const readDate = dateReader({ zone, dateSystem: settings.dateSystem, countsFrom1970: false });
  const dateColumn = columnOf(columns, columns.asOf === undefined ? "date" : "asOf", "Date");
  const dayIn = (cell: CellValue | undefined): Day | "blank" | undefined => {
    if (isEmpty(cell)) return "blank";
    const at = readDate(cell);
    return typeof at === "number" ? zone.dayAt(at) : undefined;
  };
  const balances: ReportedBalance[] = [];
  const unread: number[] = [];
  for (let index = header.row; index < grid.length; index++) {
    const cells = grid[index] ?? [];
    if (cells.every(isEmpty)) continue;
    const textIn = (role: "asset" | "wallet" | "account"): string =>
      cellText(cellIn(cells, columnOf(columns, role, "")));
    const quantity = parseNumber(cellIn(cells, columnOf(columns, "quantity", "Quantity")));
    const day = dayIn(cellIn(cells, dateColumn));
    const account = accountOf(textIn("account"));
    const asset = textIn("asset");
    if (asset === "" || !isNumber(quantity) || day === undefined || account === undefined) {
      unread.push(index + 1);
      continue;
    }
    balances.push({
      row: index + 1,
      asset,
      wallet: textIn("wallet"),
      account: textIn("account") === "" ? undefined : account,
      quantity,
      day: day === "blank" ? undefined : day,
    });
  }
  return { balances, unread };
}

/** The assets of a ledger by what their symbols are compared by. */
export const assetsByKey = (assets: readonly Asset[]): ReadonlyMap<string, Asset> =>
  new Map(assets.map((asset) => [assetKey(asset.symbol), asset]));

const headerOf = (grid: CellGrid): Header | undefined =>
  findHeader(
    grid,
    ({ asset, quantity, type, price, total }) =>
      asset !== undefined &&
      quantity !== undefined &&
      type === undefined &&
      price === undefined &&
      total === undefined,
  );
