import { decimalsOf, wholeLength } from "./numberShape.ts";
import type { Tab } from "./tab.ts";
import type { Table, TableCell } from "./table.ts";

/** Widest that a column of short words grows by itself, and widest of all, in characters. */
const MOST_WORDS = 30;
const MOST_WIDTH = 80;

/** Words and a filter button stand in a title cell; a button takes about three characters. */
const BUTTON = 3;

/** Column widths of a tab in characters, wide enough for its totals and its small tables too. */
export function tabWidths(tab: Tab, shownRows: number): readonly number[] {
  const widths = [...columnWidths(tab.table, shownRows, extraNumbers(tab))];
  for (const { table } of tab.sections) {
    columnWidths(table, table.rows.length, []).forEach((width, column) => {
      widths[column] = Math.max(widths[column] ?? 0, width);
    });
  }
  return widths;
}

/** Numbers outside the table that its columns must be wide enough for. */
function extraNumbers({ table, totals, breakdown }: Tab): readonly (readonly number[])[] {
  return table.columns.map((_, column) => {
    const total = totals?.[column];
    const sums = total?.kind === "sum" || total?.kind === "value" ? [total.value] : [];
    // Bold figures are a little wider: one more digit stands for that.
    const bold = sums.map((value) => value * 10);
    const place = column - 1;
    return breakdown === undefined || place < 0
      ? bold
      : [...bold, ...breakdown.lines.map(({ values }) => (values[place] ?? 0) * 1000)];
  });
}

/**
 * Column widths in characters: those of the table, grown where a number would not show (`####`), a
 * title's word would break, or a short word would be cut.
 *
 * `extras` are numbers that stand in a column outside the table, such as totals.
 */
export function columnWidths(
  table: Table,
  shownRows: number,
  extras: readonly (readonly number[])[],
): readonly number[] {
  return table.columns.map((column, index) => {
    let longest = 0;
    const lengthOf = (cell: TableCell): number => {
      if (cell === null) return 0;
      if (typeof cell === "string") return Math.min(cell.length, MOST_WORDS);
      return numberLength(cell, column.format);
    };
    for (let row = 0; row < shownRows; row++) {
      longest = Math.max(longest, lengthOf(table.rows[row]?.[index] ?? null));
    }
    for (const extra of extras[index] ?? []) longest = Math.max(longest, lengthOf(extra));
    const word = Math.max(...column.title.split(/\s+/).map(({ length }) => length));
    return Math.min(MOST_WIDTH, Math.max(column.width, longest + 2, word + BUTTON));
  });
}

/** Characters of a line that is good to read. */
const READABLE = 130;

/** How many columns, from the first, make a line that is good to read. */
export function textColumns(widths: readonly number[]): number {
  let width = 0;
  let columns = 0;
  while (columns < widths.length && width < READABLE) width += widths[columns++] ?? 0;
  return columns;
}

/** Lines that text takes in so many characters of width, broken between words. */
export function linesOf(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const needed = used === 0 ? word.length : used + 1 + word.length;
    if (needed <= width) {
      used = needed;
      continue;
    }
    lines += (used === 0 ? 0 : 1) + Math.max(0, Math.ceil(word.length / width) - 1);
    used = word.length % width;
  }
  return lines;
}

function numberLength(value: number, format: Table["columns"][number]["format"]): number {
  switch (format) {
    case "date":
      return 10;
    case "integer":
    case "sourceRow":
      return wholeLength(value);
    case "money":
    case "signedMoney":
      return wholeLength(value) + 3;
    case "unitMoney":
      return wholeLength(value) + 1 + Math.max(2, Math.min(decimalsOf(value), unitDecimals(value)));
    case "quantity":
    case "text": {
      const decimals = decimalsOf(value);
      return wholeLength(value) + (decimals === 0 ? 0 : decimals + 1);
    }
  }
}

/** An amount of a dollar and more shows at most four digits after the point. */
const unitDecimals = (value: number): number => (Math.abs(value) < 1 ? 10 : 4);
