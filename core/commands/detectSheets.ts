import { isBrokerSheet } from "../brokerForms/brokerColumns.ts";
import type { CellGrid } from "../ledger/cells.ts";
import { findHeader } from "../ledger/findHeader.ts";
import { isLedger } from "../ledger/parseLedger.ts";
import { isSettings } from "../ledger/parseSettings.ts";
import { isBalanceSheet } from "../proof/reportedBalances.ts";

/** What a sheet can hold for the product. */
export type SheetRole = "transactions" | "prices" | "settings";

/** Where others stated something: one sheet of balances, any number of brokers' forms. */
export type StatementSheets = {
  readonly balances?: string;
  readonly brokers?: readonly string[];
};

/** A sheet by name, with its first rows. */
export type SheetSample = { readonly name: string; readonly grid: CellGrid };

/** Which sheet holds what; undefined where none does. */
export type DetectedSheets = Readonly<Record<SheetRole, string | undefined>> & {
  /** What others stated, which is told by name and headings; absent where there is none. */
  readonly statements?: StatementSheets;
  /** The other sheets, with what they could have held; undefined for nothing known. */
  readonly unused: readonly {
    readonly name: string;
    readonly fits: SheetRole | "balances" | undefined;
  }[];
};

/**
 * Finds the sheets with the transactions, the prices and the settings by their headings. Of several
 * that fit, one that has the usual name goes first, then the first in the workbook.
 */
export function detectSheets(sheets: readonly SheetSample[]): DetectedSheets {
  const transactions = choose(sheets, "transactions", isLedger);
  const statements = statementsIn(sheets.filter(({ name }) => name !== transactions));
  const stated = new Set(Object.values(statements).flat());
  const others = sheets.filter(({ name }) => name !== transactions && !stated.has(name));
  const prices = choose(others, "prices", (grid) => !isLedger(grid) && hasPrices(grid));
  const settings = choose(others, "settings", isSettings);
  const used = new Set([transactions, prices, settings, ...stated]);
  const unused = sheets
    .filter(({ name }) => !used.has(name))
    .map((sheet) => ({
      name: sheet.name,
      fits: statementOf(sheet) === "balances" ? ("balances" as const) : roleOf(sheet.grid),
    }));
  const found = { transactions, prices, settings, unused };
  return stated.size === 0 ? found : { ...found, statements };
}

function statementsIn(sheets: readonly SheetSample[]): StatementSheets {
  const named = (role: "balances" | "broker"): readonly string[] =>
    sheets.filter((one) => statementOf(one) === role).map(({ name }) => name);
  const [balances] = named("balances");
  const brokers = named("broker");
  return {
    ...(balances === undefined ? {} : { balances }),
    ...(brokers.length === 0 ? {} : { brokers }),
  };
}

/** Statements have the name of what they are: `Balances`, `1099-DA 2026`. */
function statementOf({ name, grid }: SheetSample): "balances" | "broker" | undefined {
  if (isLedger(grid)) return undefined;
  if (isNamedBalances(name) && isBalanceSheet(grid)) return "balances";
  return isBrokerSheet(name, grid) ? "broker" : undefined;
}

/** True for a sheet's name that begins with the word for balances. */
export const isNamedBalances = (name: string): boolean => /^\s*balances?\b/i.test(name);

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

/** True when the first rows have the headings of prices: an asset and a price. */
export const hasPrices = (grid: CellGrid): boolean =>
  findHeader(grid, ({ asset, price }) => asset !== undefined && price !== undefined) !== undefined;
