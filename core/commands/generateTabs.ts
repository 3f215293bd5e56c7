import { openBooks, taxpayerZone, type BookCells, type HostZones } from "../harvest/openBooks.ts";
import type { Books } from "../harvest/books.ts";
import { portfolioBy, replaysOf, type Portfolio } from "../harvest/portfolio.ts";
import { problemsIn } from "../harvest/problemsIn.ts";
import { replayOfTaxYear } from "../harvest/taxYear.ts";
import type { Problem } from "../ledger/problem.ts";
import type { LotMethod } from "../ledger/settings.ts";
import { isUnreadable, type Unreadable } from "../ledger/unreadable.ts";
import type { Replay } from "../replay/replayLedger.ts";
import type { Tab } from "../report/tab.ts";
import type { StatementGrids, TabKind } from "./tabKinds.ts";

/** The tabs, and every problem of the data they were made from. */
export type GeneratedTabs = {
  readonly books: Books;
  readonly tabs: readonly Tab[];
  readonly problems: readonly Problem[];
  /** By a method; worked out when first asked for. */
  readonly portfolio: (method: LotMethod) => Portfolio;
  /** To the end of the tax year; worked out when first asked for. */
  readonly replayOfYear: () => Replay;
};

/** Told before each step; the host shows it. */
export type Progress = (step: string) => void;

/** The cells of a report: those of the books, and what others stated, where the user has it. */
export type ReportCells = BookCells & { readonly statements?: StatementGrids | undefined };

/**
 * Makes tabs from the cells of a workbook.
 *
 * Unreadable when a range has no header row; every other fault is a problem beside the tabs.
 */
export function generateTabs(
  cells: ReportCells,
  kinds: readonly TabKind[],
  { zones, progress }: { readonly zones: HostZones; readonly progress: Progress },
): GeneratedTabs | Unreadable {
  progress("Reading the transactions");
  const opened = openBooks(cells, zones);
  if (isUnreadable(opened)) return opened;
  const { books } = opened;
  const replayFor = replaysOf(books);
  const portfolio = once<LotMethod, Portfolio>((method) =>
    portfolioBy(method, books, replayFor(method)),
  );
  const problems = once<"all", readonly Problem[]>(() => problemsIn(opened, replayFor));
  const ofYear = once<"tax year", Replay>(() => replayOfTaxYear(books, replayFor));
  const replayOfYear = (): Replay => ofYear("tax year");
  const tabs = kinds.map((kind) => {
    progress(`Working out ${kind.name}`);
    return kind.make({
      books,
      portfolio,
      replayOfYear,
      problems: () => problems("all"),
      transactions: cells.transactions,
      statements: cells.statements ?? {},
      zone: taxpayerZone(books.settings, zones).zone,
    });
  });
  return { books, tabs, problems: problems("all"), portfolio, replayOfYear };
}

/** The same function, asked once for each key. */
function once<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) {
      value = make(key);
      made.set(key, value);
    }
    return value;
  };
}
