import { longTermDay } from "../calendar/holdingPeriod.ts";
import { isError, requiredDay } from "./arguments.ts";
import type { FunctionSpec } from "./functionSpec.ts";

/** `=TLH_LONG_TERM_DATE(acquired)`: the first day on which a disposal is long-term. */
export const tlhLongTermDate: FunctionSpec = {
  id: "TLH_LONG_TERM_DATE",
  summary: "The first day on which a sale of property acquired on a day is long-term.",
  parameters: [
    { name: "acquired", summary: "The day of acquisition.", takes: "value", optional: false },
  ],
  isScalar: true,
  run: ([acquiredCell]) => {
    const acquired = requiredDay(acquiredCell, "day of acquisition");
    return isError(acquired)
      ? acquired.error
      : { kind: "value", value: longTermDay(acquired.value), format: "date" };
  },
};
