import type { Answer, CellGrid, HostZones } from "../core/index.ts";
import type { PaneChoices, Source } from "./paneChoices.ts";

export type { PaneChoices, Source };

/** How far a run is, and how the user stops it. */
export type Run = {
  /** `share` is from 0 to 1 where it is known. */
  readonly progress: (step: string, share?: number) => void;
  readonly signal: AbortSignal;
};

/** How a run ended. A sentence says what went wrong and that the workbook is as it was. */
export type Outcome =
  | { readonly kind: "done"; readonly answer: Answer; readonly tabs: readonly string[] }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly sentence: string };

/** A cell of a source: a row counted from 1 at the first row of its range. */
export type CellPlace = { readonly source: string; readonly row: number };

/** A run that was done, and when, as a date and time to show. */
export type LastRun = {
  readonly answer: Answer;
  readonly tabs: readonly string[];
  readonly madeAt: string;
};

/** How the spreadsheet program looks. Colours are CSS colours, `#ffffff`. */
export type HostTheme = {
  readonly isDark: boolean;
  readonly background: string | undefined;
};

/** The look of the program, where it tells: now, and each time that it changes. */
export type ThemeSource = {
  readonly current: () => HostTheme | undefined;
  readonly onChange: (show: (theme: HostTheme) => void) => void;
};

/**
 * What the pane needs of a spreadsheet program. One adapter for each host; none knows tax.
 *
 * Every function may reject; the pane then shows the error's message.
 */
export type PaneHost = {
  readonly name: "Excel" | "Google Sheets" | "the workbench";
  /** Undefined where the program tells nothing: the pane then follows the system. */
  readonly theme: ThemeSource | undefined;
  /** Every sheet and table of the user's, without the tabs that the product made. */
  readonly sources: () => Promise<readonly Source[]>;
  readonly loadChoices: () => Promise<PaneChoices | undefined>;
  readonly saveChoices: (choices: PaneChoices) => Promise<void>;
  /** The last answer of this workbook, where the host keeps it; undefined where there is none. */
  readonly lastRun: () => Promise<LastRun | undefined>;
  readonly generate: (choices: PaneChoices, run: Run) => Promise<Outcome>;
  readonly selectRow: (place: CellPlace) => Promise<void>;
  /** Shows a tab that the product made. */
  readonly showTab: (name: string) => Promise<void>;
  /** Adds sheets to fill in, with the headings and lists of what may be typed. */
  readonly insertTemplate: () => Promise<void>;
  /** Adds the sample ledger and prices as sheets. */
  readonly insertSample: () => Promise<void>;
  /** Adds a sheet with the rows of a file, whose cells are text and stay text. */
  readonly addSheet: (name: string, rows: CellGrid) => Promise<void>;
  /** What is known of time zones, and that of the workbook where it has one. */
  readonly zones: () => HostZones;
  /** Hands a file to the user, such as an export of Form 8949. */
  readonly saveFile: (name: string, text: string) => Promise<void>;
};
