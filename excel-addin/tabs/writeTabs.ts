import {
  EXCEL_LIMITS,
  freeSheetName,
  hasCellFormats,
  numberFormatOf,
  paintTab,
  type PaintedTab,
  type Tab,
} from "../../core/index.ts";
import { writeBlocks, type CellsFor } from "./cellsToWrite.ts";
import { finishSheet } from "./finishSheet.ts";
import {
  addDraft,
  askForContent,
  clearFinish,
  knownSheets,
  publishDraft,
  reachOf,
  sheetOfTab,
  unbindCells,
  type KnownSheet,
  type EarlierContent,
} from "./generatedSheets.ts";
import { lookArea, rangeOf } from "./lookArea.ts";

/** How far the writing is, and whether the user has stopped it. */
export type WriteRun = {
  readonly progress: (step: string, share: number) => void;
  readonly signal: AbortSignal;
};

/** How the writing ended: the names of the tabs' sheets, or why nothing was changed. */
export type Written =
  | { readonly kind: "done"; readonly names: readonly string[] }
  | { readonly kind: "cancelled" }
  | { readonly kind: "refused"; readonly sentence: string };

/**
 * Writes the tabs into the workbook, each on a hidden sheet first. Only when all are whole do they
 * take the place of the sheets of an earlier run, all in one request; formulas of the user's that
 * refer to those sheets go on referring to them. Other sheets are not touched.
 *
 * Rejects with Excel's error when a request fails; what was written until then is removed, now or
 * by the next run.
 */
export async function writeTabs(
  context: Excel.RequestContext,
  tabs: readonly Tab[],
  { to, run }: { readonly to: CellsFor; readonly run: WriteRun },
): Promise<Written> {
  const sentence = await refusal(context, tabs);
  if (sentence !== undefined) return { kind: "refused", sentence };
  const sheets = await withoutDrafts(context);
  const names = sheets.map(({ name }) => name);
  const planned = tabs.map((tab): PlannedTab => {
    const earlier = sheetOfTab(sheets, tab);
    const name = earlier?.name ?? freeSheetName(tab.name, names);
    const draftName = freeSheetName("Being written", [...names, name]);
    names.push(name, draftName);
    const painted = paintTab(tab, { hasSource: to.source !== undefined, limits: EXCEL_LIMITS });
    const content = earlier === undefined ? undefined : askForContent(earlier);
    return { tab, earlier, content, name, draftName, painted };
  });
  try {
    const drafts = await writeDrafts(context, planned, { to, run });
    if (drafts === undefined) {
      await withoutDrafts(context);
      return { kind: "cancelled" };
    }
    run.progress("Putting the tabs in place", 1);
    putInPlace(context, planned, drafts);
    await context.sync();
    return { kind: "done", names: planned.map(({ name }) => name) };
  } catch (error) {
    await removeDrafts();
    throw error;
  }
}

type PlannedTab = {
  readonly tab: Tab;
  readonly earlier: KnownSheet | undefined;
  readonly content: EarlierContent | undefined;
  readonly name: string;
  readonly draftName: string;
  readonly painted: PaintedTab;
};

/** Why the tabs cannot be written: a lock that the user has put on. */
async function refusal(
  context: Excel.RequestContext,
  tabs: readonly Tab[],
): Promise<string | undefined> {
  const { protection } = context.workbook;
  protection.load("protected");
  const sheets = await knownSheets(context);
  if (protection.protected) {
    return "The workbook's structure is protected, so that no sheet can be added: unprotect it (Review, Protect Workbook), then generate again. Nothing was changed.";
  }
  const locked = tabs
    .map((tab) => sheetOfTab(sheets, tab))
    .find((one) => one?.isProtected === true);
  return locked === undefined
    ? undefined
    : `The sheet "${locked.name}" is protected, so that it cannot be written anew: unprotect it (Review, Unprotect Sheet), then generate again. Nothing was changed.`;
}

/** The sheets of the workbook, after what an interrupted run has left is gone. */
async function withoutDrafts(context: Excel.RequestContext): Promise<readonly KnownSheet[]> {
  const sheets = await knownSheets(context);
  const left = sheets.filter(({ isDraft }) => isDraft);
  if (left.length > 0) {
    for (const { sheet } of left) sheet.delete();
    await context.sync();
  }
  return sheets.filter(({ isDraft }) => !isDraft);
}

/** After a failure, in a run of its own: the failed one can do nothing more. */
async function removeDrafts(): Promise<void> {
  try {
    await Excel.run(withoutDrafts);
  } catch (error) {
    // The workbook does not answer. The drafts are hidden and marked, and the next run removes them.
    console.warn("Sheets that were being written could not be removed.", error);
  }
}

/** Writes cells and looks of all tabs; undefined when the user stopped it. */
async function writeDrafts(
  context: Excel.RequestContext,
  planned: readonly PlannedTab[],
  { to, run }: { readonly to: CellsFor; readonly run: WriteRun },
): Promise<readonly Excel.Worksheet[] | undefined> {
  const all = planned.reduce((sum, { painted }) => sum + painted.layout.rowCount, 0);
  let written = 0;
  const drafts: Excel.Worksheet[] = [];
  for (const { tab, painted, draftName } of planned) {
    const draft = addDraft(context, draftName);
    drafts.push(draft);
    for (const { firstRow, values } of writeBlocks(painted, to)) {
      if (run.signal.aborted) return undefined;
      run.progress(`Writing ${tab.name}`, written / all);
      const area = { row: firstRow, column: 0, rows: values.length, columns: painted.columnCount };
      rangeOf(draft, area).values = values;
      writeNumberFormats(draft, tab, { painted, firstRow, lastRow: firstRow + values.length - 1 });
      context.application.suspendApiCalculationUntilNextSync();
      await context.sync();
      written += values.length;
    }
    for (const { area, look } of painted.looks) lookArea(draft, area, look);
    await context.sync();
  }
  return run.signal.aborted ? undefined : drafts;
}

/** Number formats of columns in which each number has its own: quantities and prices a unit. */
function writeNumberFormats(
  sheet: Excel.Worksheet,
  { table }: Tab,
  block: {
    readonly painted: PaintedTab;
    readonly firstRow: number;
    readonly lastRow: number;
  },
): void {
  const { layout } = block.painted;
  const first = Math.max(block.firstRow, layout.firstRow);
  const last = Math.min(block.lastRow, layout.firstRow + layout.shownRows - 1);
  if (last < first) return;
  table.columns.forEach(({ format }, column) => {
    if (!hasCellFormats(format)) return;
    const formats: string[][] = [];
    for (let row = first; row <= last; row++) {
      const value = table.rows[row - layout.firstRow]?.[column] ?? null;
      formats.push([numberFormatOf(format, value)]);
    }
    const area = { row: first, column, rows: last - first + 1, columns: 1 };
    rangeOf(sheet, area).numberFormat = formats;
  });
}

/**
 * Makes the drafts the tabs: as new sheets, or copied over the sheets of an earlier run.
 *
 * Should Excel stop in the middle, each sheet still has either all of its old cells or all of its
 * new ones: they change in one step, and what could be in their way goes before, looks come after.
 */
function putInPlace(
  context: Excel.RequestContext,
  planned: readonly PlannedTab[],
  drafts: readonly Excel.Worksheet[],
): void {
  context.application.suspendScreenUpdatingUntilNextSync();
  for (const { earlier, content } of planned) {
    if (earlier !== undefined && content !== undefined) unbindCells(earlier.sheet, content);
  }
  const finals = planned.map((plan, index): Excel.Worksheet => {
    const { tab, earlier, content, name, painted } = plan;
    const draft = drafts[index] as Excel.Worksheet;
    if (earlier === undefined || content === undefined) {
      publishDraft(draft, { name, key: tab.key });
      return draft;
    }
    const reach = reachOf(content);
    const whole = {
      row: 1,
      column: 0,
      rows: Math.max(reach.rows, painted.layout.rowCount),
      columns: Math.max(reach.columns, painted.columnCount),
    };
    rangeOf(earlier.sheet, whole).copyFrom(rangeOf(draft, whole), "All");
    return earlier.sheet;
  });
  planned.forEach(({ tab, content, painted }, index) => {
    const sheet = finals[index] as Excel.Worksheet;
    if (content !== undefined) {
      clearFinish(sheet, content);
      (drafts[index] as Excel.Worksheet).delete();
    }
    finishSheet(sheet, tab, painted);
  });
  finals[0]?.activate();
}
