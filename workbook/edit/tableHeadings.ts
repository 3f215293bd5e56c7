import { changedParts, editablePart, type EditablePart } from "../insert/editablePart.ts";
import type { OpenWorkbook } from "../read/readWorkbook.ts";
import { readRelationships } from "../read/relationships.ts";
import { unescapeText } from "../read/stringItem.ts";
import type { WorkbookTable } from "../read/tables.ts";
import { damagedPart, isRefusal, type Refusal } from "../refusals.ts";
import { cellText } from "../sheet/xmlText.ts";
import { attributeOf, childOf, childrenOf } from "../xml/element.ts";
import { setAttribute, type Edit } from "../xml/splice.ts";
import { headingInUse, noHeading } from "./cellRefusals.ts";
import { cellsWithin } from "./cellsWithin.ts";
import { columnsInFormulas, namesColumn } from "./columnsInFormulas.ts";
import type { EditedCell, EditedSheet } from "./editedSheets.ts";

/**
 * The parts of tables whose headings are edited, with the new names of their columns: Excel takes
 * a name that is not the text of its heading for damage.
 *
 * Refuses what cannot be a heading, and to rename a column that formulas name.
 */
export function tableHeadings(
  workbook: OpenWorkbook,
  sheets: readonly EditedSheet[],
): ReadonlyMap<string, Uint8Array> | Refusal {
  const changes: { readonly part: EditablePart; readonly edits: readonly Edit[] }[] = [];
  const renamed: Renamed[] = [];
  for (const edited of sheets) {
    const tables = workbook.tables.filter(({ sheet }) => sheet === edited.sheet.name);
    if (!tables.some((table) => headingsOf(table, edited).length > 0)) continue;
    const parts = tableParts(workbook, edited);
    if (isRefusal(parts)) return parts;
    for (const part of parts) {
      const name = attributeOf(part.root, "displayName") ?? attributeOf(part.root, "name");
      const table = tables.find((one) => one.name === name);
      const columns = table && newNames(part, table, headingsOf(table, edited));
      if (columns === undefined) return damagedPart(part.name);
      if (isRefusal(columns)) return columns;
      changes.push({ part, edits: columns.edits });
      renamed.push(...columns.renamed);
    }
  }
  return refuseInUse(workbook, renamed) ?? changedParts(changes);
}

/** A column of a table that gets another name. */
type Renamed = { readonly cell: EditedCell; readonly table: string; readonly before: string };

/** The longest name of a table's column that Excel takes. */
const MOST_CHARACTERS = 255;

/** The edited cells in the heading of a table. */
const headingsOf = (
  { headerRows, range }: WorkbookTable,
  { rows }: EditedSheet,
): readonly EditedCell[] =>
  headerRows < 1 ? [] : cellsWithin(rows, { ...range, lastRow: range.firstRow });

function tableParts(
  { package: zip }: OpenWorkbook,
  { sheet }: EditedSheet,
): readonly EditablePart[] | Refusal {
  const links = readRelationships(zip, sheet.partName);
  if (isRefusal(links)) return links;
  const parts: EditablePart[] = [];
  for (const { type, target } of links) {
    if (type !== "table") continue;
    const part = editablePart(zip, target);
    if (isRefusal(part)) return part;
    parts.push(part);
  }
  return parts;
}

/** Undefined when the part does not list as many columns as its area has. */
function newNames(
  { root }: EditablePart,
  { name: table, range }: WorkbookTable,
  headings: readonly EditedCell[],
): { readonly edits: readonly Edit[]; readonly renamed: readonly Renamed[] } | Refusal | undefined {
  const list = childOf(root, "tableColumns");
  const columns = list === undefined ? [] : childrenOf(list, "tableColumn");
  const names = columns.map((column) => unescapeText(attributeOf(column, "name") ?? ""));
  const edits: Edit[] = [];
  const renamed: Renamed[] = [];
  for (const cell of headings) {
    const index = cell.column - range.firstColumn;
    const column = columns[index];
    const before = names[index];
    const { value } = cell;
    if (column === undefined || before === undefined) return undefined;
    if (typeof value !== "string" || value.length > MOST_CHARACTERS) return noHeading(cell, table);
    if (value === before) continue;
    names[index] = value;
    edits.push(setAttribute(column, "name", nameText(value)));
    renamed.push({ cell, table, before });
  }
  const taken = takenTwice(names);
  const twice = headings.find(({ value }) => taken.has(String(value).toLowerCase()));
  return twice === undefined ? { edits, renamed } : noHeading(twice, table);
}

/** Names, in small letters, that more than one column has: Excel does not tell A from a. */
function takenTwice(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const name of names.map((one) => one.toLowerCase())) {
    if (seen.has(name)) twice.add(name);
    seen.add(name);
  }
  return twice;
}

/** A name as an attribute, which carries line ends and tabs by their code alone. */
const nameText = (name: string): string =>
  cellText(name).replace(/\n/g, "_x000a_").replace(/\t/g, "_x0009_").replace(/"/g, "&quot;");

function refuseInUse(workbook: OpenWorkbook, renamed: readonly Renamed[]): Refusal | undefined {
  if (renamed.length === 0) return undefined;
  const found = columnsInFormulas(
    workbook,
    renamed.map(({ table }) => table),
  );
  if (isRefusal(found)) return found;
  const inUse = renamed.find(({ table, before }) => namesColumn(found, table, before));
  return inUse && headingInUse(inUse.cell, inUse.table);
}
