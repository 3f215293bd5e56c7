import { template, type TemplateSheet } from "../../core/index.ts";
import type { Outcome, PaneChoices, PaneHost, Run } from "../../pane/index.ts";
import { reportInWorker, type ReportWorker } from "../../pane/run/reportInWorker.ts";
import { intlZoneOffsets } from "../../zones/intlZoneOffsets.ts";
import { writeTabs } from "../tabs/writeTabs.ts";
import { addTextSheet } from "./addTextSheet.ts";
import { loadChoices, loadLastRun, saveChoices, saveLastRun } from "./choices.ts";
import { excelTheme } from "./excelTheme.ts";
import { sentenceOf } from "./hostError.ts";
import { insertSheets } from "./insertSheets.ts";
import { listSources, readSource, selectRow, type ReadSource } from "./sources.ts";
import { dateSystemOf } from "./dateSystem.ts";

/** What the adapter needs beside Excel: a worker, the sample's sheets, and the time. */
export type ExcelPaneParts = {
  readonly startWorker: () => ReportWorker;
  readonly loadSample: () => Promise<readonly TemplateSheet[]>;
  readonly saveFile: (name: string, text: string) => void;
  /** The moment, as text to show. */
  readonly now: () => string;
};

/** The pane's host port over Excel. */
export function excelPaneHost(parts: ExcelPaneParts): PaneHost {
  return {
    name: "Excel",
    theme: excelTheme(),
    sources: () => ask(listSources),
    loadChoices: () => ask(loadChoices),
    saveChoices: (choices) => ask((context) => saveChoices(context, choices)),
    lastRun: () => ask(loadLastRun),
    generate: (choices, run) => generate(parts, choices, run),
    selectRow: async (place) => {
      const isThere = await ask((context) => selectRow(context, place));
      if (!isThere) throw new Error("That sheet is no longer in the workbook.");
    },
    showTab: (name) =>
      ask(async (context) => {
        context.workbook.worksheets.getItem(name).activate();
        await context.sync();
      }),
    insertTemplate: () => ask((context) => insertSheets(context, template())),
    insertSample: async () => {
      const sample = await parts.loadSample();
      await ask((context) => insertSheets(context, sample));
    },
    addSheet: (name, rows) => ask((context) => addTextSheet(context, name, rows)),
    // Excel tells no time zone of its workbooks: without a setting it is UTC.
    zones: () => ({ offsets: intlZoneOffsets, workbookZone: undefined }),
    saveFile: (name, text) => {
      parts.saveFile(name, text);
      return Promise.resolve();
    },
  };
}

/** One run against Excel; what fails is said in a sentence. */
async function ask<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run(batch);
  } catch (error) {
    throw new Error(sentenceOf(error, ""), { cause: error });
  }
}

/** The share of a run that reading, working out and writing take. */
const READING = 0.25;
const WORKING = 0.35;

async function generate(parts: ExcelPaneParts, choices: PaneChoices, run: Run): Promise<Outcome> {
  try {
    return await Excel.run((context) => generateIn(context, parts, { choices, run }));
  } catch (error) {
    console.error(error);
    return { kind: "failed", sentence: sentenceOf(error, UNCHANGED) };
  }
}

const UNCHANGED = "Your sheets are as they were.";

async function generateIn(
  context: Excel.RequestContext,
  parts: ExcelPaneParts,
  { choices, run }: { readonly choices: PaneChoices; readonly run: Run },
): Promise<Outcome> {
  const read = await readChosen(context, choices, run);
  if (run.signal.aborted) return { kind: "cancelled" };
  if ("sentence" in read) return { kind: "failed", sentence: read.sentence };
  const { transactions, prices, settings, balances, brokers } = read;
  const dateSystem = await dateSystemOf(context);
  const report = await reportInWorker(
    parts.startWorker,
    {
      grids: {
        transactions: transactions.grid,
        prices: prices?.grid,
        settings: settings?.grid,
        balances: balances?.grid,
        brokers: brokers.map(({ name, source }) => ({ name, grid: source.grid })),
      },
      choices,
      dateSystem,
    },
    {
      signal: run.signal,
      progress: (step) => {
        run.progress(step, READING);
      },
    },
  );
  if (report === undefined) return { kind: "cancelled" };
  if ("sentence" in report) return { kind: "failed", sentence: `${report.sentence} ${UNCHANGED}` };
  const written = await writeTabs(context, report.tabs, {
    to: { source: transactions.place, dateSystem },
    run: {
      signal: run.signal,
      progress: (step, share) => {
        run.progress(step, READING + WORKING + share * (1 - READING - WORKING));
      },
    },
  });
  if (written.kind === "cancelled") return written;
  if (written.kind === "refused") return { kind: "failed", sentence: written.sentence };
  const done = { answer: report.answer, tabs: written.names };
  await saveLastRun(context, { ...done, madeAt: parts.now() });
  return { kind: "done", ...done };
}

type ChosenSources = {
  readonly transactions: ReadSource;
  readonly prices: ReadSource | undefined;
  readonly settings: ReadSource | undefined;
  readonly balances: ReadSource | undefined;
  readonly brokers: readonly { readonly name: string; readonly source: ReadSource }[];
};

const ROLES = ["transactions", "prices", "settings", "balances"] as const;

async function readChosen(
  context: Excel.RequestContext,
  choices: PaneChoices,
  run: Run,
): Promise<ChosenSources | { readonly sentence: string }> {
  const read = (id: string, what: string): Promise<ReadSource | undefined> =>
    readSource(context, id, {
      signal: run.signal,
      progress: (share) => {
        run.progress(`Reading the ${what}`, what === "transactions" ? share * READING : READING);
      },
    });
  const found: Record<string, ReadSource | undefined> = {};
  for (const role of ROLES) {
    const id = choices[role];
    if (id === undefined) continue;
    found[role] = await read(id, role);
    // What others stated is found by name anew each time, and is not missed.
    if (found[role] === undefined && role !== "balances" && !run.signal.aborted) {
      return {
        sentence: `There is no "${nameOf(id)}" in the workbook any more: choose the ${role} again.`,
      };
    }
  }
  const brokers: { readonly name: string; readonly source: ReadSource }[] = [];
  for (const id of choices.brokers ?? []) {
    const source = await read(id, "brokers' forms");
    if (source !== undefined) brokers.push({ name: nameOf(id), source });
  }
  const { transactions, prices, settings, balances } = found;
  return transactions === undefined
    ? { sentence: "Choose the sheet or table with the transactions first." }
    : { transactions, prices, settings, balances, brokers };
}

/** A source's name, from its id. */
const nameOf = (id: string): string => id.slice(id.indexOf(":") + 1);
