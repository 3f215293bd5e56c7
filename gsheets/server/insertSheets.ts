import {
  COLORS,
  freeSheetName,
  numberFormatOf,
  type CellValue,
  type TemplateSheet,
} from "../../core/index.ts";
import type { CellOut } from "../paneRequests.ts";
import { writeBlock } from "./writeBlock.ts";

/** Pixels of a column for each character of its width. */
const CHARACTER = 7.5;

/** Adds sheets for the user to fill in or to look at, under names that are free: all or none. */
export function insertSheets(sheets: readonly TemplateSheet[]): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const names = spreadsheet.getSheets().map((sheet) => sheet.getName());
  const added: GoogleAppsScript.Spreadsheet.Sheet[] = [];
  try {
    for (const content of sheets) {
      const name = freeSheetName(content.name, names);
      names.push(name);
      const sheet = spreadsheet.insertSheet(name, names.length - 1);
      added.push(sheet);
      fillSheet(sheet, content);
    }
  } catch (error) {
    for (const sheet of added) spreadsheet.deleteSheet(sheet);
    throw error;
  }
  const [first] = added;
  if (first !== undefined) spreadsheet.setActiveSheet(first);
}

function fillSheet(sheet: GoogleAppsScript.Spreadsheet.Sheet, content: TemplateSheet): void {
  const { rows, formats, widths, headingsRow, lists } = content;
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const lastRow = Math.max(rows.length, ...lists.map((list) => list.lastRow));
  if (sheet.getMaxRows() < lastRow) {
    sheet.insertRowsAfter(sheet.getMaxRows(), lastRow - sheet.getMaxRows());
  }
  const formatOf = (column: number): string => {
    const format = formats[column];
    return format === undefined || format === "text" || format === "quantity"
      ? "General"
      : numberFormatOf(format, 0.5);
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
    if (format === undefined || format === "text" || lastRow <= rows.length) return;
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
