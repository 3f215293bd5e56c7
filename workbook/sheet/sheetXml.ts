import { strToU8 } from "fflate";
import { cellReference, columnLetters } from "../../core/index.ts";
import { attributeText, elementText } from "./xmlText.ts";

/** A rule that lays a look over cells of a range when it holds for them. */
export type Condition = {
  /** `B7:B90`. */
  readonly range: string;
  /** Number of the overlay look in the stylesheet. */
  readonly overlay: number;
  readonly rule:
    | { readonly kind: "below zero" | "above zero" }
    /** A formula as seen from the first cell of the range, without `=`. */
    | { readonly kind: "formula"; readonly formula: string };
};

/** One worksheet as data, its rows already XML because there may be a million of them. */
export type Sheet = {
  /** `row` elements in order; drawn once. */
  readonly rows: Iterable<string>;
  readonly rowCount: number;
  /** Width of each column in characters; there is at least one column. */
  readonly widths: readonly number[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** The range under the filter buttons. */
  readonly filter: string | undefined;
  readonly merges: readonly string[];
  readonly conditions: readonly Condition[];
  /** Links to cells of this workbook; a host shows at most 65,530 on a sheet. */
  readonly links: readonly { readonly cell: string; readonly location: string }[];
  readonly paper: "letter" | "tabloid";
  readonly gridLines: boolean;
  /** Colour of the tab, six hexadecimal digits. */
  readonly tabColor: string | undefined;
  /** Relationship id of the sheet's drawing. */
  readonly drawing: string | undefined;
  /** What a sheet of this place had before and keeps: name of its macro module, being selected. */
  readonly codeName: string | undefined;
  readonly selected: boolean;
};

/** The namespaces that a worksheet part declares. */
export type SheetNamespaces = { readonly main: string; readonly relationships: string };

/**
 * A worksheet part, in pieces of bytes that together are the part. Elements stand in the order that
 * ECMA-376 Part 1, 18.3.1.99 fixes.
 */
export function sheetXml(sheet: Sheet, namespaces: SheetNamespaces): readonly Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let text = beforeRows(sheet, namespaces);
  for (const row of sheet.rows) {
    text += row;
    if (text.length > PIECE) {
      pieces.push(strToU8(text));
      text = "";
    }
  }
  pieces.push(strToU8(`${text}</sheetData>${afterRows(sheet)}</worksheet>`));
  return pieces;
}

/** Characters of XML gathered before they become bytes. */
const PIECE = 1 << 20;

const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const PAPER_SIZES = { letter: 1, tabloid: 3 } as const;

function beforeRows(sheet: Sheet, namespaces: SheetNamespaces): string {
  const lastCell = cellReference(sheet.widths.length - 1, Math.max(1, sheet.rowCount));
  return (
    `${XML_DECLARATION}<worksheet xmlns="${namespaces.main}" xmlns:r="${namespaces.relationships}">` +
    `<sheetPr${sheet.codeName === undefined ? "" : ` codeName="${attributeText(sheet.codeName)}"`}>` +
    (sheet.tabColor === undefined ? "" : `<tabColor rgb="FF${sheet.tabColor}"/>`) +
    `<pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${lastCell}"/>` +
    viewXml(sheet) +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    `<cols>${sheet.widths.map(columnXml).join("")}</cols><sheetData>`
  );
}

function viewXml(sheet: Sheet): string {
  const { rows, columns } = sheet.frozen;
  const attributes =
    (sheet.gridLines ? "" : ' showGridLines="0"') + (sheet.selected ? ' tabSelected="1"' : "");
  if (rows === 0 && columns === 0) {
    return `<sheetViews><sheetView${attributes} workbookViewId="0"/></sheetViews>`;
  }
  const pane = `${rows > 0 ? "bottom" : "top"}${columns > 0 ? "Right" : "Left"}`;
  return (
    `<sheetViews><sheetView${attributes} workbookViewId="0"><pane` +
    (columns > 0 ? ` xSplit="${columns}"` : "") +
    (rows > 0 ? ` ySplit="${rows}"` : "") +
    ` topLeftCell="${columnLetters(columns)}${rows + 1}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}"/></sheetView></sheetViews>`
  );
}

const columnXml = (width: number, index: number): string =>
  `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;

function afterRows(sheet: Sheet): string {
  const merges = sheet.merges.map((range) => `<mergeCell ref="${range}"/>`).join("");
  const links = sheet.links
    .map(({ cell, location }) => `<hyperlink ref="${cell}" location="${attributeText(location)}"/>`)
    .join("");
  const everything = `A1:${cellReference(sheet.widths.length - 1, Math.max(1, sheet.rowCount))}`;
  return (
    (sheet.filter === undefined ? "" : `<autoFilter ref="${sheet.filter}"/>`) +
    (merges === "" ? "" : `<mergeCells count="${sheet.merges.length}">${merges}</mergeCells>`) +
    sheet.conditions.map(conditionXml).join("") +
    (links === "" ? "" : `<hyperlinks>${links}</hyperlinks>`) +
    '<printOptions horizontalCentered="1"/>' +
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="${PAPER_SIZES[sheet.paper]}" orientation="landscape" fitToHeight="0"/>` +
    "<headerFooter><oddFooter>&amp;L&amp;8&amp;F&amp;C&amp;8&amp;A&amp;R&amp;8Page &amp;P of &amp;N</oddFooter></headerFooter>" +
    `<ignoredErrors><ignoredError sqref="${everything}" numberStoredAsText="1"/></ignoredErrors>` +
    (sheet.drawing === undefined ? "" : `<drawing r:id="${sheet.drawing}"/>`)
  );
}

function conditionXml(condition: Condition, index: number): string {
  const { range, overlay, rule } = condition;
  const common = `dxfId="${overlay}" priority="${index + 1}"`;
  const test =
    rule.kind === "formula"
      ? `<cfRule type="expression" ${common}><formula>${elementText(rule.formula)}</formula>`
      : `<cfRule type="cellIs" ${common} operator="${rule.kind === "below zero" ? "lessThan" : "greaterThan"}"><formula>0</formula>`;
  return `<conditionalFormatting sqref="${range}">${test}</cfRule></conditionalFormatting>`;
}
