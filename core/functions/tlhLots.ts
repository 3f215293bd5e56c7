import { lotsTable } from "../report/lotsTable.ts";
import { isError, methodArgument } from "./arguments.ts";
import { openLedger, replayBy } from "./ledgerFunction.ts";
import type { FunctionSpec } from "./functionSpec.ts";
import { AS_OF, METHOD, OPTIONS, TRANSACTIONS } from "./parameters.ts";

/** `=TLH_LOTS(transactions, method, [as_of], [options])`: every account's open lots. */
export const tlhLots: FunctionSpec = {
  id: "TLH_LOTS",
  summary: "Every account's open lots, with basis, dates and term.",
  parameters: [
    TRANSACTIONS,
    METHOD,
    { ...AS_OF, summary: "The day of the lots; left out, the day of the last transaction." },
    OPTIONS,
  ],
  run: ([transactions, methodCell, asOf, options], zones) => {
    const method = methodArgument(methodCell);
    if (isError(method)) return method.error;
    const opened = openLedger({ transactions, asOf, options }, zones);
    if (isError(opened)) return opened.error;
    const { books } = opened.value;
    const { lots } = replayBy(method.value, books, books.asOf);
    return { kind: "table", table: lotsTable(lots, books.asOf) };
  },
};
