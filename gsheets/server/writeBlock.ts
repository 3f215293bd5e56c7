import type { CellBlock, CellOut } from "../paneRequests.ts";

/**
 * Writes a rectangle of cells. Text stays text, whatever it begins with: its cells are formatted as
 * text first. Whether `=` makes a formula even so is not documented, and neither is what becomes of
 * an apostrophe: formulas are read back, and such texts written again as rich text, which is always
 * text. Writing the same block twice changes nothing.
 */
export function writeBlock(sheet: GoogleAppsScript.Spreadsheet.Sheet, block: CellBlock): void {
  const { firstRow, cells, formats } = block;
  const columns = cells[0]?.length ?? 0;
  if (columns === 0) return;
  const range = sheet.getRange(firstRow, 1, cells.length, columns);
  range.setNumberFormats(formats.map((row) => [...row]));
  range.setValues(valuesOf(cells, ";"));
  const link = placeOf(cells, (cell) => cell.startsWith("=") && cell.includes(";"));
  if (link !== undefined) {
    const shown: unknown = sheet.getRange(firstRow + link.row, link.column + 1).getValue();
    if (shown === "#ERROR!") range.setValues(valuesOf(cells, ","));
  }
  if (placeOf(cells, isDoubtful) === undefined) return;
  const formulas = range.getFormulas();
  const isWrong = (row: number, column: number): boolean => {
    const cell = cells[row]?.[column] ?? null;
    if (!isText(cell)) return false;
    return formulas[row]?.[column] !== "" || cell.startsWith("''");
  };
  for (const { row, column, texts } of textRuns(cells, isWrong)) {
    sheet
      .getRange(firstRow + row, column + 1, texts.length, 1)
      .setRichTextValues(
        texts.map((text) => [SpreadsheetApp.newRichTextValue().setText(text).build()]),
      );
  }
}

/** What is written of the cells, arguments of formulas parted as this spreadsheet reads them. */
const valuesOf = (cells: CellBlock["cells"], separator: ";" | ","): (string | number)[][] =>
  cells.map((row) => row.map((cell) => valueOut(cell, separator)));

function valueOut(cell: CellOut, separator: ";" | ","): string | number {
  if (cell === null) return "";
  if (isText(cell)) return cell.slice(1);
  return typeof cell === "string" ? cell.replace(/;/g, separator) : cell;
}

type TextOut = `'${string}`;

const isText = (cell: CellOut): cell is TextOut => typeof cell === "string" && cell.startsWith("'");

/** Texts that begin as formulas do, or with an apostrophe, which may be dropped. */
const isDoubtful = (cell: string): boolean => /^'\s*[=+\-@']/.test(cell);

type Place = { readonly row: number; readonly column: number };

/** The first cell with a string of a kind. */
function placeOf(cells: CellBlock["cells"], isIt: (cell: string) => boolean): Place | undefined {
  for (const [row, held] of cells.entries()) {
    const column = held.findIndex((cell) => typeof cell === "string" && isIt(cell));
    if (column >= 0) return { row, column };
  }
  return undefined;
}

type TextRun = Place & { readonly texts: readonly string[] };

/** Texts that stand below each other, from the first wrong one to the last: one call writes a run. */
function textRuns(
  cells: CellBlock["cells"],
  isWrong: (row: number, column: number) => boolean,
): readonly TextRun[] {
  const runs: TextRun[] = [];
  const columns = cells[0]?.length ?? 0;
  for (let column = 0; column < columns; column++) {
    let row = 0;
    while (row < cells.length) {
      if (!isWrong(row, column)) {
        row += 1;
        continue;
      }
      const texts: string[] = [];
      let length = 0;
      for (let next = row; next < cells.length; next++) {
        const cell = cells[next]?.[column] ?? null;
        if (!isText(cell)) break;
        texts.push(cell.slice(1));
        if (isWrong(next, column)) length = texts.length;
      }
      runs.push({ row, column, texts: texts.slice(0, length) });
      row += length;
    }
  }
  return runs;
}
