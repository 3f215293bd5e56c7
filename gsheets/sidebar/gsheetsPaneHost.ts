import { template, type BrokerSheet, type CellGrid, type TemplateSheet } from "../../core/index.ts";
import type { Outcome, PaneChoices, PaneHost, Run } from "../../pane/index.ts";
import { makeReport } from "../../pane/run/makeReport.ts";
import { intlZoneOffsets } from "../../zones/intlZoneOffsets.ts";
import type { SheetToInsert, SourceSize } from "../paneRequests.ts";
import { again } from "./again.ts";
import { ask } from "./scriptRun.ts";
import { writeTabs } from "./writeTabs.ts";

/** Rows of the ledger, and of a file, that one call carries. */
const ROWS_A_CALL = 4000;

/** What the adapter needs beside Google Sheets. */
export type GsheetsPaneParts = {
  /** The sample's sheets. */
  readonly sample: readonly TemplateSheet[];
  /** Begins a run: the menu item asked for one when it opened the sidebar. */
  readonly generate: () => void;
};

/** The pane's host port over Google Sheets. */
export function gsheetsPaneHost(parts: GsheetsPaneParts): PaneHost {
  let timeZone = "Etc/UTC";
  return {
    name: "Google Sheets",
    theme: undefined,
    sources: () => ask({ ask: "sources" }),
    loadChoices: async () => {
      const loaded = await ask({ ask: "load" });
      timeZone = loaded.timeZone;
      if (loaded.startsAtOnce) parts.generate();
      return loaded.choices ?? undefined;
    },
    saveChoices: async (choices) => {
      await ask({ ask: "save", choices });
    },
    lastRun: () => Promise.resolve(undefined),
    generate: (choices, run) => generate(choices, run, timeZone),
    selectRow: async ({ source, row }) => {
      const isThere = await ask({ ask: "select", source, row });
      if (!isThere) throw new Error("That row is no longer in the spreadsheet.");
    },
    showTab: async (name) => {
      await ask({ ask: "show", name });
    },
    insertTemplate: async () => {
      await ask({ ask: "insert", sheets: template().map(toInsert) });
    },
    insertSample: async () => {
      await ask({ ask: "insert", sheets: parts.sample.map(toInsert) });
    },
    addSheet,
    zones: () => ({ offsets: intlZoneOffsets, workbookZone: timeZone }),
    saveFile: (name, text) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
      link.download = name;
      link.click();
      URL.revokeObjectURL(link.href);
      return Promise.resolve();
    },
  };
}

const toInsert = (sheet: TemplateSheet): SheetToInsert => ({
  ...sheet,
  formats: sheet.formats.map((format) => format ?? null),
});

/** The share of a run that reading takes. */
const READING = 0.25;

const UNCHANGED = "Your sheets are as they were.";

async function generate(choices: PaneChoices, run: Run, timeZone: string): Promise<Outcome> {
  try {
    return await generateOrThrow(choices, run, timeZone);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: "failed", sentence: `${message} ${UNCHANGED}` };
  }
}

async function generateOrThrow(choices: PaneChoices, run: Run, timeZone: string): Promise<Outcome> {
  const gone = await goneSource(choices);
  if (gone !== undefined) return { kind: "failed", sentence: gone };
  const source = await sourceOf(choices.transactions);
  const grids = {
    transactions: await readAll(choices.transactions, "transactions", run),
    prices: await readAll(choices.prices, "prices", run),
    settings: await readAll(choices.settings, "settings", run),
    balances: await readAll(choices.balances, "balances", run),
    brokers: await readBrokers(choices.brokers ?? [], run),
  };
  if (isStopped(run)) return { kind: "cancelled" };
  const { transactions } = grids;
  if (source === undefined || transactions === undefined) {
    return { kind: "failed", sentence: "Choose the sheet with the transactions first." };
  }
  run.progress("Working out the report", READING);
  await breathe();
  const report = makeReport(
    { grids: { ...grids, transactions }, choices, dateSystem: undefined },
    {
      zones: { offsets: intlZoneOffsets, workbookZone: timeZone },
      progress: () => undefined,
    },
  );
  if ("sentence" in report) return { kind: "failed", sentence: `${report.sentence} ${UNCHANGED}` };
  if (isStopped(run)) return { kind: "cancelled" };
  const names = await writeTabs(report.tabs, source, run);
  return names === undefined
    ? { kind: "cancelled" }
    : { kind: "done", answer: report.answer, tabs: names };
}

async function readBrokers(ids: readonly string[], run: Run): Promise<readonly BrokerSheet[]> {
  const sheets: BrokerSheet[] = [];
  for (const id of ids) {
    const grid = await readAll(id, "brokers' forms", run);
    if (grid !== undefined) sheets.push({ name: nameOf(id), grid });
  }
  return sheets;
}

/** A source's name, from its id. */
const nameOf = (id: string): string => id.slice(id.indexOf(":") + 1);

/** What to say of a chosen sheet that is there no more. Statements are found anew by name each time. */
async function goneSource(choices: PaneChoices): Promise<string | undefined> {
  for (const role of ["transactions", "prices", "settings"] as const) {
    const id = choices[role];
    if (id === undefined || (await sourceOf(id)) !== undefined) continue;
    return `There is no "${nameOf(id)}" in the spreadsheet any more: choose the ${role} again.`;
  }
  return undefined;
}

/** Asked anew each time: the user may stop a run at any moment. */
const isStopped = ({ signal }: Run): boolean => signal.aborted;

/** Lets the page show what it has to say before it works for a while. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

async function sourceOf(id: string | undefined): Promise<SourceSize | undefined> {
  if (id === undefined) return undefined;
  return (await again(() => ask({ ask: "size", source: id }))) ?? undefined;
}

async function readAll(
  id: string | undefined,
  role: string,
  run: Run,
): Promise<CellGrid | undefined> {
  const size = await sourceOf(id);
  if (id === undefined || size === undefined) return undefined;
  const grid: CellGrid[number][] = [];
  for (let firstRow = 1; firstRow <= size.rows; firstRow += ROWS_A_CALL) {
    if (isStopped(run)) return undefined;
    run.progress(`Reading the ${role}`, (READING * firstRow) / size.rows);
    const rows = Math.min(ROWS_A_CALL, size.rows - firstRow + 1);
    const { columns } = size;
    const part = await again(() => ask({ ask: "read", source: id, firstRow, rows, columns }));
    for (const row of part) grid.push(row);
  }
  return grid;
}

async function addSheet(name: string, rows: CellGrid): Promise<void> {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const mark = await ask({ ask: "importBegin", rows: Math.max(1, rows.length), columns });
  for (let first = 0; first < rows.length; first += ROWS_A_CALL) {
    const part = rows
      .slice(first, first + ROWS_A_CALL)
      .map((row) => Array.from({ length: columns }, (_, column) => textOf(row[column])));
    await again(() => ask({ ask: "importRows", mark, firstRow: first + 1, rows: part }));
  }
  await ask({ ask: "importEnd", mark, name });
}

/** A file's cells are all text. */
const textOf = (cell: CellGrid[number][number] | undefined): string =>
  typeof cell === "string" ? cell : "";
