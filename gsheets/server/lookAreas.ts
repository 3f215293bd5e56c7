import type { Area, AreaLook, Line } from "../../core/index.ts";
import type { LookOut } from "../paneRequests.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** The range of an area of a sheet. */
export const rangeOf = (sheet: Sheet, { row, column, rows, columns }: Area): Range =>
  sheet.getRange(row, column + 1, rows, columns);

/** Gives areas their looks: a few calls for each area, never cell by cell. */
export function lookAreas(sheet: Sheet, looks: readonly LookOut[]): void {
  for (const { area, look } of looks) lookArea(rangeOf(sheet, area), look, area.rows);
}

function lookArea(range: Range, look: AreaLook, rows: number): void {
  if (look.bold === true) range.setFontWeight("bold");
  if (look.italic === true) range.setFontStyle("italic");
  if (look.underline === true) range.setFontLine("underline");
  if (look.size !== undefined) range.setFontSize(look.size);
  if (look.color !== undefined) range.setFontColor(`#${look.color}`);
  if (look.fill !== undefined) range.setBackground(`#${look.fill}`);
  alignAndDraw(range, look, rows);
}

function alignAndDraw(range: Range, look: AreaLook, rows: number): void {
  if (look.horizontal !== undefined) range.setHorizontalAlignment(look.horizontal);
  if (look.vertical !== undefined) {
    range.setVerticalAlignment(look.vertical === "center" ? "middle" : look.vertical);
  }
  if (look.wrap === true) range.setWrap(true);
  if (look.top !== undefined) {
    range.setBorder(true, null, null, null, null, null, `#${look.top.color}`, styleOf(look.top));
  }
  if (look.bottom !== undefined) {
    const inside = rows > 1 ? true : null;
    const { color } = look.bottom;
    range.setBorder(null, null, true, null, null, inside, `#${color}`, styleOf(look.bottom));
  }
}

const styleOf = ({ weight }: Line): GoogleAppsScript.Spreadsheet.BorderStyle =>
  weight === "thin" ? SpreadsheetApp.BorderStyle.SOLID : SpreadsheetApp.BorderStyle.SOLID_MEDIUM;
