import { freeSheetName } from "../../core/index.ts";
import { addMark, DRAFT, fitSheet, knownSheets } from "./generatedSheets.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A hidden sheet to be written on, and the mark by which it is found again. */
export type Draft = {
  readonly mark: string;
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
};

/** Under this name is kept what is about to be added: a sheet has no mark yet when it begins. */
const ADDING = "tlh.adding";

type Adding = {
  /** The sheets that were there before. */
  readonly ids: readonly number[];
  /** The names under which sheets are added. */
  readonly names: readonly string[];
};

/** Adds hidden sheets behind all others: all or none. */
export function addDrafts(drafts: readonly Draft[]): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheets = spreadsheet.getSheets();
  const names = sheets.map((sheet) => sheet.getName());
  const named = drafts.map((draft) => {
    const name = freeSheetName(draft.name, names);
    names.push(name);
    return { ...draft, name };
  });
  const adding: Adding = {
    ids: sheets.map((sheet) => sheet.getSheetId()),
    names: named.map(({ name }) => name),
  };
  const properties = PropertiesService.getDocumentProperties();
  properties.setProperty(ADDING, JSON.stringify(adding));
  const shown = spreadsheet.getActiveSheet();
  try {
    named.forEach(({ mark, name, rows, columns }, index) => {
      const sheet = spreadsheet.insertSheet(name, sheets.length + index);
      addMark(sheet, DRAFT, mark);
      spreadsheet.setActiveSheet(shown);
      sheet.hideSheet();
      fitSheet(sheet, rows, columns);
    });
    properties.deleteProperty(ADDING);
  } catch (error) {
    spreadsheet.setActiveSheet(shown);
    removeDrafts((mark) => named.some((draft) => draft.mark === mark));
    throw error;
  }
}

/** The sheet with a mark; undefined where it is gone. */
export const draftMarked = (mark: string): Sheet | undefined =>
  knownSheets().find(({ draft }) => draft === mark)?.sheet;

/** Removes the sheets with such marks, and what was added and got no mark before it all ended. */
export function removeDrafts(isSuch: (mark: string) => boolean): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const properties = PropertiesService.getDocumentProperties();
  const text = properties.getProperty(ADDING);
  const adding = text === null ? undefined : (JSON.parse(text) as Adding);
  for (const { sheet, name, key, draft } of knownSheets()) {
    const isUnmarked =
      key === undefined &&
      draft === undefined &&
      adding?.names.includes(name) === true &&
      !adding.ids.includes(sheet.getSheetId()) &&
      sheet.getLastRow() === 0;
    if (isUnmarked || (draft !== undefined && isSuch(draft))) spreadsheet.deleteSheet(sheet);
  }
  if (adding !== undefined) properties.deleteProperty(ADDING);
}
