/** A value that a user has typed into a cell. */
export type CellEdit = {
  readonly sheet: string;
  /** From 1. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  /** Text is text whatever it begins with; null empties the cell, and so does empty text. */
  readonly value: string | number | boolean | null;
};
