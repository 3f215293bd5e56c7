import { gainsTable } from "../report/gainsTable.ts";
import { isError, methodArgument, yearArgument } from "./arguments.ts";
import { openLedger, replayBy } from "./ledgerFunction.ts";
import type { FunctionSpec } from "./functionSpec.ts";
import { METHOD, OPTIONS, TAX_YEAR, TRANSACTIONS } from "./parameters.ts";

/** `=TLH_GAINS(transactions, method, [tax_year], [options])`: each lot piece disposed of. */
export const tlhGains: FunctionSpec = {
  id: "TLH_GAINS",
  summary: "Realized gains and losses, one row for each piece of a lot disposed of.",
  parameters: [TRANSACTIONS, METHOD, TAX_YEAR, OPTIONS],
  run: ([transactions, methodCell, yearCell, options], zones) => {
    const method = methodArgument(methodCell);
    if (isError(method)) return method.error;
    const year = yearArgument(yearCell);
    if (isError(year)) return year.error;
    const opened = openLedger({ transactions, asOf: undefined, options }, zones);
    if (isError(opened)) return opened.error;
    const { books } = opened.value;
    const { disposals } = replayBy(method.value, books, undefined);
    const as = { asOf: books.asOf, wash: books.settings.wash };
    return { kind: "table", table: gainsTable(disposals, year.value, as) };
  },
};
