import { openBooks } from "../harvest/openBooks.ts";
import { replaysOf } from "../harvest/portfolio.ts";
import { problemsIn } from "../harvest/problemsIn.ts";
import { isUnreadable } from "../ledger/unreadable.ts";
import { problemsTable } from "../report/problemsTable.ts";
import { isError, rangeArgument, requiredRange } from "./arguments.ts";
import { callError, type FunctionSpec } from "./functionSpec.ts";
import { OPTIONS, PRICES, TRANSACTIONS } from "./parameters.ts";

/** `=TLH_PROBLEMS(transactions, [prices], [options])`: every unusable or doubtful row. */
export const tlhProblems: FunctionSpec = {
  id: "TLH_PROBLEMS",
  summary: "Rows that could not be used or may be wrong, with what to do about each.",
  parameters: [TRANSACTIONS, { ...PRICES, optional: true }, OPTIONS],
  run: ([transactionsRange, prices, options], zones) => {
    const transactions = requiredRange(transactionsRange, "transactions");
    if (isError(transactions)) return transactions.error;
    const cells = {
      transactions: transactions.value,
      prices: rangeArgument(prices),
      options,
      asOf: undefined,
    };
    const opened = openBooks(cells, zones);
    if (isUnreadable(opened)) return callError(opened.unreadable);
    return { kind: "table", table: problemsTable(problemsIn(opened, replaysOf(opened.books))) };
  },
};
