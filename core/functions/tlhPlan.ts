import { harvestPlan } from "../harvest/harvestPlan.ts";
import { planTable } from "../report/planTable.ts";
import { dollarsArgument, isError, methodArgument } from "./arguments.ts";
import { callError, type FunctionSpec } from "./functionSpec.ts";
import { AS_OF, METHOD, numberParameter, OPTIONS, PRICES, TRANSACTIONS } from "./parameters.ts";
import { readPortfolio } from "./summaryFunction.ts";

/** `=TLH_PLAN(transactions, prices, target_loss, method, [as_of], [options])`: what to sell. */
export const tlhPlan: FunctionSpec = {
  id: "TLH_PLAN",
  summary: "What to sell to realize a loss after disallowance, selling as little as possible.",
  parameters: [
    TRANSACTIONS,
    PRICES,
    numberParameter(
      "target_loss",
      "The loss to keep, in dollars above zero; blank or 0 for all that is worth selling.",
      "needed",
    ),
    METHOD,
    AS_OF,
    OPTIONS,
  ],
  run: ([transactions, prices, targetCell, methodCell, asOf, options], zones) => {
    const target = dollarsArgument(targetCell, "target_loss", "5000");
    if (isError(target)) return target.error;
    if (target.value < 0) {
      return callError(
        "The target loss is below zero: write the loss to realize as a positive number, such as 5000.",
      );
    }
    const method = methodArgument(methodCell);
    if (isError(method)) return method.error;
    const portfolio = readPortfolio(
      { transactions, prices, asOf, options, method: method.value },
      zones,
    );
    return isError(portfolio)
      ? portfolio.error
      : { kind: "table", table: planTable(harvestPlan(portfolio.value, target.value)) };
  },
};
