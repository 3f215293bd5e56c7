import { freeSheetName } from "../../core/index.ts";
import { addDrafts, draftMarked } from "./draftSheets.ts";
import { DRAFT, removeMark } from "./generatedSheets.ts";
import { writeBlock } from "./writeBlock.ts";

/** Adds a hidden sheet for the rows of a file; returns the mark by which it is found again. */
export function beginImport(rows: number, columns: number): string {
  const mark = `import/${Utilities.getUuid()}`;
  addDrafts([{ mark, name: "Being read", rows, columns }]);
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
  sheet.showSheet();
  removeMark(sheet, DRAFT);
  spreadsheet.setActiveSheet(sheet);
  return name;
}

function sheetMarked(mark: string): GoogleAppsScript.Spreadsheet.Sheet {
  const sheet = draftMarked(mark);
  if (sheet === undefined) throw new Error("The sheet for the file was removed: import it again.");
  return sheet;
}
