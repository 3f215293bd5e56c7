import { partText } from "../read/partText.ts";
import type { OpenWorkbook } from "../read/readWorkbook.ts";
import { readRelationships } from "../read/relationships.ts";
import { unescapeText } from "../read/stringItem.ts";
import { isRefusal, type Refusal } from "../refusals.ts";
import { decodeEntities } from "../xml/entities.ts";

/** What formulas write in brackets behind the name of a table; all in small letters. */
export type ColumnsInFormulas = ReadonlyMap<string, Set<string>>;

/** Finds where formulas name columns of tables: in worksheets, tables and defined names. */
export function columnsInFormulas(
  workbook: OpenWorkbook,
  tables: readonly string[],
): ColumnsInFormulas | Refusal {
  const { package: zip, sheets, workbookPart } = workbook;
  const parts = [workbookPart];
  for (const { kind, partName } of sheets) {
    if (kind !== "worksheet") continue;
    const links = readRelationships(zip, partName);
    if (isRefusal(links)) return links;
    const ofSheet = links.filter(({ type }) => type === "table");
    parts.push(partName, ...ofSheet.map(({ target }) => target));
  }
  const found = noColumns(tables);
  for (const part of parts) {
    const text = partText(zip, part);
    if (isRefusal(text)) return text;
    collectColumns(decodeEntities(text) ?? text, found);
  }
  return found;
}

/** Nothing found yet of these tables. */
export const noColumns = (tables: readonly string[]): ColumnsInFormulas =>
  new Map(tables.map((table) => [table.toLowerCase(), new Set<string>()]));

/**
 * Adds what a text writes in brackets behind the names of the tables: `Holdings[Units]`,
 * `Holdings[[#This Row],[Units]]`. Files always write the table's name.
 */
export function collectColumns(text: string, found: ColumnsInFormulas): void {
  const tables = [...found.keys()].map(literal).join("|");
  const places = new RegExp(`(?:^|[^\\p{L}\\p{N}_.\\\\])(${tables})(${BRACKETS})`, "giu");
  for (const [, table = "", brackets = ""] of text.matchAll(places)) {
    const plain = unescapeText(brackets.replace(/'([[\]#'@])/g, "$1"));
    found.get(table.toLowerCase())?.add(plain.toLowerCase());
  }
}

/** True when a formula names a column of a table. */
export const namesColumn = (found: ColumnsInFormulas, table: string, column: string): boolean =>
  [...(found.get(table.toLowerCase()) ?? [])].some((brackets) =>
    brackets.includes(`[${column.toLowerCase()}]`),
  );

/** Brackets, inside which an apostrophe guards the character behind it. */
const BRACKETS = String.raw`\[(?:[^\[\]']|'[\s\S]|\[(?:[^\[\]']|'[\s\S])*\])*\]`;

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
