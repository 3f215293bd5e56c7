import type { CellGrid, Tab } from "../core/index.ts";
import type { Report, ReportRequest } from "../pane/run/makeReport.ts";

/** A sheet of an opened file: its cells from A1 on, and whether a tab of ours stands there. */
export type BookSheet = {
  readonly name: string;
  readonly grid: CellGrid;
  /** The key of the generated tab that it holds. */
  readonly key: string | undefined;
};

/** A file opened: what the grid shows, and the bytes to save into. */
export type Book = {
  readonly name: string;
  /** A workbook file; a CSV file is made into one when it is opened. */
  readonly bytes: Uint8Array;
  readonly dateSystem: 1900 | 1904;
  readonly sheets: readonly BookSheet[];
};

/** A cell that the user changed in the grid. Rows count from 1, columns from 0. */
export type CellEdit = {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: string | number | boolean | null;
};

/** What the page asks its worker for. */
export type BookRequest =
  | { readonly ask: "open"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly ask: "report"; readonly request: ReportRequest }
  | {
      readonly ask: "save";
      readonly bytes: Uint8Array;
      readonly edits: readonly CellEdit[];
      readonly tabs: readonly Tab[];
      readonly sourceSheet: string | undefined;
    };

/** What the worker answers; a step may be told any number of times before the end. */
export type BookAnswer =
  | { readonly kind: "step"; readonly step: string; readonly share?: number }
  | { readonly kind: "opened"; readonly book: Book }
  | { readonly kind: "report"; readonly report: Report }
  | { readonly kind: "saved"; readonly bytes: Uint8Array }
  | { readonly kind: "refused"; readonly sentence: string };
