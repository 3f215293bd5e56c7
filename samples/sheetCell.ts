import type { ColumnFormat } from "../core/report/table.ts";

/** A cell of a sample sheet, before any file format: a date is a serial number and its format. */
export type SheetCell =
  | string
  | number
  | null
  | { readonly serial: number; readonly shows: "day" | "day and time" }
  | { readonly error: string };

/** A sheet of a sample workbook. */
export type SampleSheet = {
  readonly name: string;
  /** The row of headings, counted from 1; undefined where there is none. */
  readonly titlesRow: number | undefined;
  readonly rows: readonly (readonly SheetCell[])[];
  /** How a column shows its numbers; undefined for as they are. */
  readonly formats: readonly (ColumnFormat | undefined)[];
};
