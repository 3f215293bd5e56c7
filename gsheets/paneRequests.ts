import type {
  Area,
  AreaLook,
  CellGrid,
  ColumnFormat,
  PaintedCondition,
  TemplateSheet,
} from "../core/index.ts";
import type { PaneChoices, Source } from "../pane/paneChoices.ts";

/**
 * A cell on its way to the server: a number, nothing, text with an apostrophe before it, or a
 * formula with `=` before it. No dates: they do not pass between sidebar and server.
 */
export type CellOut = string | number | null;

/** A rectangle of cells and their number formats, from a row on, counted from 1. */
export type CellBlock = {
  readonly firstRow: number;
  readonly cells: readonly (readonly CellOut[])[];
  readonly formats: readonly (readonly string[])[];
};

/** A tab that is to be written: enough to make its sheet. */
export type TabToWrite = {
  readonly key: string;
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
};

/** A look of an area, as data. */
export type LookOut = { readonly area: Area; readonly look: AreaLook };

/** What a sheet gets beside its cells. */
export type SheetFinish = {
  readonly widths: readonly number[];
  readonly heights: readonly { readonly row: number; readonly points: number }[];
  readonly merges: readonly Area[];
  readonly conditions: readonly PaintedCondition[];
  readonly filter: Area;
  readonly frozenRows: number;
  readonly chart: { readonly title: string; readonly area: Area; readonly row: number } | undefined;
};

/** A sheet to insert. Nothing in a list arrives as null, and so it is null from the first. */
export type SheetToInsert = Omit<TemplateSheet, "formats"> & {
  readonly formats: readonly (ColumnFormat | null)[];
};

/** What the sidebar asks of the server, one question a call. */
export type PaneRequest =
  | { readonly ask: "sources" }
  | { readonly ask: "size"; readonly source: string }
  | {
      readonly ask: "read";
      readonly source: string;
      readonly firstRow: number;
      readonly rows: number;
      readonly columns: number;
    }
  | { readonly ask: "load" }
  | { readonly ask: "save"; readonly choices: PaneChoices }
  | { readonly ask: "begin"; readonly job: string; readonly tabs: readonly TabToWrite[] }
  | { readonly ask: "write"; readonly job: string; readonly tab: number; readonly block: CellBlock }
  | {
      readonly ask: "look";
      readonly job: string;
      readonly tab: number;
      readonly looks: readonly LookOut[];
    }
  | { readonly ask: "finish"; readonly job: string; readonly finishes: readonly SheetFinish[] }
  | { readonly ask: "cancel"; readonly job: string }
  | { readonly ask: "select"; readonly source: string; readonly row: number }
  | { readonly ask: "show"; readonly name: string }
  | { readonly ask: "insert"; readonly sheets: readonly SheetToInsert[] }
  | { readonly ask: "importBegin"; readonly rows: number; readonly columns: number }
  | {
      readonly ask: "importRows";
      readonly mark: string;
      readonly firstRow: number;
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly ask: "importEnd"; readonly mark: string; readonly name: string };

/** What the server answers, by question. */
export type PaneAnswers = {
  readonly sources: readonly Source[];
  readonly size: SourceSize | null;
  readonly read: CellGrid;
  readonly load: LoadedChoices;
  readonly save: null;
  readonly begin: Refusal | null;
  readonly write: null;
  readonly look: null;
  readonly finish: readonly string[];
  readonly cancel: null;
  readonly select: boolean;
  readonly show: null;
  readonly insert: null;
  /** By which the sheet that is being filled is found again. */
  readonly importBegin: string;
  readonly importRows: null;
  /** The name of the new sheet. */
  readonly importEnd: string;
};

/** The used cells of a source, and what source rows refer to. */
export type SourceSize = {
  readonly sheet: string;
  /** The number by which a link finds the sheet. */
  readonly sheetId: number;
  readonly rows: number;
  readonly columns: number;
};

/** What is kept in the spreadsheet, and where it stands. */
export type LoadedChoices = {
  readonly choices: PaneChoices | null;
  readonly timeZone: string;
  /** True where the menu item "Generate tabs" opened the sidebar. */
  readonly startsAtOnce: boolean;
};

/** Why a run may not write. */
export type Refusal = { readonly refusal: string };

/** An answer, or a sentence that says what went wrong. */
export type Reply<T> = { readonly value: T } | { readonly sentence: string };
