import { isBlank, type CellFault, type CellValue } from "./cells.ts";

/**
 * The form of a word by which spellings are compared: small letters and digits alone, so that
 * `Gift sent`, `gift_sent` and `GIFT-SENT` are one word.
 */
export const wordKey = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, "");

/** True for an error value or a formula without its result. */
export const isFault = (cell: CellValue | undefined): cell is CellFault =>
  typeof cell === "object" && cell !== null;

/**
 * The text of a cell that holds a word, a name or an id. A number is its digits; 0 is no text,
 * because hosts hand over blank cells as 0.
 */
export function cellText(cell: CellValue | undefined): string {
  if (typeof cell === "string") return cell.trim();
  if (cell === undefined || cell === null || cell === 0) return "";
  return isFault(cell) ? cell.text : String(cell);
}

/** True for a cell with nothing in it; 0 counts, because hosts hand over blank cells as 0. */
export const isEmpty = (cell: CellValue | undefined): boolean => cell === 0 || isBlank(cell);

/** Maps every synonym, by its word key, to what it means. */
export function synonymsOf<M>(
  table: readonly { readonly meaning: M; readonly words: string }[],
): ReadonlyMap<string, M> {
  const meanings = new Map<string, M>();
  for (const { meaning, words } of table) {
    for (const word of words.split(",")) meanings.set(wordKey(word), meaning);
  }
  return meanings;
}
