import { dayText } from "../../core/calendar/day.ts";
import type { ResultCell } from "../../core/functions/resultRows.ts";
import { compareFractions, fraction, fractionOfText, minus, negative } from "../oracle/fraction.ts";

/** The cells that a worksheet function fills. */
export type ResultRows = readonly (readonly ResultCell[])[];

/** A table as text: dates as 2026-11-20, amounts as plain decimals, blank cells as empty text. */
export type TextTable = {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** The text form of a table that a worksheet function gives: titles first. */
export function textOfRows([titles = [], ...rows]: ResultRows): TextTable {
  return { titles: titles.map(textOfCell), rows: rows.map((row) => row.map(textOfCell)) };
}

/**
 * What of a table differs from the expected one, in the columns that the expected one has: nothing
 * when they agree, with amounts equal to 1e-8 and rows in any order.
 */
export function differences(actual: TextTable, expected: TextTable): readonly string[] {
  const missing = expected.titles.filter((title) => !actual.titles.includes(title));
  if (missing.length > 0) return missing.map((title) => `no column ${title}`);
  const got = inOrder({
    titles: expected.titles,
    rows: actual.rows.map((row) =>
      expected.titles.map((title) => row[actual.titles.indexOf(title)]!),
    ),
  });
  const wanted = inOrder(expected);
  if (got.length !== wanted.length) {
    return [`${got.length} rows, expected ${wanted.length}`, ...got.map(String)];
  }
  return wanted.flatMap((row, index) =>
    row.flatMap((cell, column) => {
      const title = expected.titles[column]!;
      const found = got[index]![column]!;
      return isSame(found, cell, title)
        ? []
        : [`row ${index}, ${title}: ${found}, expected ${cell}`];
    }),
  );
}

const AMOUNTS = new Set([
  ...["Quantity", "Proceeds", "Cost basis", "Unit basis", "Gain or loss", "Disallowed loss"],
  ...["Permanently disallowed", "Allowed gain or loss"],
]);

const TOLERANCE = fraction(1n, 10n ** 8n);

function textOfCell(cell: ResultCell): string {
  if (cell === null) return "";
  return typeof cell === "object" ? dayText(cell.day) : String(cell);
}

/** Sorted by what is no amount, so that a small difference of an amount moves no row. */
function inOrder({ titles, rows }: TextTable): readonly (readonly string[])[] {
  const keyOf = (row: readonly string[]): string =>
    JSON.stringify(row.filter((_, column) => !AMOUNTS.has(titles[column]!)));
  return [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function isSame(found: string, expected: string, title: string): boolean {
  if (!AMOUNTS.has(title) || found === "" || expected === "") return found === expected;
  const difference = minus(fractionOfText(found), fractionOfText(expected));
  const size = difference.numerator < 0n ? negative(difference) : difference;
  return compareFractions(size, TOLERANCE) <= 0;
}
