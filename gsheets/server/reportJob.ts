import { freeSheetName } from "../../core/index.ts";
import type { CellBlock, LookOut, Refusal, SheetFinish, TabToWrite } from "../paneRequests.ts";
import { addDrafts, draftMarked, removeDrafts } from "./draftSheets.ts";
import { finishSheet } from "./finishSheet.ts";
import {
  addMark,
  DRAFT,
  fitSheet,
  knownSheets,
  MARK,
  removeMark,
  sheetOfTab,
  type KnownSheet,
} from "./generatedSheets.ts";
import { lookAreas } from "./lookAreas.ts";
import { writeBlock } from "./writeBlock.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What is kept of a run between the calls that it is made of. */
type Job = {
  readonly id: string;
  readonly tabs: readonly TabToWrite[];
  /** Milliseconds since 1970 at which the run was last heard of. */
  readonly at: number;
};

const JOB = "tlh.job";

/** A run that has been silent for so long is over: its sidebar was closed. */
const SILENCE = 2 * 60_000;

/** A run that works is heard of at least so often. */
const HEARD = 15_000;

/** The most cells of a spreadsheet, and those of a sheet that has just been added. */
const MOST_CELLS = 10_000_000;
const NEW_SHEET = 26_000;

/**
 * Begins the run of a name that the page has made for it: one hidden sheet for each tab. Only one run
 * at a time writes in a spreadsheet; what an interrupted one has left is removed.
 */
export function beginJob(id: string, tabs: readonly TabToWrite[]): Refusal | null {
  return locked(() => {
    const running = readJob();
    if (running !== undefined && Date.now() - running.at < SILENCE) {
      return {
        refusal:
          "Another report is being written in this spreadsheet: wait until it is done, or two minutes if its sidebar was closed, then generate again.",
      };
    }
    removeDrafts(() => true);
    const refusal = refusalOf(knownSheets(), tabs);
    if (refusal !== undefined) return { refusal };
    addDrafts(
      tabs.map(({ rows, columns }, tab) => ({
        ...{ mark: draftMark(id, tab), name: "Being written" },
        ...{ rows, columns },
      })),
    );
    writeJob({ id, tabs, at: Date.now() });
    return null;
  });
}

/** Writes a block of a tab's cells. The same block may come twice: the second changes nothing. */
export function writeJobBlock(id: string, tab: number, block: CellBlock): void {
  writeBlock(draftOf(id, tab), block);
  SpreadsheetApp.flush();
}

/** Gives the areas of a tab their looks. */
export function lookJobAreas(id: string, tab: number, looks: readonly LookOut[]): void {
  lookAreas(draftOf(id, tab), looks);
}

/**
 * Puts the tabs in place: each hidden sheet becomes a tab, or is copied over the sheet of an earlier
 * run, which stays the same sheet, so that formulas of the user's that refer to it go on doing so.
 * Returns the names of the sheets.
 */
export function finishJob(id: string, finishes: readonly SheetFinish[]): readonly string[] {
  return locked(() => {
    const job = readJob();
    if (job?.id !== id) throw new Error(LOST);
    const sheets = knownSheets();
    const names = job.tabs.map((tab, index) => {
      const draft = sheets.find((one) => one.draft === draftMark(id, index));
      const finish = finishes[index];
      if (draft === undefined || finish === undefined) throw new Error(LOST);
      const earlier = sheetOfTab(sheets, tab);
      return earlier === undefined
        ? publishDraft(draft.sheet, tab, { finish, sheets })
        : copyOver(earlier, draft.sheet, finish);
    });
    forgetJob();
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const first = spreadsheet.getSheetByName(names[0] ?? "");
    if (first !== null) spreadsheet.setActiveSheet(first);
    spreadsheet.toast(`Written: ${names.join(", ")}.`, "Tax-loss harvesting");
    return names;
  });
}

/**
 * Ends a run that is not to go on, and removes what it has written: also one whose beginning did not
 * come to its end.
 */
export function cancelJob(id: string): void {
  locked(() => {
    removeDrafts((mark) => mark.startsWith(draftPrefix(id)));
    if (readJob()?.id === id) forgetJob();
  });
}

const LOST =
  "This run is no longer the one that may write: another was started, or its sheets were removed. Generate again.";

const draftPrefix = (job: string): string => `${job}/`;

const draftMark = (job: string, tab: number): string => `${draftPrefix(job)}${tab}`;

/** The sheet on which a tab is being written; tells that the run is alive. */
function draftOf(id: string, tab: number): Sheet {
  const job = readJob();
  const draft = job?.id === id ? draftMarked(draftMark(id, tab)) : undefined;
  if (job === undefined || draft === undefined) throw new Error(LOST);
  if (Date.now() - job.at > HEARD) writeJob({ ...job, at: Date.now() });
  return draft;
}

/** One at a time; a spreadsheet without a document lock has one user. */
function locked<T>(work: () => T): T {
  const lock = LockService.getDocumentLock() as GoogleAppsScript.Lock.Lock | null;
  if (lock === null) return work();
  lock.waitLock(20_000);
  try {
    return work();
  } finally {
    SpreadsheetApp.flush();
    lock.releaseLock();
  }
}

function readJob(): Job | undefined {
  const text = PropertiesService.getDocumentProperties().getProperty(JOB);
  return text === null ? undefined : (JSON.parse(text) as Job);
}

const writeJob = (job: Job): void => {
  PropertiesService.getDocumentProperties().setProperty(JOB, JSON.stringify(job));
};

const forgetJob = (): void => {
  PropertiesService.getDocumentProperties().deleteProperty(JOB);
};

/** Why the tabs cannot be written: a lock of the user's, or a spreadsheet that is full. */
function refusalOf(sheets: readonly KnownSheet[], tabs: readonly TabToWrite[]): string | undefined {
  for (const tab of tabs) {
    const earlier = sheetOfTab(sheets, tab);
    const locks = earlier?.sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET) ?? [];
    if (locks.some((lock) => !lock.canEdit())) {
      return `The sheet "${earlier?.name ?? tab.name}" is protected, so that it cannot be written anew: ask its owner to unprotect it, then generate again. Nothing was changed.`;
    }
  }
  const cells = sheets.reduce(
    (sum, { sheet }) => sum + sheet.getMaxRows() * sheet.getMaxColumns(),
    0,
  );
  const needed = tabs.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  return cells + 2 * needed + NEW_SHEET <= MOST_CELLS
    ? undefined
    : `The tabs need ${needed} cells, and while they are written twice as many; this spreadsheet has ${cells} of the ${MOST_CELLS} that Google allows. Ask for fewer tabs, or delete sheets and rows that are not used. Nothing was changed.`;
}

function publishDraft(
  draft: Sheet,
  tab: TabToWrite,
  from: { readonly finish: SheetFinish; readonly sheets: readonly KnownSheet[] },
): string {
  finishSheet(draft, from.finish);
  const taken = SpreadsheetApp.getActiveSpreadsheet()
    .getSheets()
    .map((sheet) => sheet.getName());
  const name = freeSheetName(tab.name, taken);
  draft.setName(name);
  draft.showSheet();
  addMark(draft, MARK, tab.key);
  // Last: until then whoever clears up after an interrupted run finds the sheet.
  removeMark(draft, DRAFT);
  return name;
}

/**
 * Copies a draft over the sheet of an earlier run in one call: the draft is made as large as the
 * sheet first, so that its blank cells cover what the earlier run had beyond it.
 */
function copyOver({ sheet, name }: KnownSheet, draft: Sheet, finish: SheetFinish): string {
  const rows = draft.getMaxRows();
  const columns = draft.getMaxColumns();
  fitSheet(draft, Math.max(rows, sheet.getMaxRows()), Math.max(columns, sheet.getMaxColumns()));
  fitSheet(sheet, draft.getMaxRows(), draft.getMaxColumns());
  const all = (of: Sheet) => of.getRange(1, 1, of.getMaxRows(), of.getMaxColumns());
  // Hidden rows, and cells that are merged, would not take what is copied over them.
  sheet.getFilter()?.remove();
  all(sheet).breakApart();
  all(draft).copyTo(all(sheet));
  fitSheet(sheet, rows, columns);
  finishSheet(sheet, finish);
  SpreadsheetApp.getActiveSpreadsheet().deleteSheet(draft);
  return name;
}
