import type { HostZones } from "../../core/index.ts";

/** The errors that show a sentence in Excel: `#VALUE!` and `#N/A`; no other does. */
export type ErrorKind = "invalidValue" | "notAvailable";

/** What worksheet functions need of Excel. */
export type FunctionsHost = {
  readonly zones: HostZones;
  readonly associate: (id: string, run: (...values: never[]) => unknown) => void;
  /** What to throw, so that the cell shows an error with a sentence. */
  readonly error: (kind: ErrorKind, sentence: string) => Error;
  /** True where a result can be a number with its own number format. */
  readonly hasDataTypes: () => boolean;
  /** The most characters of JSON that a result may have; undefined where there is no limit. */
  readonly mostCharacters: () => number | undefined;
  /** Where developers look. */
  readonly report: (error: unknown) => void;
};
