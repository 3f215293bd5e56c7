/** How a host shows a column. A date cell holds a Day: days since 1970-01-01. */
export type ColumnFormat =
  "text" | "integer" | "quantity" | "money" | "unitMoney" | "signedMoney" | "date" | "sourceRow";

/** A column of a table: its heading is part of the contract and never changes. */
export type Column = {
  readonly title: string;
  readonly format: ColumnFormat;
  /** In characters. */
  readonly width: number;
};

/** `null` is a blank cell. Money and quantities are unrounded numbers. */
export type TableCell = string | number | null;

/** A table as a worksheet function returns it; the column titles are its first row. */
export type Table = {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly TableCell[])[];
};
