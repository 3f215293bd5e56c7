import { washSalesTable } from "../report/washSalesTable.ts";
import { isError } from "./arguments.ts";
import { replayedYear } from "./ledgerFunction.ts";
import type { FunctionSpec } from "./functionSpec.ts";
import { METHOD, OPTIONS, TAX_YEAR, TRANSACTIONS } from "./parameters.ts";

/** `=WASH_SALES(transactions, method, [tax_year], [options])`: each match of a loss. */
export const washSalesFunction: FunctionSpec = {
  id: "WASH_SALES",
  summary: "Losses that the wash-sale rule disallows, each with the purchase that replaces them.",
  parameters: [TRANSACTIONS, METHOD, TAX_YEAR, OPTIONS],
  run: (args, zones) => {
    const year = replayedYear(args, zones);
    if (isError(year)) return year.error;
    const { replay, taxYear } = year.value;
    return { kind: "table", table: washSalesTable(replay.matches, taxYear) };
  },
};
