import { COLORS, freeSheetName, numberFormatOf, type CellValue } from "../../core/index.ts";
import type { CellOut, SheetToInsert } from "../paneRequests.ts";
import { writeBlock } from "./writeBlock.ts";

/** Pixels of a column for each character of its width. */
const CHARACTER = 7.5;

/** Adds sheets for the user to fill in or to look at, under names that are free: all or none. */
export function insertSheets(sheets: readonly SheetToInsert[]): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const there = spreadsheet.getSheets();
  const ids = there.map((sheet) => sheet.getSheetId());
  const names = there.map((sheet) => sheet.getName());
  const added = sheets.map(({ name }) => {
    const free = freeSheetName(name, names);
    names.push(free);
    return free;
  });
  try {
    sheets.forEach((content, index) => {
      fillSheet(spreadsheet.insertSheet(added[index] ?? "", there.length + index), content);
    });
    const first = spreadsheet.getSheetByName(added[0] ?? "");
    if (first !== null) spreadsheet.setActiveSheet(first);
  } catch (error) {
    // By number: also a sheet whose own insertion failed half-way.
    for (const sheet of spreadsheet.getSheets()) {
      const isAdded = !ids.includes(sheet.getSheetId()) && added.includes(sheet.getName());
      if (isAdded) spreadsheet.deleteSheet(sheet);
    }
    throw error;
  }
}

function fillSheet(sheet: GoogleAppsScript.Spreadsheet.Sheet, content: SheetToInsert): void {
  const { rows, formats, widths, headingsRow, lists } = content;
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const lastRow = Math.max(rows.length, ...lists.map((list) => list.lastRow));
  if (sheet.getMaxRows() < lastRow) {
    sheet.insertRowsAfter(sheet.getMaxRows(), lastRow - sheet.getMaxRows());
  }
  const formatOf = (column: number): string => {
    const format = formats[column] ?? "text";
    return format === "text" || format === "quantity" ? "General" : numberFormatOf(format, 0.5);
  };
  const cells = rows.map((row) =>
    Array.from({ length: columns }, (_, column) => cellOut(row[column] ?? null)),
  );
  writeBlock(sheet, {
    firstRow: 1,
    cells,
    formats: cells.map((row) =>
      row.map((cell, column) => (typeof cell === "string" ? "@" : formatOf(column))),
    ),
  });
  formats.forEach((format, column) => {
    if (format === null || format === "text" || lastRow <= rows.length) return;
    sheet
      .getRange(rows.length + 1, column + 1, lastRow - rows.length, 1)
      .setNumberFormat(formatOf(column));
  });
  widths.forEach((width, column) => {
    sheet.setColumnWidth(column + 1, Math.round(width * CHARACTER));
  });
  for (const { column, firstRow, lastRow: end, words } of lists) {
    const rule = SpreadsheetApp.newDataValidation()
      .requireValueInList([...words], true)
      .setAllowInvalid(true)
      .build();
    sheet.getRange(firstRow, column + 1, end - firstRow + 1, 1).setDataValidation(rule);
  }
  if (headingsRow > 0) {
    sheet
      .getRange(headingsRow, 1, 1, columns)
      .setFontWeight("bold")
      .setFontColor(`#${COLORS.paper}`)
      .setBackground(`#${COLORS.ink}`);
    sheet.setFrozenRows(headingsRow);
  }
}

function cellOut(cell: CellValue): CellOut {
  if (typeof cell === "string") return cell === "" ? null : `'${cell}`;
  if (typeof cell === "boolean") return cell ? "'TRUE" : "'FALSE";
  return cell !== null && typeof cell === "object" ? `'${cell.text}` : cell;
}
