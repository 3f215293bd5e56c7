import { cellText } from "./xmlText.ts";

/** A cell that holds text, whatever it begins with: never a formula. */
export const textCell = (reference: string, style: number, text: string): string =>
  text === ""
    ? blankCell(reference, style)
    : `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">` +
      `${cellText(text)}</t></is></c>`;

/** A cell that holds a number; one that is not finite leaves the cell blank. */
export const numberCell = (reference: string, style: number, value: number): string =>
  Number.isFinite(value)
    ? `<c r="${reference}" s="${style}"><v>${numberText(value)}</v></c>`
    : blankCell(reference, style);

/** A live formula, already escaped and without `=`, beside the number that it gives. */
export const formulaCell = (
  reference: string,
  style: number,
  formula: { readonly xml: string; readonly value: number },
): string =>
  `<c r="${reference}" s="${style}"><f>${formula.xml}</f>` +
  (Number.isFinite(formula.value) ? `<v>${numberText(formula.value)}</v></c>` : "</c>");

/** An empty cell that still has a look. */
export const blankCell = (reference: string, style: number): string =>
  `<c r="${reference}" s="${style}"/>`;

/** A row element; `height` in points where the host should not find it itself. */
export const rowXml = (row: number, cells: string, height?: number): string =>
  `<row r="${row}"${height === undefined ? "" : ` ht="${height}" customHeight="1"`}>${cells}</row>`;

/** The shortest digits that give the same number again; no negative zero. */
export const numberText = (value: number): string => (value === 0 ? "0" : value.toString());
