import type { CellGrid, CellValue } from "../cells.ts";
import { cellText } from "../words.ts";
import type { DamageSearch, MendedCell } from "./damage.ts";

/**
 * Finds ids that were turned into numbers: texts such as `1.55E+13`, and long ids whose digits from
 * the 16th on are all zero, because spreadsheet programs keep 15. Several rows may have come to share
 * one id, so such an id is mended by reading it as blank.
 */
export const idsDamage: DamageSearch = ({ grid, first }, column) => {
  const { scientific, rounded } = looksOf(grid, first, column.index);
  const rows = [...scientific, ...rounded].sort((a, b) => a - b);
  const row = scientific[0] ?? rounded[0];
  if (row === undefined) return undefined;
  const sign = scientific.length > 0 ? "scientific-id" : "rounded-id";
  return {
    kind: "ids",
    index: column.index,
    column: column.text,
    confidence: "certain",
    rows,
    evidence: { sign, example: cellText(grid[row - 1]?.[column.index]) },
    mend: blank,
  };
};

const LEAST_ROUNDED = 3;
const SCIENTIFIC = /^\s*-?\d(?:[.,]\d+)?e\+\d{2,}\s*$/i;
const LONG_DIGITS = /^\d{16,}$/;

type Looks = { readonly scientific: readonly number[]; readonly rounded: readonly number[] };

function looksOf(grid: CellGrid, first: number, index: number): Looks {
  const scientific: number[] = [];
  const rounded: number[] = [];
  let longer = 0;
  for (let at = first; at < grid.length; at++) {
    const look = lookOf(grid[at]?.[index]);
    if (look === "scientific") scientific.push(at + 1);
    else if (look === "rounded") rounded.push(at + 1);
    else if (look === "long") longer += 1;
  }
  // A long id may well end in a zero; not all of several do.
  return { scientific, rounded: longer === 0 && rounded.length >= LEAST_ROUNDED ? rounded : [] };
}

function lookOf(cell: CellValue | undefined): "scientific" | "rounded" | "long" | undefined {
  if (typeof cell === "number" && cell < 1e15) return undefined;
  if (typeof cell !== "number" && typeof cell !== "string") return undefined;
  const text = cellText(cell);
  if (text.length < 5) return undefined;
  if (text.includes("+") && SCIENTIFIC.test(text)) return "scientific";
  if (text.length < 16 || !LONG_DIGITS.test(text)) return undefined;
  return /^0+$/.test(text.slice(15)) ? "rounded" : "long";
}

const blank = (cell: CellValue): MendedCell => ({
  cell: null,
  found: cellText(cell),
  read: "",
});
