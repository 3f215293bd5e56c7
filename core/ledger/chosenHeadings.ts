import type { CellGrid, CellValue } from "./cells.ts";
import { columnsOf, type ColumnRole } from "./columns.ts";
import { HEADER_ROWS } from "./findHeader.ts";
import { headingOf } from "./heading.ts";
import { LAYOUTS } from "./layouts/layouts.ts";

/**
 * The user's headings by the name of the column that they stand for: `{ Date: "Executed" }`. The
 * empty text says that the sheet has no such column, whatever its headings look like.
 */
export type ChosenHeadings = Readonly<Record<string, string>>;

/**
 * The grid with the user's headings replaced by the names that they stand for, so that it is read
 * as if it had been written so. A zone that a heading names, `(UTC)`, stays.
 *
 * Other headings that would be read as the same column are blanked. A choice of a heading that the
 * sheet does not have changes nothing.
 */
export function withChosenHeadings(grid: CellGrid, chosen: ChosenHeadings): CellGrid {
  const row = likelyHeaderRow(grid, chosen);
  const headings = grid[row] ?? [];
  const places = Object.entries(chosen).flatMap(([name, heading]) => {
    const role = roleNamed(name);
    const index = heading === "" ? -1 : indexOfHeading(headings, heading);
    return role === undefined || (heading !== "" && index < 0) ? [] : [{ name, role, index }];
  });
  if (places.length === 0) return grid;
  const roles = new Set<ColumnRole>(places.map(({ role }) => role));
  const renamed = headings.map((cell, index): CellValue => {
    const place = places.find((one) => one.index === index);
    if (place !== undefined) return `${place.name}${dateRemarks(cell)}`;
    const role = roleNamed(headingOf(cell).text);
    return role !== undefined && roles.has(role) ? null : cell;
  });
  return grid.map((cells, index) => (index === row ? renamed : cells));
}

/**
 * The row, counted from 0, that most likely bears the headings: the one with most of the chosen
 * ones, then one that a ledger can be read by, then the one with most known headings, then with
 * most text.
 */
export function likelyHeaderRow(grid: CellGrid, chosen: ChosenHeadings): number {
  const wanted = Object.values(chosen).filter((heading) => heading !== "");
  let likely = 0;
  let best: readonly number[] = [];
  grid.slice(0, HEADER_ROWS).forEach((cells, row) => {
    const columns = columnsOf(cells);
    const score = [
      wanted.filter((heading) => indexOfHeading(cells, heading) >= 0).length,
      LAYOUTS.some((layout) => layout.fits(columns)) ? 1 : 0,
      Object.keys(columns).length,
      cells.filter((cell) => headingOf(cell).text !== "").length,
    ];
    if (!isHigher(score, best)) return;
    best = score;
    likely = row;
  });
  return likely;
}

/** The role that a heading, or the name of a column, is read as. */
export const roleNamed = (text: string): ColumnRole | undefined =>
  (Object.keys(columnsOf([text])) as ColumnRole[])[0];

const indexOfHeading = (cells: readonly CellValue[], heading: string): number =>
  cells.findIndex((cell) => headingOf(cell).text === heading.trim());

/** True where the first number that differs is larger. */
function isHigher(score: readonly number[], best: readonly number[]): boolean {
  const place = score.findIndex((count, index) => count !== (best[index] ?? 0));
  return place >= 0 && (score[place] ?? 0) > (best[place] ?? 0);
}

/** What a heading says of its dates, in words that are read in any heading. */
function dateRemarks(cell: CellValue): string {
  const { zone, countsFrom1970 } = headingOf(cell);
  return `${zone === undefined ? "" : ` (${zone})`}${countsFrom1970 ? " (ms)" : ""}`;
}
