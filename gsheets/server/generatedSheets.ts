/** The metadata by which a generated sheet is known again, whatever its user calls it. */
export const MARK = "tlh_tab";

/** The metadata of a sheet that is being written and is no tab yet. */
export const DRAFT = "tlh_draft";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A sheet of the spreadsheet, and what the product knows of it. */
export type KnownSheet = {
  readonly sheet: Sheet;
  readonly name: string;
  /** The key of the tab that it holds; undefined for a sheet of the user's. */
  readonly key: string | undefined;
  /** The job that is writing it; undefined for every other sheet. */
  readonly draft: string | undefined;
};

/** Every sheet, in order. */
export function knownSheets(): readonly KnownSheet[] {
  return SpreadsheetApp.getActiveSpreadsheet()
    .getSheets()
    .map((sheet): KnownSheet => {
      const metadata = sheet.getDeveloperMetadata();
      const valueOf = (key: string): string | undefined =>
        metadata.find((one) => one.getKey() === key)?.getValue() ?? undefined;
      return { sheet, name: sheet.getName(), key: valueOf(MARK), draft: valueOf(DRAFT) };
    });
}

/**
 * The sheet that holds a tab already. A copy of it may bear the same mark: the one of the tab's own
 * name comes first, and copies stay as their user left them.
 */
export function sheetOfTab(
  sheets: readonly KnownSheet[],
  tab: { readonly name: string; readonly key: string },
): KnownSheet | undefined {
  const same = sheets.filter(({ key, draft }) => key === tab.key && draft === undefined);
  return same.find(({ name }) => name === tab.name) ?? same[0];
}

/** Gives a sheet a mark that only this script sees. */
export function addMark(sheet: Sheet, key: string, value: string): void {
  sheet.addDeveloperMetadata(key, value, SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
}

/** Takes a mark off a sheet. */
export function removeMark(sheet: Sheet, key: string): void {
  for (const metadata of sheet.getDeveloperMetadata()) {
    if (metadata.getKey() === key) metadata.remove();
  }
}

/** Gives a sheet just so many rows and columns. */
export function fitSheet(sheet: Sheet, rows: number, columns: number): void {
  const maxRows = sheet.getMaxRows();
  const maxColumns = sheet.getMaxColumns();
  if (maxRows < rows) sheet.insertRowsAfter(maxRows, rows - maxRows);
  if (maxRows > rows) sheet.deleteRows(rows + 1, maxRows - rows);
  if (maxColumns < columns) sheet.insertColumnsAfter(maxColumns, columns - maxColumns);
  if (maxColumns > columns) sheet.deleteColumns(columns + 1, maxColumns - columns);
}
