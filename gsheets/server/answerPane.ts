import type { PaneRequest, Reply } from "../paneRequests.ts";
import { loadChoices, saveChoices } from "./choices.ts";
import { beginImport, endImport, importRows } from "./importRows.ts";
import { insertSheets } from "./insertSheets.ts";
import { beginJob, cancelJob, finishJob, lookJobAreas, writeJobBlock } from "./reportJob.ts";
import { listSources, readRows, selectRow, sizeOf } from "./sources.ts";

/** Answers a question of the sidebar. What fails is answered with a sentence. */
export function answerPane(request: PaneRequest): Reply<unknown> {
  try {
    return { value: answer(request) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { sentence: `Google Sheets reports: ${message}` };
  }
}

function answer(request: PaneRequest): unknown {
  switch (request.ask) {
    case "sources":
      return listSources();
    case "size":
      return sizeOf(request.source);
    case "read":
      return readRows(request.source, request);
    case "load":
      return loadChoices();
    case "save":
      saveChoices(request.choices);
      return null;
    case "begin":
      return beginJob(request.tabs);
    case "write":
      writeJobBlock(request.job, request.tab, request.block);
      return null;
    case "look":
      lookJobAreas(request.job, request.tab, request.looks);
      return null;
    case "finish":
      return finishJob(request.job, request.finishes);
    case "cancel":
      cancelJob(request.job);
      return null;
    case "select":
      return selectRow(request.source, request.row);
    case "show":
      return showSheet(request.name);
    case "insert":
      insertSheets(request.sheets);
      return null;
    case "importBegin":
      return beginImport(request.rows, request.columns);
    case "importRows":
      importRows(request.mark, request.firstRow, request.rows);
      return null;
    case "importEnd":
      return endImport(request.mark, request.name);
  }
}

function showSheet(name: string): null {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = spreadsheet.getSheetByName(name);
  if (sheet === null) throw new Error(`There is no sheet "${name}" any more.`);
  spreadsheet.setActiveSheet(sheet);
  return null;
}
