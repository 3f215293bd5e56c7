import type { Parameter } from "./functionSpec.ts";

/** The arguments that many functions share, so that the hosts' help says the same everywhere. */
export const TRANSACTIONS: Parameter = {
  name: "transactions",
  summary: "The transactions, with their header row.",
  takes: "range",
  optional: false,
};

/** Asset, price and day of the price. */
export const PRICES: Parameter = {
  name: "prices",
  summary: "The prices: Asset, Price and, if known, As of, with the header row.",
  takes: "range",
  optional: false,
};

/** FIFO, LIFO, HIFO, LOFO or SPECIFIC. */
export const METHOD: Parameter = {
  name: "method",
  summary: "How lots are relieved: FIFO, LIFO, HIFO, LOFO or SPECIFIC.",
  takes: "value",
  optional: false,
};

/** The day of the positions. */
export const AS_OF: Parameter = {
  name: "as_of",
  summary: "The day as of which positions are shown; left out, the newest day of the prices.",
  takes: "value",
  optional: true,
};

/** The year of the disposals. */
export const TAX_YEAR: Parameter = {
  name: "tax_year",
  summary: "The year of the disposals; left out, all years.",
  takes: "value",
  optional: true,
};

/** Settings by name. */
export const OPTIONS: Parameter = {
  name: "options",
  summary: 'Settings: a range of names and values, or text such as "scope=wallet; sell_cost=0.5".',
  takes: "range or text",
  optional: true,
};

/** single, mfj, mfs or hoh. */
export const FILING_STATUS: Parameter = {
  name: "filing_status",
  summary: "Filing status: single, mfj, mfs or hoh.",
  takes: "value",
  optional: false,
};

/** An argument that is a number. */
export const numberParameter = (
  name: string,
  summary: string,
  need: "needed" | "optional",
): Parameter => ({ name, summary, takes: "value", optional: need === "optional" });
