/** The property by which a generated sheet is known again, whatever its user calls it. */
const MARK = "tlh_tab";

/** The property of a sheet that is being written and is no tab yet. */
const DRAFT = "tlh_draft";

/** A sheet of the workbook, and which tab of ours it is. */
export type KnownSheet = {
  readonly sheet: Excel.Worksheet;
  readonly name: string;
  /** The key of the tab that it holds; undefined for a sheet of the user's. */
  readonly key: string | undefined;
  /** True for what an interrupted run has left. */
  readonly isDraft: boolean;
  readonly isProtected: boolean;
};

/** Every sheet of the workbook, in one request after the list of them. */
export async function knownSheets(context: Excel.RequestContext): Promise<readonly KnownSheet[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const asked = worksheets.items.map((sheet) => {
    const mark = sheet.customProperties.getItemOrNullObject(MARK);
    const draft = sheet.customProperties.getItemOrNullObject(DRAFT);
    mark.load("value");
    draft.load("value");
    sheet.protection.load("protected");
    return { sheet, mark, draft };
  });
  await context.sync();
  return asked.map(({ sheet, mark, draft }) => ({
    sheet,
    name: sheet.name,
    key: mark.isNullObject ? undefined : mark.value,
    isDraft: !draft.isNullObject,
    isProtected: sheet.protection.protected,
  }));
}

/** Adds a hidden sheet to write a tab on. */
export function addDraft(context: Excel.RequestContext, name: string): Excel.Worksheet {
  const sheet = context.workbook.worksheets.add(name);
  sheet.visibility = "Hidden";
  sheet.customProperties.add(DRAFT, "1");
  return sheet;
}

/** Makes a draft the tab itself. */
export function publishDraft(
  draft: Excel.Worksheet,
  tab: { readonly name: string; readonly key: string },
): void {
  draft.name = tab.name;
  draft.customProperties.add(MARK, tab.key);
  draft.customProperties.getItem(DRAFT).delete();
  draft.visibility = "Visible";
}

/**
 * The sheet that holds a tab already. A copy of it bears the same mark: the one of the tab's own
 * name comes first, and copies stay as their user left them.
 */
export function sheetOfTab(
  sheets: readonly KnownSheet[],
  tab: { readonly name: string; readonly key: string },
): KnownSheet | undefined {
  const same = sheets.filter(({ key, isDraft }) => key === tab.key && !isDraft);
  return same.find(({ name }) => name === tab.name) ?? same[0];
}

/** The name by which our chart on a tab is known; charts of the user's stay. */
export const CHART = "TLH chart";

/** What stands on the sheet of an earlier run, loaded so that it can be replaced. */
export type EarlierContent = {
  readonly tables: Excel.TableCollection;
  readonly chart: Excel.Chart;
  readonly used: Excel.Range;
};

/** Asks for what stands on a sheet; it is there after the next `sync`. */
export function askForContent({ sheet }: KnownSheet): EarlierContent {
  const { tables } = sheet;
  const chart = sheet.charts.getItemOrNullObject(CHART);
  const used = sheet.getUsedRangeOrNullObject();
  tables.load("items/id");
  chart.load("name");
  used.load("rowIndex,columnIndex,rowCount,columnCount");
  return { tables, chart, used };
}

/** Takes away what would be in the way of new cells: tables and merged cells. */
export function unbindCells(sheet: Excel.Worksheet, { tables }: EarlierContent): void {
  for (const table of tables.items) table.convertToRange();
  sheet.getRange().unmerge();
}

/** Takes away what an earlier run has left beside its cells. */
export function clearFinish(sheet: Excel.Worksheet, { chart }: EarlierContent): void {
  if (!chart.isNullObject) chart.delete();
  sheet.freezePanes.unfreeze();
  sheet.getRange().conditionalFormats.clearAll();
}

/** How far the cells of an earlier run reach: new ones must cover them all. */
export function reachOf({ used }: EarlierContent): {
  readonly rows: number;
  readonly columns: number;
} {
  return used.isNullObject
    ? { rows: 1, columns: 1 }
    : { rows: used.rowIndex + used.rowCount, columns: used.columnIndex + used.columnCount };
}
