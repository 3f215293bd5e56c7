import type { CellGrid } from "../ledger/cells.ts";
import { withChosenHeadings, type ChosenHeadings } from "../ledger/chosenHeadings.ts";
import type { ReportCells } from "./generateTabs.ts";
import type { StatementGrids } from "./tabKinds.ts";

/** The ranges that a user chose, and what others stated. */
export type ChosenGrids = StatementGrids & {
  readonly transactions: CellGrid;
  readonly prices: CellGrid | undefined;
  readonly settings: CellGrid | undefined;
};

/** What a user chose beside them: headings for columns of the transactions, settings as text. */
export type BookChoices = {
  readonly headings: ChosenHeadings;
  readonly set: Readonly<Record<string, string>>;
};

/** The cells to start from: the ranges with the user's choices applied, which beat the range. */
export const chosenBook = (
  { transactions, prices, settings, balances, brokers }: ChosenGrids,
  { headings, set }: BookChoices,
): ReportCells => ({
  transactions: withChosenHeadings(transactions, headings),
  prices,
  options: settings,
  set: Object.entries(set),
  asOf: undefined,
  statements: { balances, brokers },
});
