import type { ColumnFormat, TableCell } from "./table.ts";

/** Colours of the product's sheets, six hexadecimal digits each. */
export const COLORS = {
  ink: "1F3864",
  paper: "FFFFFF",
  rule: "D9DEE8",
  band: "EEF2F9",
  quiet: "5F6B7A",
  link: "1F5FBF",
  gain: "1B7F3B",
  loss: "C0281C",
  notice: "FFF1C9",
} as const;

/** The number formats of a column: of whole numbers, of others, and of those below one. */
export type NumberFormats = {
  readonly whole: string;
  readonly fraction: string;
  readonly smallFraction: string;
};

/**
 * The number formats of a column, in the notation of the United States. A quantity has as many
 * digits as it needs; whole ones have a format of their own, because `#.##` would show them as `5.`.
 */
export function numberFormatsOf(format: Exclude<ColumnFormat, "text">): NumberFormats {
  const [whole = "0", fraction = whole, smallFraction = fraction] = FORMATS[format];
  return { whole, fraction, smallFraction };
}

const FORMATS: Readonly<Record<Exclude<ColumnFormat, "text">, readonly string[]>> = {
  integer: ["#,##0"],
  quantity: ["#,##0", "#,##0.##########"],
  money: ["#,##0.00"],
  unitMoney: ["#,##0.00", "#,##0.00##", "#,##0.00########"],
  signedMoney: ["#,##0.00"],
  date: ["yyyy-mm-dd"],
  sourceRow: ["0"],
};

/** True for a column whose cells need number formats of their own. */
export function hasCellFormats(format: ColumnFormat): boolean {
  return format === "quantity" || format === "unitMoney";
}

/** The number format of a cell of a column; `@` for text. */
export function numberFormatOf(format: ColumnFormat, value: TableCell): string {
  if (format === "text") return "@";
  const { whole, fraction, smallFraction } = numberFormatsOf(format);
  if (typeof value !== "number" || Number.isInteger(value)) return whole;
  return Math.abs(value) < 1 ? smallFraction : fraction;
}
