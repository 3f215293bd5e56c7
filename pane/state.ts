import type { LastRun, PaneChoices, PaneHost, Source } from "./paneHost.ts";
import type { FilesToMerge, LedgerFile } from "./run/readFiles.ts";

/** The pages of the pane, in the order of work. */
export const VIEWS = ["data", "columns", "choices", "answer"] as const;
export type ViewName = (typeof VIEWS)[number];

/** The user's sheets: not yet known, unreadable, or read. */
export type Sources =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly sentence: string }
  | { readonly kind: "ready"; readonly list: readonly Source[] };

/** What generating is at. */
export type RunState =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly stop: AbortController }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly sentence: string };

/** Everything that the pane shows. */
export type PaneState = {
  readonly view: ViewName;
  readonly sources: Sources;
  readonly choices: PaneChoices;
  /** Files that were opened and wait to be merged; nothing of them is in the workbook. */
  readonly files: FilesToMerge | undefined;
  readonly run: RunState;
  readonly last: LastRun | undefined;
  /** What went wrong beside a run, such as a choice that could not be kept. */
  readonly notice: string | undefined;
  /** What went well beside a run, and what there is to know of it. */
  readonly done: string | undefined;
  /** What the pane is waiting for beside a run, such as a template that is being added. */
  readonly busy: string | undefined;
};

/** What a view can see and do. */
export type Pane = {
  readonly state: PaneState;
  readonly host: PaneHost;
  readonly act: Actions;
};

/** What the user can do. Nothing here rejects: what goes wrong is shown. */
export type Actions = FileActions & {
  readonly go: (view: ViewName) => void;
  /** Keeps the choices; `quietly` leaves the page as it is, so that what has focus stays. */
  readonly choose: (choices: Partial<PaneChoices>, how?: "quietly") => void;
  readonly generate: () => void;
  readonly cancel: () => void;
  readonly reload: () => void;
  /**
   * Does something of the host's that adds sheets, and takes them as the sources. What it resolves
   * to is told.
   */
  readonly addSheets: (words: string, add: () => Promise<string | undefined>) => void;
  /** Does something of the host's; a failure is shown. */
  readonly ask: (work: () => Promise<void>) => void;
};

/** What the user can do with files. */
export type FileActions = {
  /** Adds a sheet for each file; several ledgers first wait to be merged. */
  readonly openFiles: (picked: readonly File[]) => void;
  /** Keeps what the user says of one of the files that wait. */
  readonly sayOfFile: (name: string, said: Partial<Pick<LedgerFile, "wallet" | "zone">>) => void;
  readonly mergeFiles: () => void;
  /** Gives up the files that wait. */
  readonly leaveFiles: () => void;
};

/** What actions show beside the state. */
export type Stage = {
  readonly progress: (step: string, share: number | undefined) => void;
  /** Says words to screen readers. */
  readonly say: (words: string) => void;
  readonly focus: (key: string) => void;
};
