import { freeSheetName } from "../../core/index.ts";
import { addMark, DRAFT, knownSheets, removeMark } from "./generatedSheets.ts";
import { writeBlock } from "./writeBlock.ts";

/** Adds a hidden sheet for the rows of a file; returns the mark by which it is found again. */
export function beginImport(rows: number, columns: number): string {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const names = spreadsheet.getSheets().map((sheet) => sheet.getName());
  const shown = spreadsheet.getActiveSheet();
  const sheet = spreadsheet.insertSheet(freeSheetName("Being read", names), names.length);
  const mark = `import/${Utilities.getUuid()}`;
  addMark(sheet, DRAFT, mark);
  spreadsheet.setActiveSheet(shown);
  sheet.hideSheet();
  const maxRows = sheet.getMaxRows();
  const maxColumns = sheet.getMaxColumns();
  if (maxRows < rows) sheet.insertRowsAfter(maxRows, rows - maxRows);
  if (maxColumns < columns) sheet.insertColumnsAfter(maxColumns, columns - maxColumns);
  return mark;
}

/** Writes rows of the file, every cell as the text that the file has. */
export function importRows(
  mark: string,
  firstRow: number,
  rows: readonly (readonly string[])[],
): void {
  writeBlock(sheetMarked(mark), {
    firstRow,
    cells: rows.map((row) => row.map((text) => (text === "" ? null : `'${text}`))),
    formats: rows.map((row) => row.map(() => "@")),
  });
}

/** Shows the sheet under the file's name, or one like it that is free. */
export function endImport(mark: string, wanted: string): string {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = sheetMarked(mark);
  const name = freeSheetName(
    wanted,
    spreadsheet.getSheets().map((one) => one.getName()),
  );
  sheet.setName(name);
  removeMark(sheet, DRAFT);
  sheet.showSheet();
  spreadsheet.setActiveSheet(sheet);
  return name;
}

function sheetMarked(mark: string): GoogleAppsScript.Spreadsheet.Sheet {
  const found = knownSheets().find(({ draft }) => draft === mark);
  if (found === undefined) throw new Error("The sheet for the file was removed: import it again.");
  return found.sheet;
}
