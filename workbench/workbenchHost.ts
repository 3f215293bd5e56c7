import { freeSheetName, template, type Tab, type TemplateSheet } from "../core/index.ts";
import type { LastRun, Outcome, PaneChoices, PaneHost, Run } from "../pane/index.ts";
import { askWorker } from "./askWorker.ts";
import type { Book, CellEdit } from "./bookMessages.ts";
import type { Grid, GridSheet } from "./univerGrid.ts";
import { sheetOfGrid, sheetOfTab } from "./sheetSnapshot.ts";

/** The workbook that is open: what the file had, and what the page made of it. */
export type OpenBook = {
  book: Book;
  /** Ids of the grid's sheets by the name that the file has for them. */
  readonly ids: Map<string, string>;
  /** Keys of generated tabs by the id of their sheet. */
  readonly keys: Map<string, string>;
  /** The tabs of the last run, to be saved. */
  tabs: readonly Tab[];
  /** The sheet of the ledger in the last run. */
  ledger: string | undefined;
};

/** The pane's host port over the embedded spreadsheet. */
export function workbenchHost(
  grid: Grid,
  open: () => OpenBook,
  parts: {
    readonly loadSample: () => Promise<readonly TemplateSheet[]>;
    readonly saveFile: (name: string, bytes: Uint8Array) => void;
    readonly changed: () => void;
  },
): PaneHost {
  let choices: PaneChoices | undefined;
  let last: LastRun | undefined;
  const insert = (sheets: readonly TemplateSheet[]): void => {
    const names = grid.sheets().map(({ name }) => name);
    const ids = sheets.map(({ name: wanted, rows }) => {
      const name = freeSheetName(wanted, names);
      names.push(name);
      return grid.putSheet(sheetOfGrid(name, rows), undefined);
    });
    if (ids[0] !== undefined) grid.activate(ids[0]);
    parts.changed();
  };
  return {
    name: "the workbench",
    theme: undefined,
    sources: () =>
      Promise.resolve(
        userSheets(grid, open()).map(({ id, name, grid: cells }) => ({
          id,
          name,
          kind: "sheet" as const,
          sample: cells.slice(0, SAMPLE_ROWS),
        })),
      ),
    loadChoices: () => Promise.resolve(choices),
    saveChoices: (chosen) => {
      choices = chosen;
      return Promise.resolve();
    },
    lastRun: () => Promise.resolve(last),
    generate: async (chosen, run) => {
      const outcome = await generate(grid, open(), { choices: chosen, run });
      if (outcome.kind === "done") {
        last = {
          answer: outcome.answer,
          tabs: outcome.tabs,
          madeAt: new Date().toLocaleString("en-US"),
        };
        parts.changed();
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
      insert(await parts.loadSample());
    },
    importCsv: undefined,
    saveFile: (name, text) => {
      parts.saveFile(name, new TextEncoder().encode(text));
      return Promise.resolve();
    },
  };
}

const SAMPLE_ROWS = 30;

/** Sheets that are no generated tabs and have cells. */
const userSheets = (grid: Grid, { keys }: OpenBook): readonly GridSheet[] =>
  grid.sheets().filter((sheet) => !keys.has(sheet.id) && sheet.grid.length > 0);

async function generate(
  grid: Grid,
  open: OpenBook,
  { choices, run }: { readonly choices: PaneChoices; readonly run: Run },
): Promise<Outcome> {
  const sheets = grid.sheets();
  const gridOf = (id: string | undefined) => sheets.find((sheet) => sheet.id === id)?.grid;
  const transactions = gridOf(choices.transactions);
  if (transactions === undefined) {
    return { kind: "failed", sentence: "Choose the sheet with the transactions first." };
  }
  const answer = await askWorker(
    {
      ask: "report",
      request: {
        grids: {
          transactions,
          prices: gridOf(choices.prices),
          settings: gridOf(choices.settings),
        },
        choices,
        dateSystem: open.book.dateSystem,
      },
    },
    run,
  );
  if (answer === undefined) return { kind: "cancelled" };
  if (answer.kind === "refused") return { kind: "failed", sentence: answer.sentence };
  if (answer.kind !== "report") return { kind: "failed", sentence: "The report did not arrive." };
  const { report } = answer;
  if ("sentence" in report) return { kind: "failed", sentence: report.sentence };
  run.progress("Showing the tabs");
  const names = putTabs(grid, open, report.tabs);
  open.tabs = report.tabs;
  open.ledger = sheets.find(({ id }) => id === choices.transactions)?.name;
  return { kind: "done", answer: report.answer, tabs: names };
}

/** Shows the tabs, each in the place of the one that an earlier run made. */
function putTabs(grid: Grid, open: OpenBook, tabs: readonly Tab[]): readonly string[] {
  let first: string | undefined;
  const names = tabs.map((tab) => {
    const shown = grid.sheets();
    const same = shown.filter(({ id }) => open.keys.get(id) === tab.key);
    const earlier = same.find(({ name }) => name === tab.name) ?? same[0];
    const name =
      earlier?.name ??
      freeSheetName(
        tab.name,
        shown.map((sheet) => sheet.name),
      );
    const id = grid.putSheet(sheetOfTab(tab, name), earlier?.id);
    if (earlier !== undefined) open.keys.delete(earlier.id);
    open.keys.set(id, tab.key);
    first ??= id;
    return name;
  });
  if (first !== undefined) grid.activate(first);
  return names;
}

/** What the user changed since the file was opened, and what of it a saved file cannot hold. */
export type Changes = {
  readonly edits: readonly CellEdit[];
  /** Sentences, one for each kind of thing that is left out. */
  readonly leftOut: readonly string[];
};

/** Compares the grid with the file. */
export function changesOf(grid: Grid, { book, ids, keys }: OpenBook): Changes {
  const shown = grid.sheets();
  const edits: CellEdit[] = [];
  const leftOut: string[] = [];
  let formulas = 0;
  for (const { name, grid: before, key } of book.sheets) {
    if (key !== undefined) continue;
    const now = shown.find(({ id }) => id === ids.get(name));
    if (now === undefined) {
      leftOut.push(`The sheet "${name}" is still in the file, though you deleted it in the grid.`);
      continue;
    }
    if (now.name !== name) leftOut.push(`The sheet "${name}" keeps its name in the file.`);
    const computed = new Set(now.formulas.map(({ row, column }) => `${row}/${column}`));
    formulas += computed.size;
    const rows = Math.max(before.length, now.grid.length);
    for (let row = 0; row < rows; row++) {
      const old = before[row] ?? [];
      const cells = now.grid[row] ?? [];
      for (let column = 0; column < Math.max(old.length, cells.length); column++) {
        if (computed.has(`${row + 1}/${column}`)) continue;
        const value = plain(cells[column] ?? null);
        if (value === plain(old[column] ?? null)) continue;
        edits.push({ sheet: name, row: row + 1, column, value });
      }
    }
  }
  if (formulas > 0) {
    leftOut.push(
      `${formulas === 1 ? "A formula that you typed is" : `${formulas} formulas that you typed are`} not saved: other programs do not know these functions without the add-in.`,
    );
  }
  const known = new Set([...ids.values(), ...keys.keys()]);
  const added = shown.filter(({ id, grid: cells }) => !known.has(id) && cells.length > 0);
  for (const { name } of added) {
    leftOut.push(`The sheet "${name}" was added here and is not saved.`);
  }
  return { edits, leftOut };
}

/** A value as it can be typed; an error is its text. */
const plain = (cell: GridSheet["grid"][number][number]): string | number | boolean | null =>
  cell !== null && typeof cell === "object" ? cell.text : cell === "" ? null : cell;
