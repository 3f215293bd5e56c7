import { NAMESPACE, XML_DECLARATION, spreadsheetType, type Part } from "./part.ts";
import type { Relationship } from "./part.ts";

/** Sheets in their order, with part names and ids that leave gaps. */
export const SHEETS = [
  { name: "Dashboard", sheetId: 1, part: "xl/worksheets/sheet1.xml" },
  { name: "Transactions", sheetId: 4, part: "xl/worksheets/sheet2.xml" },
  { name: "Prices", sheetId: 9, part: "xl/worksheets/sheet3.xml" },
  { name: "Pivot", sheetId: 12, part: "xl/worksheets/sheet4.xml" },
  { name: "R&D > O'Neil", sheetId: 13, part: "xl/worksheets/sheet7.xml", state: "hidden" },
  { name: "Deep", sheetId: 20, part: "xl/worksheets/sheet11.xml", state: "veryHidden" },
  { name: "Chart only", sheetId: 21, part: "xl/chartsheets/sheet1.xml" },
  { name: "Summary by FIFO", sheetId: 22, part: "xl/worksheets/sheet12.xml" },
] as const;

/** Place of the sheet that the user left open. */
export const ACTIVE_TAB = 2;

/** Names that a nasty workbook defines; `sheet` is the place of the sheet to which one belongs. */
export const DEFINED_NAMES: readonly {
  readonly name: string;
  readonly sheet?: number;
  readonly text: string;
  readonly hidden?: true;
}[] = [
  { name: "_xlnm._FilterDatabase", sheet: 1, text: "Transactions!$A$1:$O$17", hidden: true },
  { name: "_xlnm.Print_Area", sheet: 0, text: "Dashboard!$A$1:$L$33" },
  { name: "_xlnm.Print_Titles", sheet: 1, text: "Transactions!$A:$A,Transactions!$1:$1" },
  { name: "AfterTax", text: "_xlfn.LAMBDA(_xlpm.x,_xlpm.x*(1-MyRate))" },
  { name: "Choices", text: "'R&amp;D &gt; O''Neil'!$A$1:$A$3" },
  { name: "LocalName", sheet: 0, text: "Dashboard!$B$5" },
  {
    name: "LocalName",
    sheet: 1,
    text: "SUMIFS(Transactions!$F:$F,Transactions!$B:$B,&quot;Buy&quot;)",
  },
  { name: "MyRate", text: "0.24" },
];

/** The workbook part; `attributes` go to `workbookPr`. */
export function workbookPart(options: {
  readonly attributes: string;
  readonly comment: string;
  readonly macros: boolean;
}): Part {
  const sheets = SHEETS.map((sheet, index) => {
    const state = "state" in sheet ? ` state="${sheet.state}"` : "";
    // A bare ">" is lawful in an attribute, and the name has one.
    const name = sheet.name.replace("&", "&amp;");
    return `<sheet name="${name}" sheetId="${sheet.sheetId}"${state} r:id="rId${index + 3}"/>`;
  });
  const names = DEFINED_NAMES.map(({ name, sheet, text, hidden }) => {
    const scope = sheet === undefined ? "" : ` localSheetId="${sheet}"`;
    return `<definedName name="${name}"${scope}${hidden ? ' hidden="1"' : ""}>${text}</definedName>`;
  });
  const body = [
    `${XML_DECLARATION}<workbook xmlns="${NAMESPACE.main}" xmlns:r="${NAMESPACE.relationships}" `,
    `xmlns:mc="${NAMESPACE.compatibility}" mc:Ignorable="x15 xr" `,
    'xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main" ',
    'xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision">',
    options.comment,
    '<fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="22228"/>',
    `<workbookPr codeName="ThisWorkbook" defaultThemeVersion="166925"${options.attributes}/>`,
    '<mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="C:\\Users\\me\\" ',
    'xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice>',
    '</mc:AlternateContent><xr:revisionPtr revIDLastSave="0" documentId="8_{00000000}"/>',
    '<bookViews><workbookView xWindow="-120" yWindow="-120" windowWidth="29040" windowHeight="15840" ',
    `tabRatio="850" firstSheet="1" activeTab="${ACTIVE_TAB}"/></bookViews>`,
    `<sheets>${sheets.join("")}</sheets>`,
    '<externalReferences><externalReference r:id="rId20"/></externalReferences>',
    `<definedNames>${names.join("")}</definedNames><calcPr calcId="191029" iterate="1"/>`,
    '<pivotCaches><pivotCache cacheId="7" r:id="rId21"/></pivotCaches>',
    '<extLst><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}"><x15:workbookPr chartTrackingRefBase="1"/>',
    "</ext></extLst></workbook>",
  ].join("");
  return {
    name: "xl/workbook.xml",
    contentType: options.macros
      ? "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
      : spreadsheetType("sheet.main"),
    body,
    relationships: [...SHEET_RELATIONSHIPS, ...BOOK_RELATIONSHIPS],
  };
}

const SHEET_RELATIONSHIPS: readonly Relationship[] = SHEETS.map(({ part }, index) => ({
  id: `rId${index + 3}`,
  type: part.startsWith("xl/chartsheets") ? "chartsheet" : "worksheet",
  target: part,
}));

const BOOK_RELATIONSHIPS: readonly Relationship[] = [
  { id: "rId1", type: "theme", target: "xl/theme/theme1.xml" },
  { id: "rId2", type: "styles", target: "xl/styles.xml" },
  { id: "rId20", type: "externalLink", target: "xl/externalLinks/externalLink1.xml" },
  { id: "rId21", type: "pivotCacheDefinition", target: "xl/pivotCache/pivotCacheDefinition1.xml" },
  { id: "rId22", type: "calcChain", target: "xl/calcChain.xml" },
  { id: "rId23", type: "sheetMetadata", target: "xl/metadata.xml" },
  { id: "rId24", type: "customXml", target: "customXml/item1.xml" },
  {
    id: "rId25",
    type: "http://schemas.microsoft.com/office/2017/10/relationships/person",
    target: "xl/persons/person.xml",
  },
];

/** Styles with own number formats, differential formats, a table style and extensions. */
export const STYLES = [
  `${XML_DECLARATION}<styleSheet xmlns="${NAMESPACE.main}" xmlns:mc="${NAMESPACE.compatibility}" `,
  'mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">',
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>',
  '<numFmt numFmtId="171" formatCode="#,##0.00######&quot; coin&quot;"/></numFmts>',
  '<fonts count="2" x14ac:knownFonts="1"><font><sz val="11"/><color theme="1"/><name val="Calibri"/>',
  '<family val="2"/><scheme val="minor"/></font><font><b/><sz val="11"/><color theme="1"/>',
  '<name val="Calibri"/><family val="2"/><scheme val="minor"/></font></fonts>',
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill ',
  'patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" ',
  'tint="0.7999"/><bgColor indexed="64"/></patternFill></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
  '<xf numFmtId="9" fontId="0" fillId="0" borderId="0" applyFont="0"/></cellStyleXfs>',
  '<cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/>',
  '<xf numFmtId="171" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyProtection="1">',
  '<protection locked="0"/></xf><xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="1"/></cellXfs>',
  '<cellStyles count="2"><cellStyle name="Normal" xfId="0" builtinId="0"/>',
  '<cellStyle name="Percent" xfId="1" builtinId="5"/></cellStyles>',
  '<dxfs count="2"><dxf><font><b/></font></dxf><dxf><font><color rgb="FF9C0006"/></font><fill>',
  '<patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs>',
  '<tableStyles count="1" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16">',
  '<tableStyle name="Mine" pivot="0" count="1"><tableStyleElement type="headerRow" dxfId="0"/>',
  '</tableStyle></tableStyles><colors><mruColors><color rgb="FF123456"/></mruColors></colors>',
  '<extLst><ext uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}" ',
  `xmlns:x14="${NAMESPACE.excel2010}"><x14:slicerStyles defaultSlicerStyle="SlicerStyleLight1"/></ext>`,
  "</extLst></styleSheet>",
].join("");

/** The order in which formulas were computed, by sheet id. */
export const calcChain = (cells: readonly { sheetId: number; reference: string }[]): string =>
  `${XML_DECLARATION}<calcChain xmlns="${NAMESPACE.main}">` +
  `${cells.map(({ sheetId, reference }) => `<c r="${reference}" i="${sheetId}"/>`).join("")}</calcChain>`;

/** Says that cells marked `cm="1"` are dynamic arrays. */
export const METADATA = [
  `${XML_DECLARATION}<metadata xmlns="${NAMESPACE.main}" `,
  'xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray">',
  '<metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" ',
  'pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" ',
  'clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes>',
  '<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">',
  '<xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>',
  '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>',
].join("");
