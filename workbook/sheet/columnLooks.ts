import { COLORS, numberFormatsOf, type ColumnFormat } from "../../core/index.ts";
import type { Look } from "./look.ts";
import type { StyleBook } from "./styleBook.ts";

/** The style numbers that the cells of a column bear, by what a cell holds. */
export type ColumnStyles = {
  readonly blank: number;
  readonly text: number;
  /** Text that begins like a formula. */
  readonly formulaLikeText: number;
  readonly whole: number;
  readonly fraction: number;
  /** A number between -1 and 1, of which more digits matter. */
  readonly smallFraction: number;
};

/** The columns of a table's body. */
export const bodyStyles = (styles: StyleBook, format: ColumnFormat, wrap: boolean): ColumnStyles =>
  columnStyles(styles, format, {
    bottom: { style: "thin", color: COLORS.rule },
    vertical: "top",
    ...(wrap ? { wrap: true } : {}),
  });

/** The columns of a totals row; figures that are no plain sum are in italics. */
export const totalStyles = (styles: StyleBook, format: ColumnFormat, isSum: boolean) =>
  columnStyles(styles, format === "sourceRow" ? "integer" : format, {
    font: { bold: true, ...(isSum ? {} : { italic: true }) },
    fill: COLORS.band,
    top: { style: "medium", color: COLORS.ink },
    vertical: "top",
  });

/** The columns of a sheet without lines or colours. */
export const plainStyles = (styles: StyleBook, format: ColumnFormat): ColumnStyles =>
  columnStyles(styles, format, {});

/** The look of column titles. */
export const TITLE_ROW: Look = {
  font: { bold: true, color: COLORS.paper },
  fill: COLORS.ink,
  horizontal: "center",
  vertical: "center",
  wrap: true,
};

/** True for text that Excel would take for a formula if its user typed it. */
export const isFormulaLike = (text: string): boolean => /^[\s]*[=+\-@]/.test(text);

function columnStyles(styles: StyleBook, format: ColumnFormat, look: Look): ColumnStyles {
  const left: Look = { ...look, horizontal: "left", indent: 1 };
  const text = {
    blank: styles.styleOf(look),
    text: styles.styleOf(left),
    formulaLikeText: styles.styleOf({ ...left, quotePrefix: true }),
  };
  if (format === "text") {
    // A stray number in a column of words stays readable without a format.
    const number = styles.styleOf({ ...look, horizontal: "right" });
    return { ...text, whole: number, fraction: number, smallFraction: number };
  }
  const { whole, fraction, smallFraction } = numberFormatsOf(format);
  const isCentered = format === "date" || format === "sourceRow";
  const number: Look = { ...look, horizontal: isCentered ? "center" : "right" };
  return {
    ...text,
    whole: styles.styleOf({ ...number, numberFormat: whole }),
    fraction: styles.styleOf({ ...number, numberFormat: fraction }),
    smallFraction: styles.styleOf({ ...number, numberFormat: smallFraction }),
  };
}

/** The style of a number by its size. */
export function numberStyle(styles: ColumnStyles, value: number): number {
  if (Number.isInteger(value)) return styles.whole;
  return Math.abs(value) < 1 ? styles.smallFraction : styles.fraction;
}
