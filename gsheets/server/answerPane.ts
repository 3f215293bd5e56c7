import type { PaneAnswers, PaneRequest, Reply } from "../paneRequests.ts";
import { loadChoices, saveChoices } from "./choices.ts";
import { beginImport, endImport, importRows } from "./importRows.ts";
import { insertSheets } from "./insertSheets.ts";
import { beginJob, cancelJob, finishJob, lookJobAreas, writeJobBlock } from "./reportJob.ts";
import { listSources, readRows, selectRow, sizeOf } from "./sources.ts";

/** Answers a question of the sidebar. What fails is answered with a sentence. */
export function answerPane(request: PaneRequest): Reply<unknown> {
  try {
    const answer = ANSWERS[request.ask] as (request: PaneRequest) => unknown;
    return { value: answer(request) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { sentence: `Google Sheets reports: ${message}` };
  }
}

type Answers = {
  readonly [Ask in keyof PaneAnswers]: (
    request: Extract<PaneRequest, { readonly ask: Ask }>,
  ) => PaneAnswers[Ask];
};

const ANSWERS: Answers = {
  sources: listSources,
  size: ({ source }) => sizeOf(source),
  read: (place) => readRows(place.source, place),
  load: loadChoices,
  save: ({ choices }) => {
    saveChoices(choices);
    return null;
  },
  begin: ({ job, tabs }) => beginJob(job, tabs),
  write: ({ job, tab, block }) => {
    writeJobBlock(job, tab, block);
    return null;
  },
  look: ({ job, tab, looks }) => {
    lookJobAreas(job, tab, looks);
    return null;
  },
  finish: ({ job, finishes }) => finishJob(job, finishes),
  cancel: ({ job }) => {
    cancelJob(job);
    return null;
  },
  select: ({ source, row }) => selectRow(source, row),
  show: ({ name }) => showSheet(name),
  insert: ({ sheets }) => {
    insertSheets(sheets);
    return null;
  },
  importBegin: ({ rows, columns }) => beginImport(rows, columns),
  importRows: ({ mark, firstRow, rows }) => {
    importRows(mark, firstRow, rows);
    return null;
  },
  importEnd: ({ mark, name }) => endImport(mark, name),
};

function showSheet(name: string): null {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = spreadsheet.getSheetByName(name);
  if (sheet === null) throw new Error(`There is no sheet "${name}" any more.`);
  spreadsheet.setActiveSheet(sheet);
  return null;
}
