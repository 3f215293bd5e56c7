import { damagedPart, isRefusal, type Refusal } from "../refusals.ts";
import { attributeOf, parseXml } from "../xml/element.ts";
import type { ZipPackage } from "../zip/zipPackage.ts";
import { parseRange, type CellRange } from "./cellReference.ts";
import { partText } from "./partText.ts";
import { readRelationships } from "./relationships.ts";
import type { SheetEntry } from "./workbookPart.ts";

/** A table that the user has made of a range. */
export type WorkbookTable = {
  /** The name that formulas use. */
  readonly name: string;
  readonly sheet: string;
  /** Its header and totals rows included. */
  readonly range: CellRange;
  readonly headerRows: number;
  readonly totalsRows: number;
};

/** The tables of these sheets, sheet by sheet. */
export function readTables(
  zip: ZipPackage,
  sheets: readonly SheetEntry[],
): readonly WorkbookTable[] | Refusal {
  const tables: WorkbookTable[] = [];
  for (const sheet of sheets) {
    if (sheet.kind !== "worksheet") continue;
    const relationships = readRelationships(zip, sheet.partName);
    if (isRefusal(relationships)) return relationships;
    for (const { type, target } of relationships) {
      if (type !== "table") continue;
      const table = readTable(zip, target, sheet.name);
      if (isRefusal(table)) return table;
      tables.push(table);
    }
  }
  return tables;
}

function readTable(zip: ZipPackage, part: string, sheet: string): WorkbookTable | Refusal {
  const text = partText(zip, part);
  if (isRefusal(text)) return text;
  const root = parseXml(text, part);
  if (isRefusal(root)) return root;
  const range = parseRange(attributeOf(root, "ref") ?? "");
  const name = attributeOf(root, "displayName") ?? attributeOf(root, "name");
  if (range === undefined || name === undefined) return damagedPart(part);
  return {
    name,
    sheet,
    range,
    headerRows: Number(attributeOf(root, "headerRowCount") ?? 1),
    totalsRows: Number(attributeOf(root, "totalsRowCount") ?? 0),
  };
}
