import { oneLine } from "./formText.ts";

/**
 * Records as comma-separated text with CRLF line ends (RFC 4180). Text that a spreadsheet would take
 * for a formula gets an apostrophe before it, numbers and dates stay as they are.
 */
export const csvText = (records: readonly (readonly string[])[]): string =>
  records.map((record) => `${record.map(field).join(",")}\r\n`).join("");

function field(text: string): string {
  const line = oneLine(text);
  const guarded = isFormulaLike(line) ? `'${line}` : line;
  return /[",;\t]/.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded;
}

const isFormulaLike = (text: string): boolean =>
  /^\s*[=+\-@]/.test(text) && !/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text);
