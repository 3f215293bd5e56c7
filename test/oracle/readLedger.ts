import { UTC } from "../../core/calendar/timeZone.ts";
import type { CellGrid } from "../../core/ledger/cells.ts";
import { parseLedger } from "../../core/ledger/parseLedger.ts";
import { parseSettings } from "../../core/ledger/parseSettings.ts";
import type { Settings } from "../../core/ledger/settings.ts";
import type { Transaction } from "../../core/ledger/transaction.ts";
import { isUnreadable } from "../../core/ledger/unreadable.ts";

/** Reads a sheet and the options of a call into what the oracle works on. */
export function readLedger(
  grid: CellGrid,
  options: string,
): { readonly transactions: readonly Transaction[]; readonly settings: Settings } {
  const { settings } = parseSettings(options);
  const ledger = parseLedger(grid, settings, UTC);
  if (isUnreadable(ledger)) throw new Error(ledger.unreadable);
  return { transactions: ledger.transactions, settings };
}
