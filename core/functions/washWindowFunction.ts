import { washWindow } from "../washSales/washWindow.ts";
import { isError, requiredDay } from "./arguments.ts";
import type { FunctionSpec } from "./functionSpec.ts";

/** `=WASH_WINDOW(sale_date)`: the first and the last day of the 61 days around a sale. */
export const washWindowFunction: FunctionSpec = {
  id: "WASH_WINDOW",
  summary: "The first and last day on which a purchase washes a loss on a sale.",
  parameters: [
    { name: "sale_date", summary: "The day of the sale.", takes: "value", optional: false },
  ],
  run: ([saleCell]) => {
    const sold = requiredDay(saleCell, "day of sale");
    if (isError(sold)) return sold.error;
    const { first, last } = washWindow(sold.value);
    return { kind: "row", cells: [first, last], format: "date" };
  },
};
