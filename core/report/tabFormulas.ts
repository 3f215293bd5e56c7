import { columnLetters } from "./cellReference.ts";
import type { PlacedTable, TabLayout } from "./tabLayout.ts";

/** The sum of a column of a tab's table, without `=`. Every host, old or new, knows it. */
export function sumFormula({ firstRow, lastRow }: TabLayout, column: number): string {
  const letters = columnLetters(column);
  return `SUM(${letters}${firstRow}:${letters}${lastRow})`;
}

/**
 * The sum of a column over the rows whose key is that of a breakdown's row, without `=`. `SUMIFS`
 * would take a key such as ">5" or "A*" for a pattern; this compares the text. It has no comma,
 * which some countries' spreadsheets write as a semicolon.
 */
export function keySumFormula(
  layout: TabLayout,
  columns: { readonly key: number; readonly value: number },
  row: number,
): string {
  const range = (column: number): string => {
    const letters = columnLetters(column);
    return `$${letters}$${layout.firstRow}:$${letters}$${layout.lastRow}`;
  };
  return `SUMPRODUCT((${range(columns.key)}=$A${row})*${range(columns.value)})`;
}

/** The range of a column of a small table, such as a chart draws: `$B$13:$B$14`. */
export function placedRange({ firstRow, lastRow }: PlacedTable, column: number): string {
  const letters = columnLetters(column);
  return `$${letters}$${firstRow}:$${letters}$${lastRow}`;
}
