import { gainsTable } from "../report/gainsTable.ts";
import { isError } from "./arguments.ts";
import { replayedYear } from "./ledgerFunction.ts";
import type { FunctionSpec } from "./functionSpec.ts";
import { METHOD, OPTIONS, TAX_YEAR, TRANSACTIONS } from "./parameters.ts";

/** `=TLH_GAINS(transactions, method, [tax_year], [options])`: each lot piece disposed of. */
export const tlhGains: FunctionSpec = {
  id: "TLH_GAINS",
  summary: "Realized gains and losses, one row for each piece of a lot disposed of.",
  parameters: [TRANSACTIONS, METHOD, TAX_YEAR, OPTIONS],
  run: (args, zones) => {
    const year = replayedYear(args, zones);
    if (isError(year)) return year.error;
    const { books, replay, taxYear } = year.value;
    const as = { asOf: books.asOf, wash: books.settings.wash };
    return { kind: "table", table: gainsTable(replay.disposals, taxYear, as) };
  },
};
