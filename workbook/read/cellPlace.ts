import { MOST_COLUMNS, MOST_ROWS } from "./cellReference.ts";

/** Where the cell last met in the XML of a sheet stands; writers may leave it unsaid. */
export type CellPlace = {
  /** From 1; 0 before the first row. */
  row: number;
  /** From 1; 0 before the first cell of the row. */
  column: number;
  /** False while the row's number is only known from the row before. */
  rowIsNumbered: boolean;
};

/** The place before the first row of a sheet. */
export const beforeFirstRow = (): CellPlace => ({ row: 0, column: 0, rowIsNumbered: false });

/**
 * Moves to a row by its number as written, or to the next row without one. False when no sheet has
 * such a row.
 */
export function enterRow(place: CellPlace, number: string | undefined): boolean {
  place.rowIsNumbered = number !== undefined;
  place.row = number === undefined ? place.row + 1 : Number(number);
  place.column = 0;
  return Number.isInteger(place.row) && place.row >= 1 && place.row <= MOST_ROWS;
}

/**
 * Moves to a cell by its reference such as `B7`, or to the next column without one. The first
 * reference in a row without number says where the row is. False when the reference contradicts
 * its row, or no sheet has such a cell.
 */
export function enterCell(place: CellPlace, reference: string | undefined): boolean {
  if (reference === undefined) place.column++;
  else {
    let column = 0;
    let at = 0;
    for (let code = letterAt(reference, at); code > 0; code = letterAt(reference, ++at)) {
      column = column * 26 + code;
    }
    let row = 0;
    for (; at < reference.length; at++) row = row * 10 + reference.charCodeAt(at) - 48;
    if (!place.rowIsNumbered) {
      place.row = row;
      place.rowIsNumbered = true;
    }
    if (row !== place.row) return false;
    place.column = column;
  }
  const { row, column } = place;
  return column >= 1 && column <= MOST_COLUMNS && row >= 1 && row <= MOST_ROWS;
}

/** 1 to 26 for A to Z; 0 for anything else. */
function letterAt(reference: string, at: number): number {
  const number = reference.charCodeAt(at) - 64;
  return number >= 1 && number <= 26 ? number : 0;
}
