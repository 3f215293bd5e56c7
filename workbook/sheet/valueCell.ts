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
