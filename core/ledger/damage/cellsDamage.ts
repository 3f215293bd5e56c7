import { cellText } from "../words.ts";
import type { DamageSearch } from "./damage.ts";

/**
 * Finds amounts and ids that a program took for a date: `2-Jan` was `1-2`, `1/2`, or in another
 * country 1.2. Which of these, nobody can tell, so nothing can be mended.
 */
export const cellsDamage: DamageSearch = ({ grid, first, columns }, column) => {
  const rows: number[] = [];
  for (let at = first; at < grid.length; at++) {
    const cell = grid[at]?.[column.index];
    if (typeof cell === "string" && isDate(cell)) rows.push(at + 1);
  }
  const row = rows[0];
  if (row === undefined) return undefined;
  return {
    kind: "cells",
    index: column.index,
    column: column.text,
    // An id may be any text; an amount is a number.
    confidence: column.index === columns.id?.index ? "possible" : "certain",
    rows,
    evidence: { sign: "became-date", example: cellText(grid[row - 1]?.[column.index]) },
    mend: undefined,
  };
};

const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
const DATE = new RegExp(
  `^(?:\\d{1,2}[-./ ]+${MONTH}(?:[-./ ]+\\d{2,4})?|${MONTH}[-./ ]+\\d{1,4}|\\d{4}-\\d{2}-\\d{2})$`,
  "i",
);

/** Nearly all cells are numbers or long ids; the first characters tell. */
function isDate(cell: string): boolean {
  return cell.length >= 5 && cell.length <= 20 && DATE.test(cell.trim());
}
