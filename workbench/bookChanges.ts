import {
  cellReference,
  DAYS_FROM_1900_TO_1904,
  dayText,
  serialOfDay,
  type CellGrid,
  type CellValue,
  type Day,
} from "../core/index.ts";
import type { CellEdit } from "../workbook/index.ts";
import type { BookSheet, SavedSheet } from "./bookMessages.ts";
import { spotKey, type CellSpot, type GridCells } from "./gridCells.ts";
import { cellsNow, type OpenBook } from "./openBook.ts";
import { aboutChanges, aboutFormulas, aboutSheets } from "./leftOut.ts";
import type { Grid } from "./univerGrid.ts";

/** What the user changed since the file was opened, and what of it a saved file does not hold. */
export type Changes = {
  readonly edits: readonly CellEdit[];
  /** Sentences, one for each kind of thing that is left out. */
  readonly leftOut: readonly string[];
};

/** Compares the grid with the file. */
export async function changesOf(grid: Grid, open: OpenBook): Promise<Changes> {
  const shown = new Set(grid.sheets().map(({ id }) => id));
  const edits: CellEdit[] = [];
  const formulas: string[] = [];
  for (const sheet of open.book.sheets) {
    const id = open.ids.get(sheet.name) ?? "";
    if (sheet.key !== undefined || !shown.has(id)) continue;
    const cells = await cellsNow(grid, open, id);
    formulas.push(...placesOf(sheet.name, cells.formulas));
    for (const edit of editsOf(sheet, cells, open.book.dateSystem)) edits.push(edit);
  }
  const leftOut = [...aboutSheets(grid, open), ...aboutFormulas(formulas), ...aboutChanges(open)];
  return { edits, leftOut };
}

/** The sheets of a workbook that has no file, to be saved as a new one. */
export async function savedSheets(
  grid: Grid,
  open: OpenBook,
): Promise<{ readonly sheets: readonly SavedSheet[]; readonly leftOut: readonly string[] }> {
  const sheets: SavedSheet[] = [];
  const formulas: string[] = [];
  for (const { id, name } of grid.sheets()) {
    if (open.keys.has(id)) continue;
    const cells = await cellsNow(grid, open, id);
    formulas.push(...placesOf(name, cells.formulas));
    sheets.push({ name, rows: savedRows(cells) });
  }
  return { sheets, leftOut: [...aboutFormulas(formulas), ...aboutChanges(open)] };
}

function savedRows({ grid, formulas, days }: GridCells): SavedSheet["rows"] {
  const computed = new Set(formulas.map(spotKey));
  return grid.map((row, index) =>
    row.map((cell, column) => {
      const key = spotKey({ row: index + 1, column });
      if (computed.has(key)) return null;
      if (typeof cell !== "number" || !days.has(key)) return cell;
      return { serial: cell, shows: Number.isInteger(cell) ? "day" : "day and time" } as const;
    }),
  );
}

/** Cells of a sheet that differ from the file's. */
function* editsOf(
  { name, grid: before }: BookSheet,
  { grid: now, formulas, days }: GridCells,
  dateSystem: 1900 | 1904,
): Generator<CellEdit> {
  const computed = new Set(formulas.map(spotKey));
  for (let row = 0; row < Math.max(before.length, now.length); row++) {
    for (const [column, was, is] of differences(before[row] ?? [], now[row] ?? [])) {
      const key = spotKey({ row: row + 1, column });
      const isDay = days.has(key);
      if (computed.has(key) || (isDay && is === movedThere(was, dateSystem))) continue;
      // Only a cell that held a number can be trusted to show another as a day.
      const value = isDay && typeof was !== "number" ? dayAsText(is, dateSystem) : is;
      yield { sheet: name, row: row + 1, column, value };
    }
  }
}

type Plain = string | number | boolean | null;

function* differences(
  before: CellGrid[number],
  now: CellGrid[number],
): Generator<readonly [number, Plain, Plain]> {
  for (let column = 0; column < Math.max(before.length, now.length); column++) {
    const was = plain(before[column] ?? null);
    const is = plain(now[column] ?? null);
    if (was !== is) yield [column, was, is];
  }
}

/** A value as it can be typed; an error is its text. */
const plain = (cell: CellValue): Plain =>
  cell !== null && typeof cell === "object" ? cell.text : cell === "" ? null : cell;

/** A time of a file that counts from 1904, moved to 1900 and back, may lose its last digit. */
const movedThere = (was: Plain, dateSystem: 1900 | 1904): Plain =>
  typeof was === "number" && dateSystem === 1904
    ? was + DAYS_FROM_1900_TO_1904 - DAYS_FROM_1900_TO_1904
    : was;

const SECONDS = 86_400;

/** `2026-11-20`, with the time where there is one. */
function dayAsText(value: Plain, dateSystem: 1900 | 1904): Plain {
  if (typeof value !== "number") return value;
  const moved = dateSystem === 1904 ? value + DAYS_FROM_1900_TO_1904 : value;
  const seconds = Math.round(moved * SECONDS);
  const date = dayText((Math.floor(seconds / SECONDS) - serialOfDay(0 as Day)) as Day);
  const rest = ((seconds % SECONDS) + SECONDS) % SECONDS;
  if (rest === 0) return date;
  const parts = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60];
  return `${date} ${parts.map((part) => part.toString().padStart(2, "0")).join(":")}`;
}

const placesOf = (sheet: string, spots: readonly CellSpot[]): readonly string[] =>
  spots.map(({ row, column }) => `${sheet}!${cellReference(column, row)}`);
