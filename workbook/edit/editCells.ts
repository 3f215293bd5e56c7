import { strToU8 } from "fflate";
import { markedText } from "../read/partText.ts";
import { readWorkbook, type OpenWorkbook } from "../read/readWorkbook.ts";
import { refuseInserting } from "../read/refuseInserting.ts";
import { damagedPart, isRefusal, type Refusal } from "../refusals.ts";
import { splice } from "../xml/splice.ts";
import { writeZip } from "../zip/writeZip.ts";
import type { CellEdit } from "./cellEdit.ts";
import { cellEdits } from "./cellEdits.ts";
import { editedSheets, type EditedSheet } from "./editedSheets.ts";
import { handoverEdits } from "./handoverEdits.ts";
import { refuseCells, type ScannedSheet } from "./refuseCells.ts";
import { scanSheet } from "./sheetScan.ts";
import { tableHeadings } from "./tableHeadings.ts";
import { workbookChanges } from "./workbookChanges.ts";

/**
 * A copy of a workbook with values that a user has typed into cells; the same bytes when there are
 * none. Of several values for one cell the last holds.
 *
 * Cells keep their style and lose their formula. All else stays as it is, byte for byte, but for
 * what would contradict the new cells: the area that a sheet says it uses, a formula that other
 * cells share with an edited one, the name of a table's column, a calculation chain that names a
 * formula that is gone. Excel is told to compute the formulas of the workbook when it opens it.
 *
 * Refuses what readWorkbook and refuseInserting refuse, sheets and cells that are not there, values
 * that no cell can hold, and cells that Excel would not let its user change either: those of array
 * formulas, data tables and pivot tables, those that a merge covers, locked ones, headings by which
 * formulas name a column.
 */
export function editCells(bytes: Uint8Array, edits: readonly CellEdit[]): Uint8Array | Refusal {
  if (edits.length === 0) return bytes;
  const workbook = readWorkbook(bytes);
  if (isRefusal(workbook)) return workbook;
  const locked = refuseInserting(workbook);
  if (locked !== undefined) return locked;
  const edited = editedSheets(workbook.sheets, edits);
  if (isRefusal(edited)) return edited;
  const headings = tableHeadings(workbook, edited);
  if (isRefusal(headings)) return headings;

  const changes = new Map<string, Uint8Array | "remove">(headings);
  const scanned: ScannedSheet[] = [];
  for (const one of edited) {
    const sheet = scannedSheet(workbook, one);
    if (isRefusal(sheet)) return sheet;
    const refused = refuseCells(workbook, sheet);
    if (refused !== undefined) return refused;
    const changed = editedText(sheet);
    if (isRefusal(changed)) return changed;
    changes.set(sheet.sheet.partName, strToU8(sheet.mark + changed));
    scanned.push(sheet);
  }
  const others = workbookChanges(workbook, scanned);
  if (isRefusal(others)) return others;
  for (const [part, change] of others) changes.set(part, change);
  return writeZip(workbook.package, changes);
}

function scannedSheet(
  { package: zip }: OpenWorkbook,
  edited: EditedSheet,
): (ScannedSheet & { readonly mark: string }) | Refusal {
  const { partName } = edited.sheet;
  const part = markedText(zip, partName);
  if (isRefusal(part)) return part;
  const scan = scanSheet(part.text, edited.rows);
  return scan === undefined ? damagedPart(partName) : { ...edited, ...part, scan };
}

function editedText({ text, rows, scan }: ScannedSheet): string | Refusal {
  const handovers = handoverEdits(text, scan.formulas);
  if (isRefusal(handovers)) return handovers;
  return splice(text, [...cellEdits(text, rows, scan), ...handovers]);
}
