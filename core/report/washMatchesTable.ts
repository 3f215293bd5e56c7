import { dayText, type Day } from "../calendar/day.ts";
import type { MatchedLoss } from "../replay/replayState.ts";
import type { Column, Table, TableCell } from "./table.ts";
import { WASH_SALES_COLUMNS, washSalesTable } from "./washSalesTable.ts";

/** The columns of WASH_SALES, with the day until which the sale is provisional and a sentence. */
export const WASH_MATCHES_COLUMNS = [
  ...WASH_SALES_COLUMNS,
  { title: "Provisional until", format: "date", width: 12 },
  { title: "What it means", format: "text", width: 70 },
] as const satisfies readonly Column[];

/**
 * The table of WASH_SALES as a tab shows it. `provisional` has the last day of the window, by row,
 * of the sales of which more can still be washed.
 */
export function washMatchesTable(
  matches: readonly MatchedLoss[],
  provisional: ReadonlyMap<number, Day>,
): Table {
  const { rows } = washSalesTable(matches, undefined);
  return {
    columns: WASH_MATCHES_COLUMNS,
    rows: rows.map((row) => {
      const cell = (title: Title): TableCell =>
        row[WASH_SALES_COLUMNS.findIndex((column) => column.title === title)] ?? null;
      return [...row, provisional.get(cell("Sold row") as number) ?? null, meaning(cell)];
    }),
  };
}

type Title = (typeof WASH_SALES_COLUMNS)[number]["title"];

function meaning(cell: (title: Title) => TableCell): string {
  const bought = `row ${cell("Replacement row") ?? ""}`;
  if (cell("Permanent") === "Yes") {
    return `Lost for good: the units of ${bought} are in a retirement account (${cell("Replacement account") ?? ""}).`;
  }
  return `Deferred, not lost: it goes into the basis of the units of ${bought}, which count as held from ${dayText(cell("Holding period start") as Day)}.`;
}
