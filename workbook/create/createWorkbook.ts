import { strToU8 } from "fflate";
import { columnLetters, freeSheetName, quotedSheet } from "../../core/index.ts";
import { dialectOf } from "../insert/dialect.ts";
import { relationshipsXml, type NewRelationship } from "../insert/packageEdits.ts";
import { isRefusal, type Refusal } from "../refusals.ts";
import { joinPieces } from "../sheet/joinPieces.ts";
import { sheetXml, type Sheet } from "../sheet/sheetXml.ts";
import { newStylesheet, openStyles, type StyleBook } from "../sheet/styleBook.ts";
import { attributeText, elementText } from "../sheet/xmlText.ts";
import { createZip } from "../zip/writeZip.ts";
import { newSheet, type NewSheet } from "./newSheet.ts";

/** A workbook to make, its sheets in order; there is at least one. */
export type NewWorkbook = {
  readonly sheets: readonly NewSheet[];
  /** The year in which its serial dates begin; 1900 when absent. */
  readonly dateSystem?: 1900 | 1904;
};

/**
 * Makes a fresh workbook (.xlsx). The same input gives the same bytes.
 *
 * Names that a sheet cannot have are made into such that it can. Refuses a sheet with more rows or
 * columns than a worksheet has.
 */
export function createWorkbook(workbook: NewWorkbook): Uint8Array | Refusal {
  const styles = openStyles(newStylesheet(DIALECT.main), "xl/styles.xml");
  if (isRefusal(styles)) return styles;
  const sheets = namedSheets(workbook, styles);
  if (isRefusal(sheets)) return sheets;
  const parts = sheets.map(
    ({ sheet }, index) => [`xl/${sheetPart(index)}`, joinPieces(sheetXml(sheet, DIALECT))] as const,
  );
  // The sheets are written by now, and the stylesheet knows every look.
  const stylesheet = styles.text();
  if (isRefusal(stylesheet)) return stylesheet;
  const links = [
    ...sheets.map((_, index) => link(index + 1, "worksheet", sheetPart(index))),
    link(sheets.length + 1, "styles", "styles.xml"),
  ];
  const lists: readonly (readonly [string, string])[] = [
    ["[Content_Types].xml", contentTypesXml(parts.map(([part]) => part))],
    ["_rels/.rels", relationshipsXml([link(1, "officeDocument", "xl/workbook.xml")])],
    ["xl/workbook.xml", workbookXml(sheets, workbook.dateSystem ?? 1900)],
    ["xl/_rels/workbook.xml.rels", relationshipsXml(links)],
    ["xl/styles.xml", stylesheet],
  ];
  return createZip(
    new Map([...lists.map(([part, text]) => [part, strToU8(text)] as const), ...parts]),
  );
}

type NamedSheet = { readonly name: string; readonly sheet: Sheet };

const DIALECT = dialectOf("");

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const sheetPart = (index: number): string => `worksheets/sheet${index + 1}.xml`;

const link = (number: number, type: string, target: string): NewRelationship => ({
  id: `rId${number}`,
  type: `${DIALECT.relationships}/${type}`,
  target,
});

function namedSheets(
  { sheets, dateSystem = 1900 }: NewWorkbook,
  styles: StyleBook,
): readonly NamedSheet[] | Refusal {
  const named: NamedSheet[] = [];
  for (const [index, one] of sheets.entries()) {
    const sheet = newSheet(one, styles, { dateSystem, isSelected: index === 0 });
    if (isRefusal(sheet)) return sheet;
    const taken = named.map(({ name }) => name);
    named.push({ name: freeSheetName(one.name, taken), sheet });
  }
  return named;
}

function contentTypesXml(sheetParts: readonly string[]): string {
  const override = (part: string, type: string): string =>
    `<Override PartName="/${part}" ContentType="${SPREADSHEET}.${type}+xml"/>`;
  return (
    `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override("xl/workbook.xml", "sheet.main") +
    sheetParts.map((part) => override(part, "worksheet")).join("") +
    `${override("xl/styles.xml", "styles")}</Types>`
  );
}

function workbookXml(sheets: readonly NamedSheet[], dateSystem: 1900 | 1904): string {
  const list = sheets.map(
    ({ name }, index) =>
      `<sheet name="${attributeText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const names = [...sheets.entries()]
    .flatMap(filterName)
    .concat([...sheets.entries()].flatMap(printTitles));
  return (
    `${DECLARATION}<workbook xmlns="${DIALECT.main}" xmlns:r="${DIALECT.relationships}">` +
    `<workbookPr${dateSystem === 1904 ? ' date1904="1"' : ""}/>` +
    `<bookViews><workbookView/></bookViews><sheets>${list.join("")}</sheets>` +
    (names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`) +
    "</workbook>"
  );
}

function filterName([index, { name, sheet }]: readonly [number, NamedSheet]): readonly string[] {
  if (sheet.filter === undefined) return [];
  const last = columnLetters(sheet.widths.length - 1);
  const first = sheet.frozen.rows;
  const range = `${quotedSheet(name)}!$A$${first}:$${last}$${sheet.rowCount}`;
  return [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">` +
      `${elementText(range)}</definedName>`,
  ];
}

function printTitles([index, { name, sheet }]: readonly [number, NamedSheet]): readonly string[] {
  const row = sheet.frozen.rows;
  if (row === 0) return [];
  return [
    `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">` +
      `${elementText(`${quotedSheet(name)}!$${row}:$${row}`)}</definedName>`,
  ];
}
