import type { CellBlock, CellOut } from "../paneRequests.ts";

/**
 * Writes a rectangle of cells. Text stays text, whatever it begins with: its cells are formatted as
 * text first. Whether `=` makes a formula even so is not documented, so that texts which might be
 * taken for something else are read back, and written again as rich text, which is always text.
 */
export function writeBlock(sheet: GoogleAppsScript.Spreadsheet.Sheet, block: CellBlock): void {
  const { firstRow, cells, formats } = block;
  const columns = cells[0]?.length ?? 0;
  if (columns === 0) return;
  const range = sheet.getRange(firstRow, 1, cells.length, columns);
  range.setNumberFormats(formats.map((row) => [...row]));
  range.setValues(cells.map((row) => row.map(valueOut)));
  const doubtful = doubtfulTexts(cells);
  if (doubtful.length === 0) return;
  const values = range.getValues() as unknown[][];
  const formulas = range.getFormulas();
  for (const { row, column, text } of doubtful) {
    if (values[row]?.[column] === text && formulas[row]?.[column] === "") continue;
    const cell = sheet.getRange(firstRow + row, column + 1);
    cell.setRichTextValue(SpreadsheetApp.newRichTextValue().setText(text).build());
  }
}

function valueOut(cell: CellOut): string | number {
  if (cell === null) return "";
  return typeof cell === "string" && cell.startsWith("'") ? cell.slice(1) : cell;
}

type PlacedText = { readonly row: number; readonly column: number; readonly text: string };

/** Texts that begin as formulas do, or with an apostrophe, which may be dropped. */
function doubtfulTexts(cells: CellBlock["cells"]): readonly PlacedText[] {
  return cells.flatMap((row, rowIndex) =>
    row.flatMap((cell, column) =>
      typeof cell === "string" && /^'\s*[=+\-@']/.test(cell)
        ? [{ row: rowIndex, column, text: cell.slice(1) }]
        : [],
    ),
  );
}
