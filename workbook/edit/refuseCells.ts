import { cellReference } from "../../core/index.ts";
import { parseRange } from "../read/cellReference.ts";
import { partText } from "../read/partText.ts";
import type { OpenWorkbook } from "../read/readWorkbook.ts";
import { readRelationships } from "../read/relationships.ts";
import { isRefusal, type Refusal } from "../refusals.ts";
import { attributeOf, childOf, childrenOf, isTrue, parseXml } from "../xml/element.ts";
import { coveredByMerge, lockedCell, partOfArray, partOfPivotTable } from "./cellRefusals.ts";
import { cellsWithin } from "./cellsWithin.ts";
import type { EditedCell, EditedRow, EditedSheet } from "./editedSheets.ts";
import { inheritedStyle } from "./inheritedStyle.ts";
import type { SheetScan } from "./sheetScan.ts";
import { attributesOf } from "./tag.ts";

/** A sheet with its edits, and what was found in its XML. */
export type ScannedSheet = EditedSheet & { readonly text: string; readonly scan: SheetScan };

/**
 * Why a cell of a sheet cannot be written; undefined when all can. Cells of array formulas, data
 * tables and pivot tables cannot, nor those that a merge covers, nor locked ones.
 */
export function refuseCells(workbook: OpenWorkbook, sheet: ScannedSheet): Refusal | undefined {
  const { rows, scan } = sheet;
  for (const area of scan.formulas.areas) {
    const [cell] = cellsWithin(rows, area);
    if (cell !== undefined) return partOfArray(cell);
  }
  for (const merge of scan.merges) {
    const { firstRow, firstColumn } = merge;
    const cell = cellsWithin(rows, merge).find(
      ({ row, column }) => row !== firstRow || column !== firstColumn,
    );
    if (cell !== undefined) return coveredByMerge(cell, cellReference(firstColumn - 1, firstRow));
  }
  return refuseLocked(workbook, sheet) ?? refusePivots(workbook, sheet);
}

function refuseLocked(workbook: OpenWorkbook, sheet: ScannedSheet): Refusal | undefined {
  if (!sheet.scan.isProtected) return undefined;
  const unlocked = unlockedStyles(workbook);
  if (isRefusal(unlocked)) return unlocked;
  for (const row of sheet.rows) {
    const locked = row.cells.find((cell) => !unlocked.has(styleOf(sheet, row, cell)));
    if (locked !== undefined) return lockedCell(locked);
  }
  return undefined;
}

/** The number of a cell's style. */
function styleOf({ scan, text }: ScannedSheet, row: EditedRow, cell: EditedCell): number {
  const [present] = scan.cells.get(cell) ?? [];
  if (present !== undefined) return Number(present.style ?? 0);
  const met = scan.rows.get(row);
  return Number(inheritedStyle(scan, met && attributesOf(text, met.tag), cell.column) ?? 0);
}

/** Cells are locked unless their style says otherwise (ECMA-376 Part 1, 18.8.33). */
function unlockedStyles({
  package: zip,
  workbookPart,
}: OpenWorkbook): ReadonlySet<number> | Refusal {
  const links = readRelationships(zip, workbookPart);
  if (isRefusal(links)) return links;
  const part = links.find(({ type }) => type === "styles")?.target;
  if (part === undefined) return new Set();
  const text = partText(zip, part);
  if (isRefusal(text)) return text;
  const root = parseXml(text, part);
  if (isRefusal(root)) return root;
  const unlocked = new Set<number>();
  childOf(root, "cellXfs")?.children.forEach((format, index) => {
    const protection = childOf(format, "protection");
    const locked = protection && attributeOf(protection, "locked");
    if (locked !== undefined && !isTrue(locked)) unlocked.add(index);
  });
  return unlocked;
}

function refusePivots(
  { package: zip }: OpenWorkbook,
  { sheet, rows }: ScannedSheet,
): Refusal | undefined {
  const links = readRelationships(zip, sheet.partName);
  if (isRefusal(links)) return links;
  for (const { type, target } of links) {
    if (type !== "pivotTable") continue;
    const text = partText(zip, target);
    if (isRefusal(text)) return text;
    const root = parseXml(text, target);
    if (isRefusal(root)) return root;
    for (const location of childrenOf(root, "location")) {
      const area = parseRange(attributeOf(location, "ref") ?? "");
      const [cell] = area === undefined ? [] : cellsWithin(rows, area);
      if (cell !== undefined) return partOfPivotTable(cell);
    }
  }
  return undefined;
}
