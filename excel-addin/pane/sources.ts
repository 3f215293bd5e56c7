import type { Area, CellGrid, CellValue } from "../../core/index.ts";
import type { Source } from "../../pane/index.ts";
import type { LedgerPlace } from "../tabs/cellsToWrite.ts";
import { knownSheets } from "../tabs/generatedSheets.ts";
import { rangeOf } from "../tabs/lookArea.ts";

/** The rows of a source that show what it holds. */
const SAMPLE_ROWS = 30;

/** Excel on the web answers at most 5 MB; this many cells of a ledger stay far below it. */
const CELLS_A_REQUEST = 60_000;

/** Every table and every sheet with cells, without the tabs that the product made. */
export async function listSources(context: Excel.RequestContext): Promise<readonly Source[]> {
  const { tables } = context.workbook;
  tables.load("items/name,items/worksheet/name");
  const sheets = (await knownSheets(context)).filter(
    ({ key, isDraft }) => key === undefined && !isDraft,
  );
  const names = new Set(sheets.map(({ name }) => name));
  const asked = [
    ...sheets.map(({ sheet, name }) => ({
      kind: "sheet" as const,
      name,
      used: sheet.getUsedRangeOrNullObject(true),
      sheet,
    })),
    ...tables.items
      .filter(({ worksheet }) => names.has(worksheet.name))
      .map((table) => ({
        kind: "table" as const,
        name: table.name,
        used: table.getRange(),
        sheet: table.worksheet,
      })),
  ];
  for (const { used } of asked) used.load("rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  const samples = asked.flatMap(({ kind, name, used, sheet }) => {
    if (used.isNullObject) return [];
    const area = wholeArea(kind, used);
    const range = rangeOf(sheet, { ...area, rows: Math.min(area.rows, SAMPLE_ROWS) });
    range.load("values");
    return [{ kind, name, range }];
  });
  await context.sync();
  return samples.map(({ kind, name, range }) => ({
    id: `${kind}:${name}`,
    name,
    kind,
    sample: gridOf(range.values),
  }));
}

/** The cells of a source, and where they stand. */
export type ReadSource = { readonly grid: CellGrid; readonly place: LedgerPlace };

/** How a source is read: block by block, until the user stops it. */
export type ReadRun = {
  readonly progress: (share: number) => void;
  readonly signal: AbortSignal;
};

/**
 * Reads all cells of a source. A sheet is read from its first row, so that rows count as the sheet
 * does; a table from its headings.
 *
 * `undefined` where there is no such source any more, and where the user has stopped it.
 */
export async function readSource(
  context: Excel.RequestContext,
  id: string,
  run: ReadRun,
): Promise<ReadSource | undefined> {
  const found = await findSource(context, id);
  if (found === undefined) return undefined;
  const { sheet } = found;
  const area = await usedColumns(context, found);
  const step = Math.max(1, Math.floor(CELLS_A_REQUEST / area.columns));
  const grid: CellValue[][] = [];
  for (let first = 0; first < area.rows; first += step) {
    if (run.signal.aborted) return undefined;
    run.progress(first / area.rows);
    const rows = Math.min(step, area.rows - first);
    const range = rangeOf(sheet, { ...area, row: area.row + first, rows });
    range.load("values");
    await context.sync();
    for (const row of gridOf(range.values)) grid.push([...row]);
    range.untrack();
  }
  return { grid, place: { sheet: found.sheetName, rowsAbove: area.row - 1 } };
}

/** Without the columns that no row near the headings uses: a stray cell must not cost a gigabyte. */
async function usedColumns(
  context: Excel.RequestContext,
  { sheet, area }: FoundSource,
): Promise<Area> {
  const head = rangeOf(sheet, { ...area, rows: Math.min(area.rows, SAMPLE_ROWS) });
  head.load("values");
  await context.sync();
  let columns = 1;
  for (const row of gridOf(head.values)) {
    row.forEach((cell, column) => {
      if (cell !== null) columns = Math.max(columns, column + 1);
    });
  }
  return { ...area, columns };
}

/** Selects a row of a source, so that its user sees it. False where it is gone. */
export async function selectRow(
  context: Excel.RequestContext,
  { source, row }: { readonly source: string; readonly row: number },
): Promise<boolean> {
  const found = await findSource(context, source);
  if (found === undefined) return false;
  found.sheet.activate();
  rangeOf(found.sheet, { ...found.area, row: found.area.row + row - 1, rows: 1 }).select();
  await context.sync();
  return true;
}

type FoundSource = {
  readonly sheet: Excel.Worksheet;
  readonly sheetName: string;
  readonly area: Area;
};

async function findSource(
  context: Excel.RequestContext,
  id: string,
): Promise<FoundSource | undefined> {
  const kind = id.startsWith("table:") ? "table" : "sheet";
  const name = id.slice(kind.length + 1);
  const { workbook } = context;
  const table = workbook.tables.getItemOrNullObject(name);
  const sheet = workbook.worksheets.getItemOrNullObject(name);
  table.load("name,worksheet/name");
  sheet.load("name");
  await context.sync();
  const holder = kind === "table" ? table : sheet;
  if (holder.isNullObject) return undefined;
  const used = kind === "table" ? table.getRange() : sheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  if (used.isNullObject) return undefined;
  const onSheet = kind === "table" ? table.worksheet : sheet;
  return { sheet: onSheet, sheetName: onSheet.name, area: wholeArea(kind, used) };
}

/** Of a sheet everything from A1 to its last used cell; of a table the table. */
function wholeArea(kind: "sheet" | "table", used: Excel.Range): Area {
  const { rowIndex, columnIndex, rowCount, columnCount } = used;
  return kind === "table"
    ? { row: rowIndex + 1, column: columnIndex, rows: rowCount, columns: columnCount }
    : { row: 1, column: 0, rows: rowIndex + rowCount, columns: columnIndex + columnCount };
}

/** Excel's values as the core takes them; an error in a cell is a fault, not a text. */
const gridOf = (values: readonly (readonly unknown[])[]): CellGrid =>
  values.map((row) => row.map(cellOf));

function cellOf(value: unknown): CellValue {
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "string" || value === "") return null;
  return ERRORS.has(value) ? { fault: "error", text: value } : value;
}

/** What Excel gives for a cell whose formula fails. */
const ERRORS: ReadonlySet<string> = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#GETTING_DATA",
  "#SPILL!",
  "#CONNECT!",
  "#BLOCKED!",
  "#UNKNOWN!",
  "#FIELD!",
  "#CALC!",
  "#BUSY!",
]);
