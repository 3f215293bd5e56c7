import type { CellValue } from "../cells.ts";
import { headingOf } from "../heading.ts";
import type { ExportRow } from "./exportRow.ts";
import type { ImportFormat } from "./importFormat.ts";

/**
 * Columns that a user may add to a service's export, for what no export states: what a trade of coins,
 * a reward or a fee was worth, the wallet at the other end of a move, or what a deposit really was.
 *
 * `Label` beats the type of the service; the other columns fill what the service left blank. A
 * heading that is the service's own is none of these. Decision: D-50.
 */
export const ADDED_HEADINGS = [
  "Label",
  "Net Worth Amount",
  "Net Worth Currency",
  "Fee Worth Amount",
  "Fee Worth Currency",
  "Received Cost Basis",
  "Acquired",
  "From wallet",
  "To wallet",
  "Account",
  "Lot",
  "1099",
] as const;

/** The heading of a column that a user may add. */
export type AddedHeading = (typeof ADDED_HEADINGS)[number];

/** The cell that a row has in a column that the user added; null where there is none. */
export type AddedCell = (row: ExportRow, heading: AddedHeading) => CellValue;

/** Finds the columns that a user has added to an export with these places of headings. */
export function addedCells(
  { needs, own = "" }: ImportFormat,
  places: ReadonlyMap<string, number>,
): AddedCell {
  const owned = new Set(`${needs} ${own}`.split(" "));
  const added = new Map<AddedHeading, number>();
  for (const heading of ADDED_HEADINGS) {
    const { key } = headingOf(heading);
    const place = places.get(key);
    if (place !== undefined && !owned.has(key)) added.set(heading, place);
  }
  return ({ cells }, heading) => {
    const place = added.get(heading);
    return place === undefined ? null : (cells[place] ?? null);
  };
}
