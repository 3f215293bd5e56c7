import { addDays } from "../calendar/day.ts";
import { dayText } from "../calendar/day.ts";
import { calendarEvents, HORIZON_DAYS } from "../harvest/calendarEvents.ts";
import { portfolioOnRecord } from "../harvest/portfolioOnRecord.ts";
import { taxOutlook } from "../harvest/taxOutlook.ts";
import { ZERO_MONEY } from "../money/amounts.ts";
import { CALENDAR_COLUMNS, calendarTable } from "./calendarTable.ts";
import type { Tab } from "./tab.ts";
import {
  basicsLine,
  gapLines,
  methodLine,
  methodWords,
  NOT_TAX_ADVICE,
  washLine,
} from "./tabHeading.ts";
import type { WashSources } from "./washSalesTab.ts";

/** The tab "Calendar": the days to come that matter, with the dollars at stake. */
export function calendarTab({ books, portfolio }: WashSources): Tab {
  const { settings, asOf } = books;
  const held = portfolioOnRecord(books, portfolio);
  const none = { shortGain: ZERO_MONEY, longGain: ZERO_MONEY };
  const isTaxKnown = taxOutlook(books, held.replay)(none) !== undefined;
  return {
    key: "calendar",
    name: "Calendar",
    heading: [
      "Calendar",
      basicsLine(
        books,
        settings.methodSince.length > 0 ? "methods on record" : methodWords("FIFO"),
      ),
      methodLine({ books, method: "FIFO" }),
      washLine(settings.wash),
      `The days up to ${dayText(addDays(asOf, HORIZON_DAYS))}; what stands for less than a dollar is left out. Dollars at stake are the gain or loss that the day is about, each row by itself, so that they do not add up.`,
      `Tax at stake is the tax that the term, or the end of the year, decides${isTaxKnown ? ", by the figures of the tax year of the as-of day" : ": it needs taxable_income, or rates, in the settings"}. A short-term loss is set against short-term gains first, which saves most where there are such gains.`,
      ...gapLines(held),
      NOT_TAX_ADVICE,
    ],
    table: calendarTable(calendarEvents(held), asOf),
    totals: undefined,
    breakdown: undefined,
    sections: [],
    emphasis: {
      column: CALENDAR_COLUMNS.findIndex(({ title }) => title === "Within 30 days"),
      value: "Yes",
    },
  };
}
