import { numberText } from "../sheet/cellXml.ts";
import { cellText } from "../sheet/xmlText.ts";
import type { EditedCell } from "./editedSheets.ts";

/** How a cell is written. */
export type CellForm = {
  /** Of element names, with its colon, or nothing. */
  readonly prefix: string;
  /** Undefined when the cell does not say where it stands. */
  readonly reference: string | undefined;
  /** Number of the style, as in the file. */
  readonly style: string | undefined;
};

/** The XML of a cell with its new value: a number, a truth value, text that is never a formula. */
export function editedCellXml({ value }: EditedCell, form: CellForm): string {
  const { prefix, reference, style } = form;
  const open =
    `<${prefix}c` +
    (reference === undefined ? "" : ` r="${reference}"`) +
    (style === undefined ? "" : ` s="${style}"`);
  if (value === null) return `${open}/>`;
  const element = (name: string, content: string): string =>
    `<${prefix}${name}>${content}</${prefix}${name}>`;
  const content =
    typeof value === "number"
      ? `>${element("v", numberText(value))}`
      : typeof value === "boolean"
        ? ` t="b">${element("v", value ? "1" : "0")}`
        : ` t="inlineStr">${element("is", textXml(prefix, value))}`;
  return `${open}${content}</${prefix}c>`;
}

const textXml = (prefix: string, text: string): string =>
  `<${prefix}t xml:space="preserve">${cellText(text)}</${prefix}t>`;
