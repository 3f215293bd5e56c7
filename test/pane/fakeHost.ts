import { intlZoneOffsets } from "../../zones/intlZoneOffsets.ts";
import {
  answerOf,
  chosenBook,
  generateTabs,
  isUnreadable,
  tabKind,
  template,
  type CellGrid,
} from "../../core/index.ts";
import type {
  HostTheme,
  LastRun,
  Outcome,
  PaneChoices,
  PaneHost,
  Run,
  Source,
} from "../../pane/paneHost.ts";

/** A workbook in memory, and how its host behaves. It is plain data, so that a page can be given it. */
export type FakeWorkbook = {
  readonly sheets: readonly FakeSheet[];
  readonly saved?: PaneChoices;
  readonly last?: LastRun;
  readonly theme?: HostTheme;
  /** Functions of the host that reject, by name. */
  readonly failing?: readonly (keyof PaneHost)[];
  /** Waits in each step of a run until it is cancelled. */
  readonly endless?: boolean;
};

export type FakeSheet = {
  readonly name: string;
  readonly kind?: "sheet" | "table";
  readonly grid: CellGrid;
};

/** A host of a workbook in memory that works out real answers, and what was asked of it. */
export type FakeHost = PaneHost & {
  readonly calls: readonly (readonly [name: string, ...given: unknown[]])[];
  readonly wear: (theme: HostTheme) => void;
};

/** Makes one. */
export function fakeHost(workbook: FakeWorkbook): FakeHost {
  let sheets = workbook.sheets;
  let saved = workbook.saved;
  let wear: (theme: HostTheme) => void = () => undefined;
  const calls: [string, ...unknown[]][] = [];
  const asked = async (name: keyof PaneHost, ...given: unknown[]): Promise<void> => {
    calls.push([name, ...given]);
    await Promise.resolve();
    if (workbook.failing?.includes(name) === true) throw new Error(`${name} failed on purpose.`);
  };
  const add = (added: readonly FakeSheet[]): void => {
    sheets = [...sheets, ...added];
  };
  return {
    calls,
    wear: (theme) => {
      wear(theme);
    },
    name: "the workbench",
    theme:
      workbook.theme === undefined
        ? undefined
        : {
            current: () => workbook.theme,
            onChange: (show) => {
              wear = show;
            },
          },
    sources: async () => {
      await asked("sources");
      return sheets.map(sourceOf);
    },
    loadChoices: async () => {
      await asked("loadChoices");
      return saved;
    },
    saveChoices: async (choices) => {
      await asked("saveChoices", choices);
      saved = choices;
    },
    lastRun: async () => {
      await asked("lastRun");
      return workbook.last;
    },
    generate: async (choices, run) => {
      await asked("generate", choices);
      if (workbook.endless === true) return untilStopped(run);
      return outcomeOf(sheets, choices, run);
    },
    selectRow: (place) => asked("selectRow", place),
    showTab: (name) => asked("showTab", name),
    insertTemplate: async () => {
      await asked("insertTemplate");
      add(template().map(({ name, rows }) => ({ name, grid: rows })));
    },
    insertSample: async () => {
      await asked("insertSample");
      add(SMALL_SAMPLE);
    },
    addSheet: async (name, grid) => {
      await asked("addSheet", name, grid.length);
      add([{ name, grid }]);
    },
    zones: () => ({ offsets: intlZoneOffsets, workbookZone: undefined }),
    saveFile: (name, text) => asked("saveFile", name, text),
  };
}

/** A ledger with one loss in each of two wallets, and prices. */
export const SMALL_SAMPLE: readonly FakeSheet[] = [
  {
    name: "Transactions",
    grid: [
      ["Date", "Type", "Asset", "Quantity", "Total", "Wallet"],
      ["2025-02-01", "Buy", "BTC", 1, 100_000, "Kraken"],
      ["2026-03-02", "Buy", "ETH", 10, 40_000, "Ledger"],
    ],
  },
  {
    name: "Prices",
    grid: [
      ["Asset", "Price", "As of"],
      ["BTC", 70_000, "2026-11-20"],
      ["ETH", 2_500, "2026-11-20"],
    ],
  },
];

const sourceOf = ({ name, kind = "sheet", grid }: FakeSheet): Source => ({
  id: `${kind}:${name}`,
  name,
  kind,
  sample: grid.slice(0, 40),
});

async function untilStopped({ progress, signal }: Run): Promise<Outcome> {
  progress("Reading the transactions");
  progress("Working out Summary by FIFO", 0.25);
  await new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => {
      resolve();
    });
  });
  return { kind: "cancelled" };
}

function outcomeOf(sheets: readonly FakeSheet[], choices: PaneChoices, run: Run): Outcome {
  const gridOf = (id: string | undefined): CellGrid | undefined =>
    sheets.find((sheet) => sourceOf(sheet).id === id)?.grid;
  const transactions = gridOf(choices.transactions);
  if (transactions === undefined) return { kind: "failed", sentence: "Pick the transactions." };
  const book = chosenBook(
    { transactions, prices: gridOf(choices.prices), settings: gridOf(choices.settings) },
    choices,
  );
  const kinds = choices.tabs.flatMap((name) => tabKind(name) ?? []);
  const made = generateTabs(book, kinds, {
    zones: { offsets: intlZoneOffsets, workbookZone: undefined },
    progress: run.progress,
  });
  return isUnreadable(made)
    ? { kind: "failed", sentence: made.unreadable }
    : { kind: "done", answer: answerOf(made), tabs: choices.tabs };
}
