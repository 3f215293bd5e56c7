import {
  freeSheetName,
  template,
  type CellGrid,
  type Tab,
  type TemplateSheet,
} from "../core/index.ts";
import type { LastRun, Outcome, PaneChoices, PaneHost, Run } from "../pane/index.ts";
import { intlZoneOffsets } from "../zones/intlZoneOffsets.ts";
import { askWorker } from "./askWorker.ts";
import { cellsNow, type OpenBook } from "./openBook.ts";
import { filledTabs } from "./rowParts.ts";
import { sheetOfGrid } from "./sheetOfGrid.ts";
import { sheetOfTab } from "./sheetOfTab.ts";
import { nextTurn } from "./turns.ts";
import type { Grid } from "./univerGrid.ts";

/** What the pane asks of the page. */
export type PageParts = {
  readonly loadSample: () => Promise<readonly TemplateSheet[]>;
  readonly saveFile: (name: string, bytes: Uint8Array) => void;
};

/** The pane's host port over the embedded spreadsheet. */
export function workbenchHost(grid: Grid, open: OpenBook, page: PageParts): PaneHost {
  let choices: PaneChoices | undefined;
  let last: LastRun | undefined;
  const insert = (sheets: readonly Pick<TemplateSheet, "name" | "rows">[]): void => {
    const names = grid.sheets().map(({ name }) => name);
    const ids = sheets.map(({ name: wanted, rows }) => {
      const name = freeSheetName(wanted, names);
      names.push(name);
      return grid.putSheet(sheetOfGrid(name, rows, 1900), undefined);
    });
    if (ids[0] !== undefined) grid.activate(ids[0]);
  };
  return {
    name: "the workbench",
    theme: undefined,
    sources: () =>
      Promise.resolve(
        grid
          .sheets()
          .filter(({ id }) => !open.keys.has(id) && grid.hasCells(id))
          .map(({ id, name }) => ({
            id,
            name,
            kind: "sheet" as const,
            sample: grid.firstRows(id, SAMPLE_ROWS, open.book.dateSystem),
          })),
      ),
    loadChoices: () => Promise.resolve(choices),
    saveChoices: (chosen) => {
      choices = chosen;
      return Promise.resolve();
    },
    lastRun: () => Promise.resolve(last),
    generate: async (chosen, run) => {
      const outcome = await generate(grid, open, { choices: chosen, run });
      if (outcome.kind === "done") {
        const { answer, tabs } = outcome;
        last = { answer, tabs, madeAt: new Date().toLocaleString("en-US") };
      }
      return outcome;
    },
    selectRow: ({ source, row }) => {
      grid.selectRow(source, row);
      return Promise.resolve();
    },
    showTab: (name) => {
      const sheet = grid.sheets().find((one) => one.name === name);
      if (sheet === undefined)
        return Promise.reject(new Error(`There is no sheet "${name}" any more.`));
      grid.activate(sheet.id);
      return Promise.resolve();
    },
    insertTemplate: () => {
      insert(template());
      return Promise.resolve();
    },
    insertSample: async () => {
      insert(await page.loadSample());
    },
    addSheet: (name, rows) => {
      insert([{ name, rows }]);
      return Promise.resolve();
    },
    zones: () => ({ offsets: intlZoneOffsets, workbookZone: undefined }),
    saveFile: (name, text) => {
      page.saveFile(name, new TextEncoder().encode(text));
      return Promise.resolve();
    },
  };
}

const SAMPLE_ROWS = 30;

const ROLES = ["transactions", "prices", "settings", "balances"] as const;

async function generate(
  grid: Grid,
  open: OpenBook,
  { choices, run }: { readonly choices: PaneChoices; readonly run: Run },
): Promise<Outcome> {
  if (choices.transactions === undefined) {
    return { kind: "failed", sentence: "Choose the sheet with the transactions first." };
  }
  run.progress("Reading the sheets");
  const sheets = grid.sheets();
  const here = new Set(sheets.map(({ id }) => id));
  const roles = ROLES.filter((role) => here.has(choices[role] ?? ""));
  if (roles[0] !== "transactions") {
    return { kind: "failed", sentence: "The sheet with the transactions is gone: choose another." };
  }
  const brokers = sheets.filter(({ id }) => choices.brokers?.includes(id) === true);
  const ids = [...roles.map((role) => choices[role] ?? ""), ...brokers.map(({ id }) => id)];
  const tables: CellGrid[] = [];
  for (const id of ids) tables.push((await cellsNow(grid, open, id)).grid);
  const request = { choices, dateSystem: open.book.dateSystem };
  const forms = brokers.map(({ name }) => name);
  const given = await askWorker(
    { request: { kind: "report", request, roles, brokers: forms }, tables },
    run,
  );
  if (given === undefined) return { kind: "cancelled" };
  const { answer } = given;
  if (answer.kind === "refused") return { kind: "failed", sentence: answer.sentence };
  if (answer.kind !== "report") return { kind: "failed", sentence: "The report did not arrive." };
  const { report } = answer;
  if ("sentence" in report) return { kind: "failed", sentence: report.sentence };
  const tabs = filledTabs(report.tabs, given.rowsAt);
  const names = await putTabs(grid, open, { tabs, run });
  if (names === undefined) return { kind: "cancelled" };
  open.unsaved.delete("tabs");
  open.run = { tabs, sources: new Map(ids.map((id, index) => [id, tables[index] ?? []])) };
  return { kind: "done", answer: report.answer, tabs: names };
}

/**
 * Shows the tabs, each in the place of the one that an earlier run made. They are made first, so
 * that who stops the run keeps what there was.
 */
async function putTabs(
  grid: Grid,
  open: OpenBook,
  { tabs, run }: { readonly tabs: readonly Tab[]; readonly run: Run },
): Promise<readonly string[] | undefined> {
  const made = [];
  for (const tab of tabs) {
    run.progress(`Showing ${tab.name}`);
    await nextTurn();
    if (run.signal.aborted) return undefined;
    made.push({ tab, sheet: await sheetOfTab(tab) });
  }
  let first: string | undefined;
  const names: string[] = [];
  for (const { tab, sheet } of made) {
    const shown = grid.sheets();
    const same = shown.filter(({ id }) => open.keys.get(id) === tab.key);
    const earlier = same.find(({ name }) => name === tab.name) ?? same[0];
    const taken = shown.map((one) => one.name);
    const name = earlier?.name ?? freeSheetName(tab.name, taken);
    const id = grid.putSheet({ ...sheet, name }, earlier?.id);
    if (earlier !== undefined) open.keys.delete(earlier.id);
    open.keys.set(id, tab.key);
    first ??= id;
    names.push(name);
    await nextTurn();
  }
  if (first !== undefined) grid.activate(first);
  return names;
}
