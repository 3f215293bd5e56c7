/**
 * A cell that holds no usable value: an error such as `#N/A`, or a formula whose result the file
 * does not hold. Both are reported, never read as zero.
 */
export type CellFault = {
  readonly fault: "error" | "uncached-formula";
  /** The error text, or the formula. */
  readonly text: string;
};

/**
 * What a host hands over for one cell. `null` and the empty text are blank. A date is a serial
 * number or text; no host's date objects get this far.
 */
export type CellValue = string | number | boolean | null | CellFault;

/** A rectangle of cells, row by row. Rows may be shorter than the widest one. */
export type CellGrid = readonly (readonly CellValue[])[];

/** True for a cell with nothing in it, or nothing but white space. */
export const isBlank = (cell: CellValue | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");
