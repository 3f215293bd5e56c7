import { NAMESPACE, XML_DECLARATION, escaped } from "./part.ts";

export type CellOptions = {
  readonly style?: number;
  /** Attributes of the cell, such as `cm="1"`, and of its formula, such as `t="array" ref="A1:A3"`. */
  readonly cell?: string;
  readonly formula?: string;
};

/** How a variant writes cells. */
export type CellDialect = {
  readonly strings: "shared" | "inline";
  readonly dateSystem: 1900 | 1904;
};

/** Writes cells, and remembers the shared strings and the formula cells that it wrote. */
export type CellWriter = {
  readonly text: (reference: string, value: string, style?: number) => string;
  /** Runs are `<r>` elements. */
  readonly richText: (reference: string, runs: string, style?: number) => string;
  readonly number: (reference: string, value: number | string, style?: number) => string;
  /** Day as `2026-11-20`, written as the serial number of the variant's date system. */
  readonly date: (reference: string, day: string, style: number) => string;
  /** An undefined formula is the follower of a shared one. */
  readonly formula: (
    reference: string,
    formula: { readonly text: string; readonly value: number | string | boolean },
    options?: CellOptions,
  ) => string;
  readonly sharedStrings: () => string;
  /** References of the formula cells written so far; begins again at each call. */
  readonly takeFormulaCells: () => readonly string[];
};

const ERRORS = new Set(["#DIV/0!", "#N/A", "#REF!", "#NAME?", "#VALUE!"]);

export function cellWriter(dialect: CellDialect): CellWriter {
  const strings = new Map<string, number>();
  let uses = 0;
  let formulaCells: string[] = [];
  const ofString = (reference: string, item: string, style = 0): string => {
    if (dialect.strings === "inline") {
      return `<c r="${reference}" s="${style}" t="inlineStr"><is>${item}</is></c>`;
    }
    uses += 1;
    const index = strings.get(item) ?? strings.size;
    strings.set(item, index);
    return `<c r="${reference}" s="${style}" t="s"><v>${index}</v></c>`;
  };
  return {
    text: (reference, value, style) =>
      ofString(reference, `<t xml:space="preserve">${escaped(value)}</t>`, style),
    richText: ofString,
    number: (reference, value, style = 0) => `<c r="${reference}" s="${style}"><v>${value}</v></c>`,
    date: (reference, day, style) =>
      `<c r="${reference}" s="${style}"><v>${serialOf(day, dialect.dateSystem)}</v></c>`,
    formula: (reference, { text, value }, options = {}) => {
      formulaCells.push(reference);
      const formula = `<f${spaced(options.formula)}>${escaped(text)}</f>`;
      const attributes = `r="${reference}" s="${options.style ?? 0}"${typeOf(value)}${spaced(options.cell)}`;
      return `<c ${attributes}>${formula}<v>${valueText(value)}</v></c>`;
    },
    sharedStrings: () =>
      `${XML_DECLARATION}<sst xmlns="${NAMESPACE.main}" count="${uses}" uniqueCount="${strings.size}">` +
      `${[...strings.keys()].map((item) => `<si>${item}</si>`).join("")}</sst>`,
    takeFormulaCells: () => {
      const taken = formulaCells;
      formulaCells = [];
      return taken;
    },
  };
}

/** `<row>` with its cells. */
export const row = (number: number, cells: readonly string[], attributes?: string): string =>
  `<row r="${number}"${spaced(attributes)}>${cells.join("")}</row>`;

function serialOf(day: string, dateSystem: 1900 | 1904): number {
  const serial = Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
  return dateSystem === 1904 ? serial - 1462 : serial;
}

function typeOf(value: number | string | boolean): string {
  if (typeof value === "number") return "";
  if (typeof value === "boolean") return ' t="b"';
  return ERRORS.has(value) ? ' t="e"' : ' t="str"';
}

function valueText(value: number | string | boolean): string {
  return typeof value === "boolean" ? (value ? "1" : "0") : escaped(value.toString());
}

function spaced(attributes: string | undefined): string {
  return attributes === undefined ? "" : ` ${attributes}`;
}
