import {
  COLORS,
  freeSheetName,
  numberFormatOf,
  type CellValue,
  type TemplateSheet,
} from "../../core/index.ts";
import { rangeOf } from "../tabs/lookArea.ts";

/** Pixels of a column for each character of its width. */
const CHARACTER = 5.6;

/**
 * Adds sheets for the user to fill in or to look at, under names that are free. All or none: the
 * cells of all sheets go in one request.
 */
export async function insertSheets(
  context: Excel.RequestContext,
  sheets: readonly TemplateSheet[],
): Promise<void> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const names = worksheets.items.map(({ name }) => name);
  const added = sheets.map((content) => {
    const name = freeSheetName(content.name, names);
    names.push(name);
    return fillSheet(worksheets.add(name), content);
  });
  added[0]?.activate();
  await context.sync();
}

function fillSheet(sheet: Excel.Worksheet, content: TemplateSheet): Excel.Worksheet {
  const { rows, formats, widths, headingsRow, lists } = content;
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const values = rows.map((row) =>
    Array.from({ length: columns }, (_, column) => valueToWrite(row[column] ?? null)),
  );
  const lastRow = Math.max(rows.length, ...lists.map((list) => list.lastRow));
  formats.forEach((format, column) => {
    if (format === undefined || format === "text") return;
    const area = { row: headingsRow + 1, column, rows: lastRow - headingsRow, columns: 1 };
    if (area.rows < 1) return;
    const numberFormat = format === "quantity" ? "General" : numberFormatOf(format, 0.5);
    // One text for all cells of the range; the typings know only a rectangle of texts.
    rangeOf(sheet, area).numberFormat = numberFormat as unknown as string[][];
  });
  rangeOf(sheet, { row: 1, column: 0, rows: rows.length, columns }).values = values;
  widths.forEach((width, column) => {
    rangeOf(sheet, { row: 1, column, rows: 1, columns: 1 }).format.columnWidth = width * CHARACTER;
  });
  for (const { column, firstRow, lastRow: end, words } of lists) {
    const range = rangeOf(sheet, { row: firstRow, column, rows: end - firstRow + 1, columns: 1 });
    range.dataValidation.rule = { list: { inCellDropDown: true, source: words.join(",") } };
    range.dataValidation.errorAlert = {
      showAlert: true,
      style: "Information",
      title: "Not in the list",
      message: "Other words may be understood too; the report says which are not.",
    };
  }
  if (headingsRow > 0) {
    const { format } = rangeOf(sheet, { row: headingsRow, column: 0, rows: 1, columns });
    format.font.bold = true;
    format.font.color = `#${COLORS.paper}`;
    format.fill.color = `#${COLORS.ink}`;
    sheet.freezePanes.freezeRows(headingsRow);
  }
  return sheet;
}

/** Text stays text, whatever it begins with; an error stays an error. */
function valueToWrite(cell: CellValue): string | number | boolean | null {
  if (typeof cell === "string") return cell === "" ? null : `'${cell}`;
  return cell !== null && typeof cell === "object" ? cell.text : cell;
}
