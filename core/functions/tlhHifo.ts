import { summaryFunction } from "./summaryFunction.ts";

/** `=TLH_HIFO(transactions, prices, [as_of], [options])`: the Summary by HIFO. */
export const tlhHifo = summaryFunction("HIFO");
