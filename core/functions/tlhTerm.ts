import { termOn } from "../calendar/holdingPeriod.ts";
import { isError, requiredDay } from "./arguments.ts";
import { callError, type FunctionSpec } from "./functionSpec.ts";

/** `=TLH_TERM(acquired, sold)`: `Short` or `Long`. */
export const tlhTerm: FunctionSpec = {
  id: "TLH_TERM",
  summary: "Whether property acquired on one day and sold on another was held Short or Long.",
  parameters: [
    { name: "acquired", summary: "The day of acquisition.", takes: "value", optional: false },
    { name: "sold", summary: "The day of sale.", takes: "value", optional: false },
  ],
  isScalar: true,
  run: ([acquiredCell, soldCell]) => {
    const acquired = requiredDay(acquiredCell, "day of acquisition");
    if (isError(acquired)) return acquired.error;
    const sold = requiredDay(soldCell, "day of sale");
    if (isError(sold)) return sold.error;
    if (sold.value < acquired.value) {
      return callError("The day of sale is before the day of acquisition: swap the two.");
    }
    return { kind: "value", value: termOn(acquired.value, sold.value), format: "text" };
  },
};
