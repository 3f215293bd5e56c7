/** A cell of a sample sheet, before any file format: a date is a serial number and its format. */
export type SheetCell =
  | string
  | number
  | null
  | { readonly serial: number; readonly shows: "day" | "day and time" }
  | { readonly error: string };

/** A sheet of a sample workbook, its heading row first where it has one. */
export type SampleSheet = {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
};
