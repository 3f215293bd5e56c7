import type { CellGrid, Tab } from "../core/index.ts";
import { askWorker, type FinalAnswer, type Waiting } from "./askWorker.ts";
import { changesOf, savedSheets } from "./bookChanges.ts";
import { cellsNow, nameInFile, type OpenBook } from "./openBook.ts";
import { bareTabs } from "./rowParts.ts";
import type { Grid } from "./univerGrid.ts";

/** A file to hand over, or nothing, and what to say about it. */
export type Saved = { readonly bytes: Uint8Array | undefined; readonly sentence: string };

/**
 * The file that is open with the tabs of the last run and all that the user typed into cells; the
 * sentence says what it holds and what it leaves out.
 */
export async function saveBook(grid: Grid, open: OpenBook, waiting: Waiting): Promise<Saved> {
  waiting.progress("Looking for what you changed");
  const { into, holds, leftOut } = await content(grid, open);
  const tabs = tabsStillShown(grid, open);
  const request = {
    kind: "save",
    into,
    tabs: bareTabs(tabs),
    sourceSheet: sourceSheet(grid, open),
  } as const;
  const asked = await askWorker({ request, tables: tabs.map(({ table }) => table.rows) }, waiting);
  if (asked?.answer.kind !== "saved") {
    return { bytes: undefined, sentence: `Nothing was saved.${whyNot(asked)}` };
  }
  const withTabs = tabs.length === 0 ? "no tabs" : counted(tabs.length, "tab");
  const stale =
    tabs.length > 0 && (await isStale(grid, open))
      ? ["The tabs are from before your last changes: Generate makes them anew."]
      : [];
  const sentence = [`${holds} and ${withTabs}.`, ...leftOut, ...stale].join(" ");
  return { bytes: asked.answer.bytes, sentence };
}

const whyNot = (asked: FinalAnswer | undefined): string =>
  asked?.answer.kind === "refused" ? ` ${asked.answer.sentence}` : "";

/** The tabs of the last run, without those that the user deleted in the grid. */
function tabsStillShown(grid: Grid, { run, keys }: OpenBook): readonly Tab[] {
  const shown = new Set(grid.sheets().map(({ id }) => keys.get(id)));
  return (run?.tabs ?? []).filter(({ key }) => shown.has(key));
}

/** The ledger's sheet by the name that the saved file has for it. */
function sourceSheet(grid: Grid, open: OpenBook): string | undefined {
  const [ledger] = open.run?.sources.keys() ?? [];
  if (ledger === undefined) return undefined;
  return open.book.bytes === undefined ? sheetName(grid, ledger) : nameInFile(open, ledger);
}

async function content(grid: Grid, open: OpenBook) {
  const { bytes } = open.book;
  if (bytes === undefined) {
    const { sheets, leftOut } = await savedSheets(grid, open);
    return {
      into: { sheets },
      holds: `A new workbook with ${counted(sheets.length, "sheet")}`,
      leftOut,
    };
  }
  const { edits, leftOut } = await changesOf(grid, open);
  const changed = edits.length === 0 ? "no changed cell" : counted(edits.length, "changed cell");
  return { into: { bytes, edits }, holds: `Your file with ${changed}`, leftOut };
}

const sheetName = (grid: Grid, id: string): string | undefined =>
  grid.sheets().find((sheet) => sheet.id === id)?.name;

const counted = (count: number, what: string): string =>
  `${count.toLocaleString("en-US")} ${what}${count === 1 ? "" : "s"}`;

/** True when a sheet of the last run is no longer as it was then. */
async function isStale(grid: Grid, open: OpenBook): Promise<boolean> {
  for (const [id, then] of open.run?.sources ?? []) {
    if (sheetName(grid, id) === undefined) return true;
    const { grid: now } = await cellsNow(grid, open, id);
    if (!sameCells(then, now)) return true;
  }
  return false;
}

const sameCells = (one: CellGrid, other: CellGrid): boolean =>
  one.length === other.length &&
  one.every((row, index) => {
    const others = other[index] ?? [];
    return (
      row.length === others.length && row.every((cell, column) => isSame(cell, others[column]))
    );
  });

const isSame = (one: unknown, other: unknown): boolean =>
  one === other ||
  (typeof one === "object" &&
    typeof other === "object" &&
    JSON.stringify(one) === JSON.stringify(other));
