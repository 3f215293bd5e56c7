import { areaOfA1, splitReference } from "./area.ts";
import type { Sheet } from "./book.ts";
import { isCellError, UNCALCULATED, type Entry } from "./cell.ts";

/**
 * The value of a cell. Of formulas the emulator knows those that tabs of totals need: a reference to
 * one cell, SUM of ranges, SUMPRODUCT(--(range=cell),range), SUMPRODUCT((range=cell)*range), and
 * HYPERLINK with a number to show. All others are uncalculated.
 */
export function cellValue(sheet: Sheet, row: number, column: number, depth = 0): Entry {
  const cell = sheet.rows[row - 1]?.[column - 1];
  if (cell === undefined) return null;
  if (cell.entry !== UNCALCULATED || cell.formula === undefined) return cell.entry;
  return depth > 20 ? { error: "#REF!" } : calculate(sheet, cell.formula, depth + 1);
}

function calculate(sheet: Sheet, formula: string, depth: number): Entry {
  const body = formula.slice(1).trim().replace(/^\+/, "");
  const sum = /^SUM\(([^()]*)\)$/i.exec(body);
  if (sum !== null)
    return sumOf((sum[1] ?? "").split(/[,;]/).map((part) => entriesOf(sheet, part, depth)));
  const link = /^HYPERLINK\("[^"]*"[,;](\d+)\)$/i.exec(body);
  if (link !== null) return Number(link[1]);
  const listed = /^SUMPRODUCT\(--\(([^()=]+)=([^()=]+)\)[,;]([^()]+)\)$/i.exec(body);
  if (listed !== null) return sumWhere(sheet, listed.slice(1), depth).sum;
  const product = /^SUMPRODUCT\(\(([^()=]+)=([^()=]+)\)\*([^()]+)\)$/i.exec(body);
  if (product !== null) {
    const { sum, others } = sumWhere(sheet, product.slice(1), depth);
    // To multiply a text is an error, wherever it stands; to list it is not.
    return others.some((entry) => typeof entry === "string") ? { error: "#VALUE!" } : sum;
  }
  const single = entriesOf(sheet, body, depth);
  return single?.length === 1 ? (single[0] ?? 0) : UNCALCULATED;
}

/** The sum of the values whose key is the wanted one, and all values. */
function sumWhere(
  sheet: Sheet,
  parts: readonly string[],
  depth: number,
): { readonly sum: Entry; readonly others: readonly Entry[] } {
  const [keys, key, values] = parts.map((part) => entriesOf(sheet, part, depth));
  const wanted = key?.[0];
  if (keys === undefined || values === undefined) return { sum: UNCALCULATED, others: [] };
  return { sum: sumOf([values.filter((_, place) => same(keys[place], wanted))]), others: values };
}

function same(one: Entry | undefined, other: Entry | undefined): boolean {
  const folded = (entry: Entry | undefined): unknown =>
    typeof entry === "string" ? entry.toLowerCase() : entry;
  return folded(one) === folded(other);
}

function sumOf(lists: readonly (readonly Entry[] | undefined)[]): Entry {
  let sum = 0;
  for (const list of lists) {
    if (list === undefined) return UNCALCULATED;
    for (const entry of list) {
      if (entry === UNCALCULATED || isCellError(entry)) return entry;
      if (typeof entry === "number") sum += entry;
    }
  }
  return sum;
}

function entriesOf(sheet: Sheet, text: string, depth: number): Entry[] | undefined {
  const { sheet: name, cells } = splitReference(text.trim());
  const target =
    name === undefined ? sheet : sheet.book.sheets.find((other) => other.name === name);
  if (target === undefined) return [{ error: "#REF!" }];
  const area = areaOfA1(cells, target);
  if (area === undefined) return undefined;
  const entries: Entry[] = [];
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      entries.push(cellValue(target, row, column, depth));
    }
  }
  return entries;
}
