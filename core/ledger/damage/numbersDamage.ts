import type { CellGrid, CellValue } from "../cells.ts";
import { cellText } from "../words.ts";
import type { DamageSearch, MendedCell } from "./damage.ts";

/**
 * Finds amounts with a comma before their decimals.
 *
 * `1.234,56` and `0,5` can be nothing else. Where a column has such cells, and none with a point before
 * decimals, `1,234` and `1.234` are of that country too: they were read as 1234 and 1.234.
 */
export const numbersDamage: DamageSearch = ({ grid, first }, column) => {
  const { commas, either, points } = looksOf(grid, first, column.index);
  const [firstComma] = commas;
  if (firstComma === undefined) return undefined;
  const isMixed = points > 0 || hasPoints(grid, first, column.index);
  const rows = isMixed ? commas : [...commas, ...either].sort((a, b) => a - b);
  const proof = cellText(grid[firstComma - 1]?.[column.index]);
  return {
    kind: "numbers",
    index: column.index,
    column: column.text,
    confidence: isMixed || (commas.length === 1 && either.length > 0) ? "possible" : "certain",
    rows,
    evidence: { sign: "decimal-comma", proof, isMixed },
    mend: withPoint,
  };
};

const DECIMAL_COMMA = /^[-+]?(?:\d+|\d{1,3}(?:\.\d{3})+),\d+$|^[-+]?\d{1,3}(?:\.\d{3}){2,}$/;
/** One group of three behind one sign: thousands of one country, decimals of another. */
const EITHER = /^[-+]?[1-9]\d{0,2}[.,]\d{3}$/;
const POINT = /^[-+]?(?:\d[\d,]*\.\d+|\d{1,3}(?:,\d{3}){2,})$/;

/** Rows with a decimal comma, rows that may have one, and how many have a decimal point. */
type Looks = {
  readonly commas: readonly number[];
  readonly either: readonly number[];
  readonly points: number;
};

function looksOf(grid: CellGrid, first: number, index: number): Looks {
  const commas: number[] = [];
  const either: number[] = [];
  let points = 0;
  for (let at = first; at < grid.length; at++) {
    const cell = grid[at]?.[index];
    const look = typeof cell === "string" ? lookOf(cell) : undefined;
    if (look === "comma") commas.push(at + 1);
    else if (look === "either") either.push(at + 1);
    else if (look === "point") points += 1;
  }
  return { commas, either, points };
}

function lookOf(cell: string): "comma" | "point" | "either" | undefined {
  if (!cell.includes(",")) {
    // Digits alone say nothing, and most cells with a point are plain.
    const point = cell.indexOf(".");
    if (point < 0) return undefined;
    if (cell.length - point !== 4 && !cell.includes(".", point + 1)) return "point";
  }
  const text = bare(cell);
  if (EITHER.test(text)) return "either";
  if (DECIMAL_COMMA.test(text)) return "comma";
  return POINT.test(text) ? "point" : undefined;
}

/**
 * True where a number has decimals, and so was written with a point. Three of them may have been
 * thousands.
 */
const hasPoints = (grid: CellGrid, first: number, index: number): boolean =>
  grid.some((cells, at) => at >= first && isFraction(cells[index]));

const isFraction = (cell: CellValue | undefined): boolean =>
  typeof cell === "number" && cell % 1 !== 0 && !/\.\d{3}$/.test(String(cell));

/** Without white space and signs of currency. */
const bare = (cell: string): string =>
  cell.replace(/[\s\u00A0\u202F$€£]|USD|EUR/gi, "").replace(/[\u2010-\u2013\u2212]/g, "-");

function withPoint(cell: CellValue): MendedCell | undefined {
  if (typeof cell !== "string") return undefined;
  const read = bare(cell).replace(/\./g, "").replace(",", ".");
  return { cell: read, found: cell.trim(), read };
}
