import { orderingTable } from "../report/orderingTable.ts";
import { isError, methodArgument } from "./arguments.ts";
import type { FunctionSpec } from "./functionSpec.ts";
import { AS_OF, METHOD, OPTIONS, PRICES, TRANSACTIONS } from "./parameters.ts";
import { readPortfolio } from "./summaryFunction.ts";

/** `=TLH_ORDER(transactions, prices, method, [as_of], [options])`: the Ordering of Sells. */
export const tlhOrder: FunctionSpec = {
  id: "TLH_ORDER",
  summary: "Open lots in the order in which a method would sell them, with running gain or loss.",
  parameters: [TRANSACTIONS, PRICES, METHOD, AS_OF, OPTIONS],
  run: ([transactions, prices, methodCell, asOf, options], zones) => {
    const method = methodArgument(methodCell);
    if (isError(method)) return method.error;
    const portfolio = readPortfolio(
      { transactions, prices, asOf, options, method: method.value },
      zones,
    );
    return isError(portfolio)
      ? portfolio.error
      : { kind: "table", table: orderingTable(portfolio.value) };
  },
};
