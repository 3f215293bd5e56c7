import { openBooks, type HostZones } from "../harvest/openBooks.ts";
import { portfolioBy, replaysOf, type Portfolio } from "../harvest/portfolio.ts";
import { isUnreadable } from "../ledger/unreadable.ts";
import type { LotMethod } from "../ledger/settings.ts";
import { METHOD_WORDS } from "../report/tabHeading.ts";
import { summaryTable } from "../report/summaryTable.ts";
import {
  dateSystemOf,
  dayArgument,
  isError,
  rangeArgument,
  requiredRange,
  type Read,
} from "./arguments.ts";
import { callError, type Argument, type FunctionSpec } from "./functionSpec.ts";
import { AS_OF, OPTIONS, PRICES, TRANSACTIONS } from "./parameters.ts";

/** The worksheet function that gives the Summary table by one method. */
export const summaryFunction = (method: LotMethod): FunctionSpec => ({
  id: `TLH_${method}`,
  summary: `Harvestable losses by asset and wallet when lots are sold ${METHOD_WORDS[method]}.`,
  parameters: [TRANSACTIONS, PRICES, AS_OF, OPTIONS],
  run: ([transactions, prices, asOf, options], zones) => {
    const portfolio = readPortfolio({ transactions, prices, asOf, options, method }, zones);
    return isError(portfolio)
      ? portfolio.error
      : { kind: "table", table: summaryTable(portfolio.value) };
  },
});

/** The portfolio that a function's arguments describe. */
export function readPortfolio(
  from: {
    readonly transactions: Argument;
    readonly prices: Argument;
    readonly asOf: Argument;
    readonly options: Argument;
    readonly method: LotMethod;
  },
  zones: HostZones,
): Read<Portfolio> {
  const transactions = requiredRange(from.transactions, "transactions");
  if (isError(transactions)) return transactions;
  const asOf = dayArgument(from.asOf, "as_of", dateSystemOf(from.options));
  if (isError(asOf)) return asOf;
  const opened = openBooks(
    {
      transactions: transactions.value,
      prices: rangeArgument(from.prices),
      options: from.options,
      asOf: asOf.value,
    },
    zones,
  );
  if (isUnreadable(opened)) return { error: callError(opened.unreadable) };
  const { books } = opened;
  return { value: portfolioBy(from.method, books, replaysOf(books)(from.method)) };
}
