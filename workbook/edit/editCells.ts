import { strToU8 } from "fflate";
import { markedText } from "../read/partText.ts";
import { readWorkbook } from "../read/readWorkbook.ts";
import { refuseInserting } from "../read/refuseInserting.ts";
import { damagedPart, isRefusal, type Refusal } from "../refusals.ts";
import { splice } from "../xml/splice.ts";
import { writeZip } from "../zip/writeZip.ts";
import type { CellEdit } from "./cellEdit.ts";
import { cellEdits } from "./cellEdits.ts";
import { editedSheets } from "./editedSheets.ts";
import { scanSheet } from "./sheetScan.ts";

/** A copy of a workbook with values that a user has typed into cells. */
export function editCells(bytes: Uint8Array, edits: readonly CellEdit[]): Uint8Array | Refusal {
  if (edits.length === 0) return bytes;
  const workbook = readWorkbook(bytes);
  if (isRefusal(workbook)) return workbook;
  const locked = refuseInserting(workbook);
  if (locked !== undefined) return locked;
  const sheets = editedSheets(workbook.sheets, edits);
  if (isRefusal(sheets)) return sheets;
  const changes = new Map<string, Uint8Array>();
  for (const { sheet, rows } of sheets) {
    const part = markedText(workbook.package, sheet.partName);
    if (isRefusal(part)) return part;
    const scan = scanSheet(part.text, rows);
    if (scan === undefined) return damagedPart(sheet.partName);
    changes.set(
      sheet.partName,
      strToU8(part.mark + splice(part.text, cellEdits(part.text, rows, scan))),
    );
  }
  return writeZip(workbook.package, changes);
}
