import type { Problem } from "../ledger/problem.ts";
import { problemText } from "../ledger/problemText.ts";
import type { Column, Table, TableCell } from "./table.ts";

/** The columns of the Problems tab and of TLH_PROBLEMS. */
export const PROBLEMS_COLUMNS = [
  { title: "Row", format: "sourceRow", width: 9 },
  { title: "Severity", format: "text", width: 10 },
  { title: "Problem", format: "text", width: 70 },
  { title: "What to do", format: "text", width: 70 },
] as const satisfies readonly Column[];

const SOURCE_ORDER = { transactions: 0, prices: 1, options: 2 } as const;

/** Behind every row of a sheet: what concerns no row stands last. */
const LAST = Number.MAX_SAFE_INTEGER;

/** One row for each problem: the ledger's by row, then those of the prices, then of the options. */
export const problemsTable = (problems: readonly Problem[]): Table => ({
  columns: PROBLEMS_COLUMNS,
  rows: problemsInOrder(problems).map(problemRow),
});

/** The ledger's problems by row, then those of the prices, then of the options. */
export const problemsInOrder = (problems: readonly Problem[]): readonly Problem[] =>
  [...problems].sort(
    (a, b) => SOURCE_ORDER[a.source] - SOURCE_ORDER[b.source] || (a.row ?? LAST) - (b.row ?? LAST),
  );

function problemRow(problem: Problem): readonly TableCell[] {
  const { problem: found, whatToDo } = problemText(problem);
  return [rowLabel(problem), problem.severity, found, whatToDo];
}

function rowLabel({ source, row }: Problem): TableCell {
  if (row === undefined) return null;
  return source === "prices" ? `Prices row ${row}` : row;
}
