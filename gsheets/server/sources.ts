import type { CellGrid } from "../../core/index.ts";
import type { Source } from "../../pane/paneChoices.ts";
import type { SourceSize } from "../paneRequests.ts";
import { cellsIn } from "./cellsIn.ts";
import { knownSheets } from "./generatedSheets.ts";

/** The rows of a sheet that show what it holds. */
const SAMPLE_ROWS = 30;

const PREFIX = "sheet:";

/** Every sheet with cells, without the tabs that the product made. */
export function listSources(): readonly Source[] {
  const zone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  return knownSheets()
    .filter(({ key, draft }) => key === undefined && draft === undefined)
    .flatMap(({ sheet, name }): Source[] => {
      const rows = Math.min(sheet.getLastRow(), SAMPLE_ROWS);
      const columns = sheet.getLastColumn();
      if (rows === 0 || columns === 0) return [];
      const values = sheet.getRange(1, 1, rows, columns).getValues() as unknown[][];
      return [{ id: `${PREFIX}${name}`, name, kind: "sheet", sample: cellsIn(values, zone) }];
    });
}

/** How large a source is; null where it is gone. */
export function sizeOf(source: string): SourceSize | null {
  const sheet = sheetOf(source);
  if (sheet === null) return null;
  return {
    sheet: sheet.getName(),
    sheetId: sheet.getSheetId(),
    rows: sheet.getLastRow(),
    columns: sheet.getLastColumn(),
  };
}

/** Some rows of a source, counted from 1. */
export function readRows(
  source: string,
  place: { readonly firstRow: number; readonly rows: number; readonly columns: number },
): CellGrid {
  const sheet = sheetOf(source);
  if (sheet === null) throw new Error("That sheet is no longer in the spreadsheet.");
  const zone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  const { firstRow, rows, columns } = place;
  const values = sheet.getRange(firstRow, 1, rows, columns).getValues() as unknown[][];
  const cells = cellsIn(values, zone);
  // Blank rows in the middle of a sheet keep their place.
  return [...cells, ...Array.from({ length: rows - cells.length }, () => [])];
}

/** Selects a row of a source, so that its user sees it. False where it is gone. */
export function selectRow(source: string, row: number): boolean {
  const sheet = sheetOf(source);
  if (sheet === null || row > sheet.getMaxRows()) return false;
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  spreadsheet.setActiveSheet(sheet);
  const columns = Math.max(1, sheet.getLastColumn());
  spreadsheet.setActiveRange(sheet.getRange(row, 1, 1, columns));
  return true;
}

const sheetOf = (source: string): GoogleAppsScript.Spreadsheet.Sheet | null =>
  SpreadsheetApp.getActiveSpreadsheet().getSheetByName(source.slice(PREFIX.length));
