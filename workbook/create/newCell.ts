import { dayValue, type CellFault, type ColumnFormat } from "../../core/index.ts";
import { formulaCell, numberCell, textCell } from "../sheet/cellXml.ts";
import { plainStyles, type ColumnStyles } from "../sheet/columnLooks.ts";
import type { StyleBook } from "../sheet/styleBook.ts";
import { valueCell } from "../sheet/valueCell.ts";
import { elementText } from "../sheet/xmlText.ts";

/**
 * What a cell of a new workbook holds. A string is always text. `serial` is a date as the workbook
 * stores it, `day` counts from 1970-01-01.
 */
export type NewCell =
  | string
  | number
  | boolean
  | null
  | { readonly number: number; readonly format: ColumnFormat }
  /** A number shown with just so many digits after the point. */
  | { readonly number: number; readonly decimals: number }
  | { readonly day: number }
  | { readonly serial: number; readonly shows: "day" | "day and time" }
  /** A live formula without `=`, and what it gives. */
  | { readonly formula: string; readonly value: number; readonly format: ColumnFormat }
  | { readonly error: string }
  | CellFault;

/** What cells are written with. */
export type CellStyles = {
  readonly styles: StyleBook;
  readonly dateSystem: 1900 | 1904;
  /** For cells that state no format. */
  readonly columns: readonly ColumnStyles[];
};

/** A cell as XML; nothing for a blank one. */
export function newCellXml(
  reference: string,
  cell: NewCell,
  column: number,
  { styles, dateSystem, columns }: CellStyles,
): string {
  if (cell === null || cell === "") return "";
  const looks = columns[column] ?? plainStyles(styles, "text");
  if (typeof cell === "boolean") {
    return `<c r="${reference}" s="${looks.blank}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  }
  if (typeof cell !== "object") return valueCell(reference, looks, cell);
  if ("day" in cell) {
    return valueCell(reference, plainStyles(styles, "date"), dayValue(cell.day, dateSystem));
  }
  if ("serial" in cell) {
    const numberFormat = cell.shows === "day" ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm";
    const style = styles.styleOf({ numberFormat, horizontal: "center" });
    return numberCell(reference, style, cell.serial);
  }
  if ("formula" in cell) {
    const { fraction } = plainStyles(styles, cell.format);
    return formulaCell(reference, fraction, {
      xml: elementText(cell.formula),
      value: cell.value,
    });
  }
  if ("number" in cell) return formattedNumber(reference, cell, styles);
  return errorCell(reference, looks, cell);
}

/** Characters that a cell takes, roughly. */
export function newCellLength(cell: NewCell): number {
  if (cell === null || typeof cell === "boolean") return cell === null ? 0 : 5;
  if (typeof cell !== "object") return String(cell).length;
  if ("serial" in cell) return cell.shows === "day" ? 10 : 16;
  if ("number" in cell) return "decimals" in cell ? cell.number.toFixed(cell.decimals).length : 14;
  if ("day" in cell) return 10;
  return "formula" in cell ? 14 : 8;
}

type NumberWithFormat = Extract<NewCell, { readonly number: number }>;

function formattedNumber(reference: string, cell: NumberWithFormat, styles: StyleBook): string {
  if ("format" in cell) return valueCell(reference, plainStyles(styles, cell.format), cell.number);
  const numberFormat = cell.decimals === 0 ? "0" : `0.${"0".repeat(cell.decimals)}`;
  return numberCell(reference, styles.styleOf({ numberFormat, horizontal: "right" }), cell.number);
}

/** An error stays an error; a formula without a value, which no new workbook can have, is words. */
function errorCell(
  reference: string,
  looks: ColumnStyles,
  cell: { readonly error: string } | CellFault,
): string {
  if ("fault" in cell && cell.fault === "uncached-formula") {
    return textCell(reference, looks.formulaLikeText, cell.text);
  }
  const text = "error" in cell ? cell.error : cell.text;
  return `<c r="${reference}" s="${looks.blank}" t="e"><v>${elementText(text)}</v></c>`;
}
