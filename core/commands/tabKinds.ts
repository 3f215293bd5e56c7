import { brokerCheckTab } from "../brokerForms/brokerCheckTab.ts";
import type { BrokerSheet } from "../brokerForms/readBrokerRows.ts";
import type { TimeZone } from "../calendar/timeZone.ts";
import type { Portfolio } from "../harvest/portfolio.ts";
import type { CellGrid } from "../ledger/cells.ts";
import type { LotMethod } from "../ledger/settings.ts";
import type { Problem } from "../ledger/problem.ts";
import { proofOf, wholePast } from "../proof/proof.ts";
import { proofTab } from "../proof/proofTab.ts";
import type { Replay } from "../replay/replayLedger.ts";
import { form8949Tab } from "../report/form8949Tab.ts";
import { orderingTab } from "../report/orderingTab.ts";
import { problemsTab } from "../report/problemsTab.ts";
import { calendarTab } from "../report/calendarTab.ts";
import { washSalesTab } from "../report/washSalesTab.ts";
import { scheduleDTab } from "../report/scheduleDTab.ts";
import { summaryTab } from "../report/summaryTab.ts";
import type { Tab } from "../report/tab.ts";
import type { Books } from "../harvest/books.ts";

/** What a tab is made from. */
export type TabSources = {
  readonly books: Books;
  readonly problems: () => readonly Problem[];
  /** The portfolio by a method, made once. */
  readonly portfolio: (method: LotMethod) => Portfolio;
  /** The ledger replayed to the end of the tax year, made once. */
  readonly replayOfYear: () => Replay;
  /** The sheet of transactions as it is. */
  readonly transactions: CellGrid;
  readonly statements: StatementGrids;
  /** The taxpayer's. */
  readonly zone: TimeZone;
};

/** Sheets of what others stated, to be compared with the books; absent where there is none. */
export type StatementGrids = {
  /** Balances reported by wallets and services. */
  readonly balances?: CellGrid | undefined;
  /** Sheets with rows of brokers' Forms 1099-DA and 1099-B. */
  readonly brokers?: readonly BrokerSheet[] | undefined;
};

/** A tab that the product can write, by the name that a user asks for. */
export type TabKind = {
  readonly name: string;
  readonly make: (sources: TabSources) => Tab;
};

const summary = (method: LotMethod): TabKind => ({
  name: `Summary by ${method}`,
  make: ({ portfolio }) => summaryTab(portfolio(method)),
});

const ordering = (method: LotMethod): TabKind => ({
  name: `${method} Ordering of Sells`,
  make: ({ portfolio }) => orderingTab(portfolio(method)),
});

/** What the button writes, in this order. */
export const USUAL_TABS: readonly TabKind[] = [
  summary("FIFO"),
  summary("LIFO"),
  ordering("FIFO"),
  ordering("LIFO"),
];

/** Every tab that can be asked for. */
export const ALL_TABS: readonly TabKind[] = [
  ...USUAL_TABS,
  summary("HIFO"),
  ordering("HIFO"),
  { name: "Wash Sales", make: washSalesTab },
  { name: "Form 8949", make: ({ books, replayOfYear }) => form8949Tab(books, replayOfYear()) },
  {
    name: "Schedule D and Carryover",
    make: ({ books, replayOfYear }) => scheduleDTab(books, replayOfYear()),
  },
  { name: "Calendar", make: calendarTab },
  {
    name: "Problems",
    make: ({ books, problems }) => problemsTab(problems(), books.asOf),
  },
  { name: "Proof", make: proof },
  {
    name: "1099 Check",
    make: ({ books, replayOfYear, statements: { brokers = [] }, zone }) =>
      brokerCheckTab(books, replayOfYear(), { brokers, zone }),
  },
];

function proof({ books, portfolio, transactions, statements, zone }: TabSources): Tab {
  const positions = portfolio("FIFO").harvests.map(({ position }) => position);
  const { balances } = statements;
  const replay = wholePast(books);
  return proofTab(books, proofOf({ books, replay, positions, grid: transactions, balances, zone }));
}

/** The kind of tab with a name, in any case. */
export const tabKind = (name: string): TabKind | undefined =>
  ALL_TABS.find((kind) => kind.name.toUpperCase() === name.trim().toUpperCase());
