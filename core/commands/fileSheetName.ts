import { brokerHeader, isBrokerSheet } from "../brokerForms/brokerColumns.ts";
import type { CellGrid } from "../ledger/cells.ts";
import { isLedger } from "../ledger/parseLedger.ts";
import { isSettings } from "../ledger/parseSettings.ts";
import { isBalanceSheet } from "../proof/reportedBalances.ts";
import { hasPrices, isNamedBalances } from "./detectSheets.ts";

/**
 * What the sheet of a file is called: like the file, and where the file's headings are those of a
 * broker's Form 1099 or of balances, so that it is found as such. In a workbook such headings alone
 * prove nothing, because its owner's own sheets have them too; a file was given for what it is.
 */
export function fileSheetName(name: string, grid: CellGrid): string {
  if (isLedger(grid) || hasPrices(grid) || isSettings(grid)) return name;
  if (brokerHeader(grid) !== undefined) return isBrokerSheet(name, grid) ? name : `1099 ${name}`;
  return isBalanceSheet(grid) && !isNamedBalances(name) ? `Balances ${name}` : name;
}
