import { washSalesTable } from "../report/washSalesTable.ts";
import { isError, methodArgument, yearArgument } from "./arguments.ts";
import { openLedger, replayBy } from "./ledgerFunction.ts";
import type { FunctionSpec } from "./functionSpec.ts";
import { METHOD, OPTIONS, TAX_YEAR, TRANSACTIONS } from "./parameters.ts";

/** `=WASH_SALES(transactions, method, [tax_year], [options])`: each match of a loss. */
export const washSalesFunction: FunctionSpec = {
  id: "WASH_SALES",
  summary: "Losses that the wash-sale rule disallows, each with the purchase that replaces them.",
  parameters: [TRANSACTIONS, METHOD, TAX_YEAR, OPTIONS],
  run: ([transactions, methodCell, yearCell, options], zones) => {
    const method = methodArgument(methodCell);
    if (isError(method)) return method.error;
    const year = yearArgument(yearCell);
    if (isError(year)) return year.error;
    const opened = openLedger({ transactions, asOf: undefined, options }, zones);
    if (isError(opened)) return opened.error;
    const { matches } = replayBy(method.value, opened.value.books, undefined);
    return { kind: "table", table: washSalesTable(matches, year.value) };
  },
};
