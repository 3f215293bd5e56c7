/** A rectangle of cells; rows and columns count from 1. */
export type Area = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
};

/** The letters of a column counted from 1: `A`, `Z`, `AA`. */
export function lettersOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return rest === 0 ? letter : lettersOf(rest) + letter;
}

/** `A1`, or `A1:B2` for more than one cell. */
export function a1Of({ row, column, rows, columns }: Area): string {
  const first = `${lettersOf(column)}${row}`;
  if (rows === 1 && columns === 1) return first;
  return `${first}:${lettersOf(column + columns - 1)}${row + rows - 1}`;
}

/** The sheet's name in a reference such as `'My sheet'!A1`; undefined where there is none. */
export function splitReference(text: string): { sheet: string | undefined; cells: string } {
  const bang = text.lastIndexOf("!");
  if (bang < 0) return { sheet: undefined, cells: text };
  const name = text.slice(0, bang);
  const bare =
    name.startsWith("'") && name.endsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
  return { sheet: bare, cells: text.slice(bang + 1) };
}

/** The area of `A1`, `A1:B2`, `A:C`, `2:5` or `A2:C`, open ends filled to the size of the sheet; undefined for anything else. */
export function areaOfA1(
  cells: string,
  size: { readonly maxRows: number; readonly maxColumns: number },
): Area | undefined {
  const parts = cells.replaceAll("$", "").toUpperCase().split(":");
  const corners = parts.flatMap((part) => cornerOf(part) ?? []);
  const [from, to = from] = corners;
  if (
    parts.length > 2 ||
    corners.length !== parts.length ||
    from === undefined ||
    to === undefined
  ) {
    return undefined;
  }
  if (parts.length === 1 && (from.row === undefined || from.column === undefined)) return undefined;
  const [row, rows] = span(from.row, to.row, size.maxRows);
  const [column, columns] = span(from.column, to.column, size.maxColumns);
  return { row, column, rows, columns };
}

type Corner = { readonly row: number | undefined; readonly column: number | undefined };

/** First place and length of what two ends span; an open end reaches the sheet's. */
function span(first: number | undefined, last: number | undefined, size: number): [number, number] {
  const from = first ?? 1;
  const to = last ?? size;
  return [Math.min(from, to), Math.abs(to - from) + 1];
}

function cornerOf(text: string): Corner | undefined {
  const [whole = "", letters = "", digits = ""] = /^([A-Z]{0,3})([0-9]{0,8})$/.exec(text) ?? [];
  if (whole === "") return undefined;
  return {
    row: digits === "" ? undefined : Number(digits),
    column: letters === "" ? undefined : columnOf(letters),
  };
}

/** The column of its letters, counted from 1. */
export function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** True where two areas share a cell. */
export function overlap(one: Area, other: Area): boolean {
  return (
    one.row < other.row + other.rows &&
    other.row < one.row + one.rows &&
    one.column < other.column + other.columns &&
    other.column < one.column + one.columns
  );
}

/** True where the first area lies within the second. */
export function within(inner: Area, outer: Area): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}
