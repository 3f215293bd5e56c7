import { summaryFunction } from "./summaryFunction.ts";

/** `=TLH_FIFO(transactions, prices, [as_of], [options])`: the Summary by FIFO. */
export const tlhFifo = summaryFunction("FIFO");
