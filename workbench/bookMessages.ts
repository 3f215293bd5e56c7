import type { CellGrid, SheetRole, Tab } from "../core/index.ts";
import type { Report, ReportRequest } from "../pane/run/makeReport.ts";
import type { CellEdit, NewCell } from "../workbook/index.ts";

/** A sheet of an opened file: its cells from A1 on, and whether a tab of ours stands there. */
export type BookSheet = {
  readonly name: string;
  readonly grid: CellGrid;
  /** The key of the generated tab that it holds. */
  readonly key: string | undefined;
  readonly isHidden: boolean;
};

/** A file opened: what the grid shows, and the bytes to save into. */
export type Book = {
  readonly name: string;
  /** A workbook file; undefined where there is none, and saving makes one of what is shown. */
  readonly bytes: Uint8Array | undefined;
  readonly dateSystem: 1900 | 1904;
  readonly sheets: readonly BookSheet[];
};

/** A sheet of a workbook that is to be made. */
export type SavedSheet = { readonly name: string; readonly rows: readonly (readonly NewCell[])[] };

/** Rows of one of several tables. They go ahead of their message in parts; see rowParts.ts. */
export type RowsPart = {
  readonly kind: "rows";
  readonly place: number;
  readonly rows: readonly (readonly unknown[])[];
};

/** What a grid is to a report. */
export type GridRole = SheetRole | "balances";

/** What the page asks its worker for. */
export type BookRequest =
  | { readonly kind: "open"; readonly name: string; readonly bytes: Uint8Array }
  | {
      readonly kind: "report";
      readonly request: Omit<ReportRequest, "grids">;
      /** Which grid each of the first tables is. */
      readonly roles: readonly GridRole[];
      /** The names of the sheets of brokers' forms, which the tables after them are. */
      readonly brokers: readonly string[];
    }
  | {
      readonly kind: "save";
      readonly into:
        | { readonly bytes: Uint8Array; readonly edits: readonly CellEdit[] }
        | { readonly sheets: readonly SavedSheet[] };
      /** The tables are those of the tabs. */
      readonly tabs: readonly Tab[];
      readonly sourceSheet: string | undefined;
    };

/** What the worker answers; steps and rows may come any number of times before the end. */
export type BookAnswer =
  | { readonly kind: "step"; readonly step: string; readonly share?: number }
  | RowsPart
  | { readonly kind: "opened"; readonly book: Book }
  | { readonly kind: "report"; readonly report: Report }
  | { readonly kind: "saved"; readonly bytes: Uint8Array }
  | { readonly kind: "refused"; readonly sentence: string };
