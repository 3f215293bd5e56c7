import { invalidArgument } from "../hostObject.ts";

/** The size of a worksheet. */
export const SHEET_ROWS = 1_048_576;
export const SHEET_COLUMNS = 16_384;

/** A rectangle of cells; rows and columns count from 0. */
export type Area = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
};

/** The whole sheet. */
export const EVERYTHING: Area = { row: 0, column: 0, rows: SHEET_ROWS, columns: SHEET_COLUMNS };

export const isEntireColumn = (area: Area): boolean => area.row === 0 && area.rows === SHEET_ROWS;

export const isEntireRow = (area: Area): boolean =>
  area.column === 0 && area.columns === SHEET_COLUMNS;

/** True for `A:C` and `2:5`: their cells cannot be read or written one by one. */
export const isUnbounded = (area: Area): boolean => isEntireColumn(area) || isEntireRow(area);

/** The same area, refused where it leaves the sheet. */
export function onSheet(area: Area): Area {
  const { row, column, rows, columns } = area;
  const fits =
    [row, column, rows, columns].every(Number.isInteger) &&
    row >= 0 &&
    column >= 0 &&
    rows >= 1 &&
    columns >= 1 &&
    row + rows <= SHEET_ROWS &&
    column + columns <= SHEET_COLUMNS;
  if (!fits) throw invalidArgument("The range leaves the sheet.");
  return area;
}

/** The cells in both; undefined where there are none. */
export function intersection(one: Area, other: Area): Area | undefined {
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  const rows = Math.min(one.row + one.rows, other.row + other.rows) - row;
  const columns = Math.min(one.column + one.columns, other.column + other.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

/** The smallest area with both. */
export function boundingArea(one: Area, other: Area): Area {
  const row = Math.min(one.row, other.row);
  const column = Math.min(one.column, other.column);
  return {
    row,
    column,
    rows: Math.max(one.row + one.rows, other.row + other.rows) - row,
    columns: Math.max(one.column + one.columns, other.column + other.columns) - column,
  };
}

export const contains = (outer: Area, inner: Area): boolean =>
  inner.row >= outer.row &&
  inner.column >= outer.column &&
  inner.row + inner.rows <= outer.row + outer.rows &&
  inner.column + inner.columns <= outer.column + outer.columns;

export const isSameArea = (one: Area, other: Area): boolean =>
  contains(one, other) && contains(other, one);

/** A, B … Z, AA of columns counted from 0. */
export function lettersOf(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The column of letters, counted from 0. */
export function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** `B2`, `B2:C9`, `A:C` or `2:5`. */
export function areaText(area: Area): string {
  const lastRow = area.row + area.rows;
  const lastColumn = lettersOf(area.column + area.columns - 1);
  if (isEntireColumn(area)) return `${lettersOf(area.column)}:${lastColumn}`;
  if (isEntireRow(area)) return `${area.row + 1}:${lastRow}`;
  const first = `${lettersOf(area.column)}${area.row + 1}`;
  return area.rows === 1 && area.columns === 1 ? first : `${first}:${lastColumn}${lastRow}`;
}

/** A sheet's name as an address or a formula shows it, quoted where it must be. */
export function quotedName(name: string): string {
  const isPlain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) &&
    !/^[a-z]{1,3}\d+$/i.test(name) &&
    !/^(?:r\d*c?\d*|c\d*|true|false)$/i.test(name);
  return isPlain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** An address with the sheet before it. */
export const fullAddress = (sheet: string, area: Area): string =>
  `${quotedName(sheet)}!${areaText(area)}`;

/** An area as text names it, and its sheet where the text says one. */
export type Reference = { readonly sheet: string | undefined; readonly area: Area };

/** Reads `A1`, `$A$1:B2`, `'My sheet'!A:A`; undefined for anything else. */
export function readReference(text: string): Reference | undefined {
  const found = /^(?:(?:'((?:[^']|'')+)'|([^'!\s]+))!)?([^!]+)$/u.exec(text.trim());
  const area = found?.[3] === undefined ? undefined : readArea(found[3]);
  if (found === null || area === undefined) return undefined;
  return { sheet: found[1]?.replaceAll("''", "'") ?? found[2], area };
}

function readArea(text: string): Area | undefined {
  const corners = text.replaceAll("$", "").split(":").map(readCorner);
  const [from, to = from] = corners;
  if (from === undefined || to === undefined || corners.length > 2) return undefined;
  const rows = span(from.row, to.row, SHEET_ROWS);
  const columns = span(from.column, to.column, SHEET_COLUMNS);
  // A letter or a number alone stands for a whole column or row, and only in a pair.
  const isWhole = from.row === undefined || from.column === undefined;
  if (rows === undefined || columns === undefined || (isWhole && corners.length < 2))
    return undefined;
  return { row: rows[0], rows: rows[1], column: columns[0], columns: columns[1] };
}

function readCorner(
  text: string,
): { readonly row: number | undefined; readonly column: number | undefined } | undefined {
  const found = /^([a-z]{1,3})?(\d{1,7})?$/i.exec(text.trim());
  if (found === null || text.trim() === "") return undefined;
  return {
    row: found[2] === undefined ? undefined : Number(found[2]) - 1,
    column: found[1] === undefined ? undefined : columnOf(found[1]),
  };
}

function span(
  from: number | undefined,
  to: number | undefined,
  most: number,
): readonly [number, number] | undefined {
  if (from === undefined && to === undefined) return [0, most];
  if (from === undefined || to === undefined) return undefined;
  const first = Math.min(from, to);
  const last = Math.max(from, to);
  return first < 0 || last >= most ? undefined : [first, last - first + 1];
}
