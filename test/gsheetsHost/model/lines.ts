import { ServiceException } from "../service.ts";
import type { Area } from "./area.ts";
import type { Book, Sheet } from "./book.ts";

/** Rows or columns. */
export type Line = "row" | "column";

/** A spreadsheet holds ten million cells. */
export const MOST_CELLS = 10_000_000;

/** Refuses a change that would give the spreadsheet more cells than it can hold. */
export function checkCells(book: Book, added: number): void {
  const cells = book.sheets.reduce((sum, { maxRows, maxColumns }) => sum + maxRows * maxColumns, 0);
  if (cells + added > MOST_CELLS) {
    throw new ServiceException(
      `This action would increase the number of cells in the workbook above the limit of ${MOST_CELLS} cells.`,
    );
  }
}

/** Inserts empty rows or columns before a place counted from 1; what stands behind moves on. */
export function insertLines(sheet: Sheet, line: Line, at: number, count: number): void {
  if (count < 1) throw new ServiceException(`The number of ${line}s to insert must be at least 1.`);
  checkCells(sheet.book, count * (line === "row" ? sheet.maxColumns : sheet.maxRows));
  if (line === "row") {
    // Rows past the last one with content need no entry of their own.
    if (at - 1 < sheet.rows.length)
      sheet.rows.splice(at - 1, 0, ...Array.from({ length: count }, () => []));
    sheet.maxRows += count;
  } else {
    for (const row of sheet.rows) {
      if (at - 1 < row.length)
        row.splice(at - 1, 0, ...Array.from({ length: count }, () => undefined));
    }
    sheet.maxColumns += count;
  }
  moveAreas(sheet, line, (area) => inserted(area, { line, at, count }));
}

/** Deletes rows or columns from a place counted from 1. */
export function deleteLines(sheet: Sheet, line: Line, at: number, count: number): void {
  const size = line === "row" ? sheet.maxRows : sheet.maxColumns;
  if (at < 1 || count < 1 || at + count - 1 > size) {
    throw new ServiceException(`Those ${line}s are out of bounds.`);
  }
  if (count === size) throw new ServiceException(`You can't delete all the ${line}s on the sheet.`);
  if (line === "row") {
    sheet.rows.splice(at - 1, count);
    sheet.maxRows -= count;
    if (sheet.frozenRows >= sheet.maxRows)
      throw new ServiceException("You can't delete all the rows that are not frozen.");
  } else {
    for (const row of sheet.rows) row.splice(at - 1, count);
    sheet.maxColumns -= count;
  }
  moveAreas(sheet, line, (area) => deleted(area, { line, at, count }));
}

type Change = { readonly line: Line; readonly at: number; readonly count: number };

function inserted(area: Area, { line, at, count }: Change): Area {
  const [start, length] = line === "row" ? [area.row, area.rows] : [area.column, area.columns];
  const moved = start >= at ? start + count : start;
  const grown = start < at && start + length > at ? length + count : length;
  return line === "row"
    ? { ...area, row: moved, rows: grown }
    : { ...area, column: moved, columns: grown };
}

function deleted(area: Area, { line, at, count }: Change): Area | undefined {
  const [start, length] = line === "row" ? [area.row, area.rows] : [area.column, area.columns];
  const before = Math.max(0, Math.min(start, at + count) - at);
  const inside = Math.max(0, Math.min(start + length, at + count) - Math.max(start, at));
  if (inside === length) return undefined;
  const place = start - before;
  return line === "row"
    ? { ...area, row: place, rows: length - inside }
    : { ...area, column: place, columns: length - inside };
}

function moveAreas(sheet: Sheet, line: Line, move: (area: Area) => Area | undefined): void {
  const moved = (areas: readonly Area[]): Area[] => areas.flatMap((area) => move(area) ?? []);
  sheet.merges = moved(sheet.merges);
  const { filter } = sheet;
  if (filter !== undefined) {
    const area = move(filter.area);
    sheet.filter = area === undefined ? undefined : Object.assign(filter, { area });
  }
  sheet.bandings = sheet.bandings.flatMap((banding) => moveHolder(banding, move));
  for (const guard of sheet.protections)
    if (guard.area !== undefined) guard.area = move(guard.area);
  const { book } = sheet;
  book.namedRanges = book.namedRanges.flatMap((named) =>
    named.sheet === sheet ? moveHolder(named, move) : [named],
  );
  book.metadata = book.metadata.flatMap((mark) => {
    if (
      mark.place.kind === "SPREADSHEET" ||
      mark.place.kind === "SHEET" ||
      mark.place.sheet !== sheet
    )
      return [mark];
    const area = wholeLine(mark.place.kind, move(mark.place.area), sheet);
    return area === undefined ? [] : [Object.assign(mark, { place: { ...mark.place, area } })];
  });
  moveSizes(sheet, line, move);
}

/** Metadata of a row or column are of all of it, however long it becomes. */
function wholeLine(kind: "ROW" | "COLUMN", area: Area | undefined, sheet: Sheet): Area | undefined {
  if (area === undefined) return undefined;
  return kind === "ROW"
    ? { ...area, column: 1, columns: sheet.maxColumns }
    : { ...area, row: 1, rows: sheet.maxRows };
}

function moveHolder<Holder extends { area: Area }>(
  holder: Holder,
  move: (area: Area) => Area | undefined,
): Holder[] {
  const area = move(holder.area);
  return area === undefined ? [] : [Object.assign(holder, { area })];
}

function moveSizes(sheet: Sheet, line: Line, move: (area: Area) => Area | undefined): void {
  const one = (place: number): Area =>
    line === "row"
      ? { row: place, column: 1, rows: 1, columns: 1 }
      : { row: 1, column: place, rows: 1, columns: 1 };
  const placeOf = (place: number): number | undefined => move(one(place))?.[line];
  const sizes = line === "row" ? sheet.rowHeights : sheet.columnWidths;
  const entries = [...sizes];
  sizes.clear();
  for (const [place, size] of entries) {
    const moved = placeOf(place);
    if (moved !== undefined) sizes.set(moved, size);
  }
  const hidden = line === "row" ? sheet.hiddenRows : sheet.hiddenColumns;
  const places = [...hidden];
  hidden.clear();
  for (const place of places) {
    const moved = placeOf(place);
    if (moved !== undefined) hidden.add(moved);
  }
}
