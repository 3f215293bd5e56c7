/** The letters of a column counted from 0: A, B … Z, AA … */
export function columnLetters(column: number): string {
  let letters = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

/** `B7` of column 1 and row 7: columns count from 0, rows from 1. */
export const cellReference = (column: number, row: number): string =>
  `${columnLetters(column)}${row}`;

/** `A5:C9` of an area; one cell is written `A5`. */
export function areaReference(area: {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}): string {
  const { row, column, rows, columns } = area;
  const first = cellReference(column, row);
  const last = cellReference(column + columns - 1, row + rows - 1);
  return first === last ? first : `${first}:${last}`;
}
