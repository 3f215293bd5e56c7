import { openBooks, type BookCells, type HostZones } from "../harvest/openBooks.ts";
import type { Books } from "../harvest/books.ts";
import { portfolioBy, replaysOf, type Portfolio } from "../harvest/portfolio.ts";
import { problemsIn } from "../harvest/problemsIn.ts";
import type { Problem } from "../ledger/problem.ts";
import type { LotMethod } from "../ledger/settings.ts";
import { isUnreadable, type Unreadable } from "../ledger/unreadable.ts";
import type { Tab } from "../report/tab.ts";
import type { TabKind } from "./tabKinds.ts";

/** The tabs, and every problem of the data they were made from. */
export type GeneratedTabs = {
  readonly books: Books;
  readonly tabs: readonly Tab[];
  readonly problems: readonly Problem[];
  /** By a method; worked out when first asked for. */
  readonly portfolio: (method: LotMethod) => Portfolio;
};

/** Told before each step; the host shows it. */
export type Progress = (step: string) => void;

/**
 * Makes tabs from the cells of a workbook.
 *
 * Unreadable when a range has no header row; every other fault is a problem beside the tabs.
 */
export function generateTabs(
  cells: BookCells,
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
  const tabs = kinds.map((kind) => {
    progress(`Working out ${kind.name}`);
    return kind.make({ books, portfolio, problems: () => problems("all") });
  });
  return { books, tabs, problems: problems("all"), portfolio };
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
