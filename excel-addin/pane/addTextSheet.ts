import { freeSheetName, type CellGrid } from "../../core/index.ts";
import { rangeOf } from "../tabs/lookArea.ts";

/** Characters in one request; Excel on the web takes 5 MB, and a letter may take six bytes. */
const MOST_CHARACTERS = 700_000;

/**
 * Adds a sheet with the cells of a file, each as text. The sheet is hidden until it is whole, and
 * is taken away again where Excel stops on the way.
 */
export async function addTextSheet(
  context: Excel.RequestContext,
  wanted: string,
  rows: CellGrid,
): Promise<void> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const name = freeSheetName(
    wanted,
    worksheets.items.map((sheet) => sheet.name),
  );
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const sheet = worksheets.add(name);
  sheet.visibility = "Hidden";
  try {
    for (const { firstRow, values } of textBlocks(rows, columns)) {
      rangeOf(sheet, { row: firstRow, column: 0, rows: values.length, columns }).values = values;
      context.application.suspendApiCalculationUntilNextSync();
      await context.sync();
    }
    sheet.visibility = "Visible";
    sheet.activate();
    await context.sync();
  } catch (error) {
    await takeAway(name);
    throw error;
  }
}

/** In a run of its own: the failed one can do nothing more. */
async function takeAway(name: string): Promise<void> {
  try {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      sheet.load("name");
      await context.sync();
      if (!sheet.isNullObject) sheet.delete();
      await context.sync();
    });
  } catch (error) {
    // Excel does not answer. What is left is a hidden sheet with rows of the user's own file.
    console.warn(`The sheet "${name}" could not be taken away again.`, error);
  }
}

type TextBlock = {
  /** Counted from 1. */
  readonly firstRow: number;
  readonly values: (string | null)[][];
};

function* textBlocks(rows: CellGrid, columns: number): Generator<TextBlock> {
  let firstRow = 1;
  let values: (string | null)[][] = [];
  let characters = 0;
  for (const [index, row] of rows.entries()) {
    const texts = Array.from({ length: columns }, (_, column) => textOf(row[column]));
    const size = texts.reduce((sum, text) => sum + (text?.length ?? 0) + 5, 0);
    if (values.length > 0 && characters + size > MOST_CHARACTERS) {
      yield { firstRow, values };
      firstRow = index + 1;
      values = [];
      characters = 0;
    }
    values.push(texts);
    characters += size;
  }
  if (values.length > 0) yield { firstRow, values };
}

/** The apostrophe keeps text from being read as if it had been typed; Excel takes it off again. */
const textOf = (cell: CellGrid[number][number] | undefined): string | null =>
  typeof cell === "string" && cell !== "" ? `'${cell}` : null;
