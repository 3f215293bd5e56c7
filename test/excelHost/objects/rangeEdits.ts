import { HostError, invalidArgument, notModelled } from "../hostObject.ts";
import { EVERYTHING, intersection, isEntireRow, SHEET_ROWS, type Area } from "../model/area.ts";
import { Cells, type Cell } from "../model/cells.ts";
import type { Place } from "./rangeArguments.ts";

/** Clears contents, formats, links or all of a range. */
export function clearRange({ sheet, area }: Place, applyTo: string): void {
  sheet.refuseProtected(area);
  if (!["All", "Contents", "Formats", "Hyperlinks", "RemoveHyperlinks"].includes(applyTo)) {
    throw invalidArgument(`Nothing is called ${applyTo}.`);
  }
  if (applyTo === "All" || applyTo === "Contents") sheet.cells.clear(area);
  if (applyTo === "All" || applyTo === "Formats") {
    sheet.formats.clear(area);
    sheet.clearConditions(area);
    sheet.unmerge(area);
  }
  if (applyTo.endsWith("yperlinks")) sheet.formats.clear(area, "hyperlink");
}

/** Copies cells and their looks; references in formulas stay as they are written. */
export function copyRange(from: Place, to: Place, copyType: string): void {
  if (!["All", "Values", "Formats", "Formulas"].includes(copyType)) {
    throw notModelled(`Range.copyFrom of ${copyType}`);
  }
  const { rows, columns } = from.area;
  const area = { ...to.area, rows, columns };
  to.sheet.refuseUnbounded(area);
  to.sheet.refuseProtected(area);
  const taken: (Cell | undefined)[][] = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) =>
      copyType === "Values"
        ? from.workbook.valueAt(from.sheet, from.area.row + row, from.area.column + column)
        : from.sheet.cells.get(from.area.row + row, from.area.column + column),
    ),
  );
  if (copyType !== "Formats") {
    for (const [row, cells] of taken.entries()) {
      for (const [column, cell] of cells.entries()) {
        to.sheet.cells.set(area.row + row, area.column + column, cell);
      }
    }
  }
  if (copyType === "All" || copyType === "Formats") copyLooks(from, { ...to, area });
}

function copyLooks(from: Place, to: Place): void {
  for (const name of from.sheet.formats.names()) {
    for (let row = 0; row < from.area.rows; row++) {
      for (let column = 0; column < from.area.columns; column++) {
        const value = from.sheet.formats.at(name, from.area.row + row, from.area.column + column);
        const cell = {
          row: to.area.row + row,
          column: to.area.column + column,
          rows: 1,
          columns: 1,
        };
        to.sheet.formats.set(name, cell, value);
      }
    }
  }
}

/** Deletes whole rows; formulas that mention moved cells are not rewritten, so there must be none. */
export function deleteRange(place: Place, shift: string): void {
  if (!isEntireRow(place.area) || shift !== "Up")
    throw notModelled(`Range.delete(${shift}) of parts of rows`);
  moveRows(place, (row) => {
    if (row < place.area.row) return row;
    return row < place.area.row + place.area.rows ? undefined : row - place.area.rows;
  });
}

/** Inserts whole rows. */
export function insertRange(place: Place, shift: string): void {
  if (!isEntireRow(place.area) || shift !== "Down")
    throw notModelled(`Range.insert(${shift}) of parts of rows`);
  const used = place.sheet.cells.used(EVERYTHING);
  if (used !== undefined && used.row + used.rows + place.area.rows > SHEET_ROWS) {
    throw new HostError("InvalidOperation", "Cells would be pushed off the sheet.");
  }
  moveRows(place, (row) => (row < place.area.row ? row : row + place.area.rows));
}

function moveRows({ sheet, area }: Place, placeOf: (row: number) => number | undefined): void {
  sheet.refuseProtected();
  const below: Area = { ...EVERYTHING, row: area.row, rows: SHEET_ROWS - area.row };
  const isBound =
    sheet.tables.some((table) => intersection(table.area, below) !== undefined) ||
    sheet.conditions.length + sheet.merges.length + sheet.charts.length > 0 ||
    [...sheet.cells.entries()].some(([, , cell]) => typeof cell === "object" && "formula" in cell);
  if (isBound)
    throw notModelled("moving rows of a sheet with formulas, tables, charts or merged cells");
  const moved = new Cells();
  for (const [row, column, cell] of sheet.cells.entries()) {
    const target = placeOf(row);
    if (target !== undefined) moved.set(target, column, cell);
  }
  sheet.cells = moved;
}
