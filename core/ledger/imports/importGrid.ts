import type { CellGrid, CellValue } from "../cells.ts";
import { HEADER_ROWS } from "../findHeader.ts";
import { headingOf } from "../heading.ts";
import { cellText, isEmpty } from "../words.ts";
import { addedCells } from "./addedColumns.ts";
import type { ExportRow } from "./exportRow.ts";
import { importedCells, importedHeadings } from "./importedCells.ts";
import type { ImportFormat } from "./importFormat.ts";
import { importFormatOf } from "./importFormats.ts";

/** A service's export in the shape of two sides. */
export type Imported = {
  /** The name of the export, such as `Kraken ledgers`. */
  readonly format: string;
  /** A header row, then one row for each transaction. */
  readonly grid: CellGrid;
  /** The export's own row for each row of the grid, counted from 1. */
  readonly rows: readonly number[];
  /** Rows that were joined to one of those: the other leg of a trade. */
  readonly joined: readonly number[];
  /** Rows that rightly become no transaction. */
  readonly withoutEffect: readonly number[];
};

/**
 * Reads a grid as the export of a service; undefined where its first rows have the headings of none.
 *
 * Every row below the headings that is not blank is in exactly one of `rows`, `joined` and
 * `withoutEffect`. Nothing is judged here: a word that nobody knows is in the grid, where reading it
 * makes a problem of the row.
 */
export function importGrid(grid: CellGrid): Imported | undefined {
  const found = formatOf(grid);
  if (found === undefined) return undefined;
  const { format, header, places } = found;
  const { exported, aside } = exportedRows(grid, found);
  const added = addedCells(format, places);
  const rows = [header + 1];
  const made: (readonly CellValue[])[] = [importedHeadings(format.zone)];
  const joined: number[] = [];
  const withoutEffect = [...aside];
  for (const outcome of format.read(exported)) {
    if ("withoutEffect" in outcome) withoutEffect.push(outcome.withoutEffect);
    else {
      rows.push(outcome.from.row);
      made.push(importedCells(outcome, added));
      if (outcome.joined !== undefined) joined.push(...outcome.joined);
    }
  }
  return { format: format.name, grid: made, rows, joined, withoutEffect };
}

/** The export that a sheet's first rows have the headings of, and the row of these, from 1. */
export function recognizedExport(
  grid: CellGrid,
): { readonly format: string; readonly headerRow: number } | undefined {
  const found = formatOf(grid);
  return found && { format: found.format.name, headerRow: found.header + 1 };
}

type Found = {
  readonly format: ImportFormat;
  /** Counted from 0. */
  readonly header: number;
  readonly places: ReadonlyMap<string, number>;
};

function formatOf(grid: CellGrid): Found | undefined {
  for (let header = 0; header < Math.min(HEADER_ROWS, grid.length); header++) {
    const places = placesOf(grid[header] ?? []);
    const format = importFormatOf(places);
    if (format !== undefined) return { format, header, places };
  }
  return undefined;
}

function placesOf(cells: readonly CellValue[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  cells.forEach((cell, index) => {
    const { key } = headingOf(cell);
    if (key !== "" && !places.has(key)) places.set(key, index);
  });
  return places;
}

/** The rows below the headings. Exports that were put together by hand repeat their headings. */
function exportedRows(
  grid: CellGrid,
  { header, places }: Found,
): { readonly exported: readonly ExportRow[]; readonly aside: readonly number[] } {
  const headings = (grid[header] ?? []).map((cell) => headingOf(cell).text);
  const exported: ExportRow[] = [];
  const aside: number[] = [];
  for (let index = header + 1; index < grid.length; index++) {
    const cells = grid[index] ?? [];
    if (cells.every(isEmpty)) continue;
    if (isSameHeader(cells, headings) || isRemark(cells, headings)) aside.push(index + 1);
    else exported.push({ row: index + 1, cells, places, headings });
  }
  return { exported, aside };
}

const isSameHeader = (cells: readonly CellValue[], headings: readonly string[]): boolean =>
  headings.every(
    (text, index) =>
      text ===
      cellText(cells[index])
        .replace(/\uFEFF/g, "")
        .trim(),
  );

/** A disclaimer below the rows stands under no heading. */
const isRemark = (cells: readonly CellValue[], headings: readonly string[]): boolean =>
  headings.every((text, index) => text === "" || isEmpty(cells[index]));
