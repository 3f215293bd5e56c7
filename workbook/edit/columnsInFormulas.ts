import { partText } from "../read/partText.ts";
import type { OpenWorkbook } from "../read/readWorkbook.ts";
import { readRelationships } from "../read/relationships.ts";
import { unescapeText } from "../read/stringItem.ts";
import { isRefusal, type Refusal } from "../refusals.ts";
import { decodeEntities } from "../xml/entities.ts";

/** The parts in which formulas can name columns of tables: worksheets, tables, defined names. */
export function formulaTexts(workbook: OpenWorkbook): readonly string[] | Refusal {
  const { package: zip, sheets, workbookPart } = workbook;
  const names = [workbookPart];
  for (const { kind, partName } of sheets) {
    if (kind !== "worksheet") continue;
    const links = readRelationships(zip, partName);
    if (isRefusal(links)) return links;
    const tables = links.filter(({ type }) => type === "table");
    names.push(partName, ...tables.map(({ target }) => target));
  }
  const texts: string[] = [];
  for (const name of names) {
    const text = partText(zip, name);
    if (isRefusal(text)) return text;
    texts.push(decodeEntities(text) ?? text);
  }
  return texts;
}

/**
 * True when a text names a column of a table, as `Holdings[Units]` or
 * `Holdings[[#This Row],[Units]]`; files always write the table's name.
 */
export function namesColumn(text: string, table: string, column: string): boolean {
  const wanted = `[${column.toLowerCase()}]`;
  const places = new RegExp(`(?:^|[^\\p{L}\\p{N}_.\\\\])${literal(table)}(${BRACKETS})`, "giu");
  for (const [, brackets = ""] of text.matchAll(places)) {
    const plain = unescapeText(brackets.replace(/'([[\]#'@])/g, "$1"));
    if (plain.toLowerCase().includes(wanted)) return true;
  }
  return false;
}

/** Brackets, inside which an apostrophe guards the character behind it. */
const BRACKETS = String.raw`\[(?:[^\[\]']|'[\s\S]|\[(?:[^\[\]']|'[\s\S])*\])*\]`;

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
