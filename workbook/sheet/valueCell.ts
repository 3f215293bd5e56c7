import { DAYS_FROM_1900_TO_1904, dayText, serialOfDay, type Day } from "../../core/index.ts";
import { blankCell, numberCell, textCell } from "./cellXml.ts";
import { isFormulaLike, numberStyle, type ColumnStyles } from "./columnLooks.ts";

/** Text, a number or nothing, in the styles of its column. */
export function valueCell(
  reference: string,
  styles: ColumnStyles,
  value: string | number | null,
): string {
  if (value === null || value === "") return blankCell(reference, styles.blank);
  if (typeof value === "number") {
    return numberCell(reference, numberStyle(styles, value), value);
  }
  return textCell(reference, isFormulaLike(value) ? styles.formulaLikeText : styles.text, value);
}

/**
 * What a date cell holds for a day: its serial number in the workbook's own date system, or the
 * day as text where that system has none that is right (1900 has a 29 February that never was).
 */
export function dayValue(day: number, dateSystem: 1900 | 1904): number | string {
  const since1900 = serialOfDay(day as Day);
  const serial = dateSystem === 1904 ? since1900 - DAYS_FROM_1900_TO_1904 : since1900;
  return serial < (dateSystem === 1904 ? 0 : 61) ? dayText(day as Day) : serial;
}
