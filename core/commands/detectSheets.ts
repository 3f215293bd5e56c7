import type { CellGrid } from "../ledger/cells.ts";
import { findHeader } from "../ledger/findHeader.ts";
import { isLedger } from "../ledger/parseLedger.ts";
import { isSettings } from "../ledger/parseSettings.ts";

/** What a sheet can hold for the product. */
export type SheetRole = "transactions" | "prices" | "settings";

/** A sheet by name, with its first rows. */
export type SheetSample = { readonly name: string; readonly grid: CellGrid };

/** Which sheet holds what; undefined where none does. */
export type DetectedSheets = Readonly<Record<SheetRole, string | undefined>> & {
  /** The other sheets, with what they could have held; undefined for nothing known. */
  readonly unused: readonly { readonly name: string; readonly fits: SheetRole | undefined }[];
};

/**
 * Finds the sheets with the transactions, the prices and the settings by their headings. Of several
 * that fit, one that has the usual name goes first, then the first in the workbook.
 */
export function detectSheets(sheets: readonly SheetSample[]): DetectedSheets {
  const transactions = choose(sheets, "transactions", isLedger);
  const others = sheets.filter(({ name }) => name !== transactions);
  const prices = choose(others, "prices", (grid) => !isLedger(grid) && hasPrices(grid));
  const settings = choose(others, "settings", isSettings);
  const used = new Set([transactions, prices, settings]);
  const unused = sheets
    .filter(({ name }) => !used.has(name))
    .map(({ name, grid }) => ({ name, fits: roleOf(grid) }));
  return { transactions, prices, settings, unused };
}

function roleOf(grid: CellGrid): SheetRole | undefined {
  if (isLedger(grid)) return "transactions";
  if (hasPrices(grid)) return "prices";
  return isSettings(grid) ? "settings" : undefined;
}

function choose(
  sheets: readonly SheetSample[],
  role: SheetRole,
  fits: (grid: CellGrid) => boolean,
): string | undefined {
  const fitting = sheets.filter(({ grid }) => fits(grid));
  const named = fitting.find(({ name }) => name.trim().toLowerCase() === role);
  return (named ?? fitting[0])?.name;
}

const hasPrices = (grid: CellGrid): boolean =>
  findHeader(grid, ({ asset, price }) => asset !== undefined && price !== undefined) !== undefined;
