import type { CellValue } from "../cells.ts";
import type { DamageSearch } from "./damage.ts";

/**
 * Finds quantities that were cut after their 15th digit, as spreadsheet programs do with numbers:
 * several cells end there, with fewer decimals than other cells of the column, which have more digits.
 * What was cut is nowhere in the sheet, so nothing can be mended.
 */
export const digitsDamage: DamageSearch = ({ grid, first }, column) => {
  const longest = longestText(grid, first, column.index);
  if (longest === undefined) return undefined;
  const rows: number[] = [];
  let shorter = 0;
  let example = "";
  for (let at = first; at < grid.length; at++) {
    const text = plainNumber(grid[at]?.[column.index]);
    if (text === undefined || decimalsOf(text) >= longest.decimals) continue;
    const digits = digitsOf(text);
    if (digits === KEPT) {
      if (rows.length === 0) example = text;
      rows.push(at + 1);
    } else if (digits === KEPT - 1) shorter += 1;
  }
  // Where lengths are spread evenly, as many end one digit earlier; of cut ones a tenth does.
  if (rows.length < LEAST_CUT || shorter * 3 > rows.length) return undefined;
  return {
    kind: "digits",
    index: column.index,
    column: column.text,
    confidence: "possible",
    rows,
    evidence: { sign: "fifteen-digits", example, longer: longest.text },
    mend: undefined,
  };
};

/** Digits that spreadsheet programs keep of a number. */
const KEPT = 15;
const LEAST_CUT = 3;
const PLAIN = /^-?\d*\.?\d+$/;

type Longest = { readonly text: string; readonly decimals: number };

function longestText(
  grid: readonly (readonly CellValue[])[],
  first: number,
  index: number,
): Longest | undefined {
  let longest: Longest | undefined;
  for (let at = first; at < grid.length; at++) {
    const cell = grid[at]?.[index];
    if (typeof cell !== "string" || cell.length <= KEPT + 1) continue;
    const text = plainNumber(cell);
    if (text === undefined || digitsOf(text) <= KEPT) continue;
    const decimals = decimalsOf(text);
    if (longest === undefined || decimals > longest.decimals) longest = { text, decimals };
  }
  return longest;
}

function plainNumber(cell: CellValue | undefined): string | undefined {
  if (typeof cell !== "number" && typeof cell !== "string") return undefined;
  const text = String(cell).trim();
  return PLAIN.test(text) ? text : undefined;
}

/** Significant digits, zeros at the end of decimals not counted. */
function digitsOf(text: string): number {
  const trimmed = text.includes(".") ? text.replace(/0+$/, "") : text;
  return trimmed.replace(/[-.]/g, "").replace(/^0+/, "").length;
}

function decimalsOf(text: string): number {
  const point = text.indexOf(".");
  return point < 0 ? 0 : text.length - point - 1;
}
