/** The value of a cell as Sheets holds it: dates are serial numbers whose format says that they are dates. */
export type Entry = null | number | string | boolean | CellError | typeof UNCALCULATED;

/** An error that a cell shows, such as `#N/A`. */
export type CellError = { readonly error: string };

/** The value of a formula that the emulator cannot compute. */
export const UNCALCULATED = Symbol("uncalculated");

/** A side of a cell's border. */
export type Side = "top" | "left" | "bottom" | "right";

/** How a cell looks. `numberFormat` is empty for the automatic one. */
export type Format = {
  readonly numberFormat: string;
  readonly background: string;
  readonly fontColor: string;
  readonly fontFamily: string;
  readonly fontSize: number;
  readonly fontWeight: string;
  readonly fontStyle: string;
  readonly fontLine: string;
  readonly horizontalAlignment: string;
  readonly verticalAlignment: string;
  readonly wrap: string;
  readonly borders: Readonly<Partial<Record<Side, string>>>;
};

/** A cell. Never changed in place, so that a copy of the arrays is a snapshot. */
export type Cell = {
  readonly entry: Entry;
  /** With its `=`; undefined for a cell that is no formula. */
  readonly formula?: string;
  readonly format: Format;
  readonly note?: string;
  readonly validation?: unknown;
  /** Links and styles of parts of the text, where written as rich text. */
  readonly richText?: unknown;
};

/** The look of a cell that nobody has touched. */
export const PLAIN: Format = {
  numberFormat: "",
  background: "#ffffff",
  fontColor: "#000000",
  fontFamily: "Arial",
  fontSize: 10,
  fontWeight: "normal",
  fontStyle: "normal",
  fontLine: "none",
  horizontalAlignment: "general",
  verticalAlignment: "bottom",
  wrap: "OVERFLOW",
  borders: {},
};

/** A cell that nobody has touched. */
export const BLANK: Cell = { entry: null, format: PLAIN };

/** True for a value that is an error. */
export function isCellError(entry: Entry): entry is CellError {
  return typeof entry === "object" && entry !== null;
}
