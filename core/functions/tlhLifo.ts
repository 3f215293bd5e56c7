import { summaryFunction } from "./summaryFunction.ts";

/** `=TLH_LIFO(transactions, prices, [as_of], [options])`: the Summary by LIFO. */
export const tlhLifo = summaryFunction("LIFO");
