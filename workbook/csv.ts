import type { CellGrid, CellValue } from "../core/index.ts";
import { decodeText } from "./read/decodeText.ts";

/** What separates the fields of a record. */
export type Separator = "," | ";" | "\t";

/**
 * Reads comma-separated text, or its bytes, in linear time. Every cell is text, so that no digit
 * is lost; a line with nothing on it is a row without cells.
 *
 * RFC 4180, and what is met in practice: a byte order mark, UTF-16 and Windows-1252, lines that end
 * in CR, LF or both, Excel's `sep=;` line (which gives no row), fields separated by semicolons or
 * tabs, quotes in the middle of a field, text behind a closing quote, and a quote that never
 * closes, which is then an ordinary character.
 */
export function parseCsv(source: string | Uint8Array): CellGrid {
  const decoded = typeof source === "string" ? source : decodeText(source);
  const marked = decoded.startsWith("\uFEFF") ? decoded.slice(1) : decoded;
  const declaration = /^sep=([,;\t])(?:\r\n?|\n|$)/i.exec(marked);
  if (declaration === null) return parseRows(marked, detectSeparator(marked));
  const [line, separator] = declaration;
  return parseRows(marked.slice(line.length), separator as Separator);
}

/** How writeCsv writes. */
export type CsvOptions = {
  /** A comma when absent. */
  readonly separator?: Separator;
  /**
   * Puts an apostrophe before text that a spreadsheet would take for a formula (`=`, `+`, `-`,
   * `@`, or one of these behind white space); numbers stay, written as text too.
   */
  readonly guardFormulas?: boolean;
};

/**
 * Writes cells as comma-separated text with CRLF line ends; parseCsv gives the same cells back, as
 * text. Faults are written as their text.
 */
export function writeCsv(grid: CellGrid, options: CsvOptions = {}): string {
  const { separator = ",", guardFormulas = false } = options;
  const field = (cell: CellValue): string => {
    const text = cellText(cell);
    const guarded = guardFormulas && typeof cell !== "number" && isFormulaLike(text);
    return quoted(guarded ? `'${text}` : text);
  };
  return grid
    .map((row) =>
      row.length === 1 && cellText(row[0] ?? null) === "" ? '""' : row.map(field).join(separator),
    )
    .map((line) => `${line}\r\n`)
    .join("");
}

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

function parseRows(text: string, separator: Separator): CellGrid {
  const rows: string[][] = [];
  const separatorCode = separator.charCodeAt(0);
  let at = 0;
  while (at < text.length) {
    const row: string[] = [];
    rows.push(row);
    if (isLineEnd(text.charCodeAt(at))) at = afterLineEnd(text, at);
    else at = readRow(text, at, { row, separatorCode });
  }
  return rows;
}

/** Reads one record into a row; gives the first offset after it. */
function readRow(
  text: string,
  from: number,
  into: { readonly row: string[]; readonly separatorCode: number },
): number {
  const { row, separatorCode } = into;
  let at = from;
  for (;;) {
    const opening = quotedPart(text, at);
    let end = opening?.end ?? at;
    const plainStart = end;
    let code = text.charCodeAt(end);
    // Past the end the code is NaN, which equals nothing.
    while (end < text.length && code !== separatorCode && !isLineEnd(code)) {
      code = text.charCodeAt(++end);
    }
    row.push((opening?.text ?? "") + text.slice(plainStart, end));
    if (code !== separatorCode || end >= text.length) return afterLineEnd(text, end);
    at = end + 1;
  }
}

/** The text between quotes at the beginning of a field; undefined when they are not closed. */
function quotedPart(
  text: string,
  at: number,
): { readonly text: string; readonly end: number } | undefined {
  if (text.charCodeAt(at) !== QUOTE) return undefined;
  let content = "";
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return undefined;
    content += text.slice(from, quote);
    if (text.charCodeAt(quote + 1) !== QUOTE) return { text: content, end: quote + 1 };
    content += '"';
    from = quote + 2;
  }
}

const isLineEnd = (code: number): boolean => code === LINE_FEED || code === CARRIAGE_RETURN;

function afterLineEnd(text: string, at: number): number {
  const pair = text.charCodeAt(at) === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED;
  return at + (pair ? 2 : 1);
}

/** Rows that show what the separator is; a ledger's headings are within the first ten. */
const SAMPLE_ROWS = 30;

/**
 * The separator that gives the most rows of one width, then the widest rows.
 *
 * Decimal commas are thus outvoted by the heading row, which has none.
 */
function detectSeparator(text: string): Separator {
  const counts = countSeparators(text);
  let best: Separator = ",";
  let most = { rows: 0, width: 0 };
  SEPARATORS.forEach((separator, k) => {
    const common = commonWidth(counts.map((row) => row[k] ?? 0));
    if (common.rows > most.rows || (common.rows === most.rows && common.width > most.width)) {
      best = separator;
      most = common;
    }
  });
  return best;
}

const SEPARATORS: readonly Separator[] = [",", ";", "\t"];

/** How often each separator stands outside quotes, for each of the first rows. */
function countSeparators(text: string): readonly (readonly number[])[] {
  const rows: number[][] = [];
  let row = SEPARATORS.map(() => 0);
  let fieldBegins = true;
  let at = 0;
  while (at < text.length && rows.length < SAMPLE_ROWS) {
    const quotedEnd = fieldBegins ? quotedPart(text, at)?.end : undefined;
    if (quotedEnd !== undefined) {
      at = quotedEnd;
      fieldBegins = false;
      continue;
    }
    const character = text.charAt(at);
    const separator = SEPARATORS.indexOf(character as Separator);
    if (separator >= 0) row[separator] = (row[separator] ?? 0) + 1;
    const lineEnds = character === "\n" || (character === "\r" && text.charAt(at + 1) !== "\n");
    if (lineEnds) {
      rows.push(row);
      row = SEPARATORS.map(() => 0);
    }
    fieldBegins = lineEnds || separator >= 0;
    at++;
  }
  return [...rows, row];
}

/** The commonest count of separators but none, and how many rows have it. */
function commonWidth(counts: readonly number[]): { readonly rows: number; readonly width: number } {
  const tally = new Map<number, number>();
  for (const count of counts) if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1);
  let common = { rows: 0, width: 0 };
  for (const [width, rows] of tally) {
    if (rows > common.rows || (rows === common.rows && width > common.width)) {
      common = { rows, width };
    }
  }
  return common;
}

function cellText(cell: CellValue): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return typeof cell === "object" ? cell.text : String(cell);
}

/** Quotes whatever another reader, or the search for the separator, could take apart. */
const quoted = (text: string): string =>
  /[",;\t\r\n\uFEFF]|^sep=/i.test(text) ? `"${text.replace(/"/g, '""')}"` : text;

const isFormulaLike = (text: string): boolean =>
  /^[\s\0]*[=+\-@]/.test(text) && !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text);
