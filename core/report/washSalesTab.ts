import { addDays, dayText, partsOf, type Day } from "../calendar/day.ts";
import type { Books } from "../harvest/books.ts";
import { doNotBuy, exposedSales } from "../harvest/doNotBuy.ts";
import { doNotSell } from "../harvest/doNotSell.ts";
import { knownSchedules } from "../harvest/plannedSchedules.ts";
import type { Portfolio } from "../harvest/portfolio.ts";
import { portfolioOnRecord } from "../harvest/portfolioOnRecord.ts";
import { comingAcquisitions } from "../harvest/schedule.ts";
import { openWashViews, type WashView, type WashViews } from "../harvest/washViews.ts";
import type { LotMethod, Settings } from "../ledger/settings.ts";
import { add, moneyNumber, ZERO_MONEY, type Money } from "../money/amounts.ts";
import type { MatchedLoss } from "../replay/replayState.ts";
import { washWindow, WINDOW_DAYS } from "../washSales/washWindow.ts";
import { countWords, dollarWords } from "./amountWords.ts";
import { doNotBuyTable } from "./doNotBuyTable.ts";
import { doNotSellTable } from "./doNotSellTable.ts";
import type { Tab, TabSection, TotalCell } from "./tab.ts";
import {
  basicsLine,
  gapLines,
  methodLine,
  methodWords,
  NOT_TAX_ADVICE,
  washLine,
} from "./tabHeading.ts";
import { washMatchesTable } from "./washMatchesTable.ts";

/** What the tabs of days to come are made from. */
export type WashSources = {
  readonly books: Books;
  /** The portfolio by a method. */
  readonly portfolio: (method: LotMethod) => Portfolio;
};

/**
 * The tab "Wash Sales": each loss that the rule disallows with what replaced it, what not to buy and
 * what not to sell yet, and the same losses by the other reading of the rule.
 *
 * It has the sales of the tax year, and those of the last 61 days whatever their year.
 */
export function washSalesTab({ books, portfolio }: WashSources): Tab {
  const { settings, asOf } = books;
  const held = portfolioOnRecord(books, portfolio);
  const views = openWashViews(held);
  const coming = comingAcquisitions(knownSchedules(books), asOf);
  const matches = shownMatches(views.by(settings.wash), books);
  const provisional = provisionalDays(books, views);
  return {
    key: "wash-sales",
    name: "Wash Sales",
    heading: [
      "Wash Sales",
      basicsLine(
        books,
        settings.methodSince.length > 0 ? "methods on record" : methodWords("FIFO"),
      ),
      methodLine({ books, method: "FIFO" }),
      washLine(settings.wash),
      sideBySide(books, views),
      rowsLine(books),
      ...gapLines(held),
      NOT_TAX_ADVICE,
    ],
    table: washMatchesTable(matches, provisional),
    totals: totals(matches, provisional),
    breakdown: undefined,
    sections: [
      doNotBuySection(books, views, coming),
      {
        title: "Do not sell before",
        remark:
          "Each row as if its harvestable loss were realized on the as-of day, it alone, and the rule covered every asset; what is disallowed now is what the policy of this tab takes from it.",
        table: doNotSellTable(doNotSell(held, coming)),
      },
      otherReading(books, views, provisional),
    ],
    emphasis: {
      column: washMatchesTable([], provisional).columns.findIndex(
        ({ title }) => title === "Permanent",
      ),
      value: "Yes",
    },
  };
}

function doNotBuySection(
  books: Books,
  views: WashViews,
  coming: ReturnType<typeof comingAcquisitions>,
): TabSection {
  return {
    title: "Do not buy before",
    remark:
      "Assets sold at a loss within the last 30 days, with the units that nothing has replaced yet: buying as many, in any account, IRAs and a spouse's among them, would wash the loss exposed. The rule applies now where the policy covers the asset; if extended, where only a rule for every asset would.",
    table: doNotBuyTable(doNotBuy(books, views, coming), books),
  };
}

/** The first day of the sales that the tab shows, whatever their tax year. */
const firstDayShown = (asOf: Day): Day => addDays(asOf, -2 * WINDOW_DAYS);

const taxYearOf = ({ settings, asOf }: Books): number => settings.taxYear ?? partsOf(asOf).year;

function shownMatches({ replay }: WashView, books: Books): readonly MatchedLoss[] {
  const taxYear = taxYearOf(books);
  const first = firstDayShown(books.asOf);
  return replay.matches.filter(
    ({ disposal }) => disposal.day >= first || partsOf(disposal.day).year === taxYear,
  );
}

/** The last day of the window, by row, of sales of which units are still exposed. */
function provisionalDays(books: Books, views: WashViews): ReadonlyMap<number, Day> {
  return new Map(
    exposedSales(books, views).map(({ disposal }) => [disposal.row, washWindow(disposal.day).last]),
  );
}

function totals(
  matches: readonly MatchedLoss[],
  provisional: ReadonlyMap<number, Day>,
): readonly TotalCell[] {
  const disallowed = moneyNumber(sumOf(matches));
  const basisAdded = moneyNumber(sumOf(matches.filter(({ match }) => !match.isPermanent)));
  const sums: Readonly<Record<string, number>> = {
    Loss: disallowed,
    "Disallowed loss": disallowed,
    "Basis added": basisAdded,
  };
  return washMatchesTable([], provisional).columns.map(({ title }): TotalCell => {
    if (title === "Asset") return { kind: "text", text: "Total" };
    const value = sums[title];
    return value === undefined ? { kind: "blank" } : { kind: "sum", value };
  });
}

const sumOf = (matches: readonly MatchedLoss[]): Money =>
  matches.reduce((sum, { match }) => add(sum, match.disallowed), ZERO_MONEY);

/** Today's law and the conservative reading, in dollars, for the tax year alone. */
function sideBySide(books: Books, views: WashViews): string {
  const taxYear = taxYearOf(books);
  const disallowed = (wash: Settings["wash"]): string =>
    dollarWords(
      sumOf(
        views
          .by(wash)
          .replay.matches.filter(({ disposal }) => partsOf(disposal.day).year === taxYear),
      ),
    );
  return `Disallowed of the losses of ${taxYear} up to the as-of day: ${disallowed("securities")} under today's law, ${disallowed("conservative")} if the rule covered every asset.`;
}

const rowsLine = (books: Books): string =>
  `One row for each loss matched with what replaced it, of sales in ${taxYearOf(books)} and of those since ${dayText(firstDayShown(books.asOf))}. A day under Provisional until: part of that sale's loss can still be washed up to then. Permanent: lost for good, because the replacement is in a retirement account.`;

/** The same by the reading that is not the tab's own. */
function otherReading(
  books: Books,
  views: WashViews,
  provisional: ReadonlyMap<number, Day>,
): TabSection {
  const isConservative = books.settings.wash === "conservative";
  const matches = shownMatches(views.by(isConservative ? "securities" : "conservative"), books);
  const sum = `${countWords(matches.length, "match").replace(/matchs$/, "matches")}, ${dollarWords(sumOf(matches))} disallowed in all.`;
  return {
    title: isConservative ? "Under today's law" : "If the rule covered every asset",
    remark: isConservative
      ? `Securities alone: ${sum}`
      : `A view of the risk, not of the law; do not file these figures for coins held directly: ${sum}`,
    table: washMatchesTable(matches, provisional),
  };
}
