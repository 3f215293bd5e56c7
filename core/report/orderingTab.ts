import type { Portfolio } from "../harvest/portfolio.ts";
import { ORDERING_COLUMNS, orderingTable } from "./orderingTable.ts";
import type { Tab } from "./tab.ts";
import { tabHeading } from "./tabHeading.ts";

/** The tab "FIFO Ordering of Sells", or that of another method; the best stops stand out. */
export function orderingTab(portfolio: Portfolio): Tab {
  const name = `${portfolio.method} Ordering of Sells`;
  return {
    key: `ordering-${portfolio.method}`,
    name,
    heading: tabHeading(name, portfolio),
    table: orderingTable(portfolio),
    totals: undefined,
    breakdown: undefined,
    sections: [],
    emphasis: {
      column: ORDERING_COLUMNS.findIndex(({ title }) => title === "Best stop"),
      value: "Yes",
    },
  };
}
