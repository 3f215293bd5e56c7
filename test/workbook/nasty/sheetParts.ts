import { NAMESPACE, XML_DECLARATION, spreadsheetType, type Part } from "./part.ts";
import { EXTERNAL_RATE } from "./sheets.ts";

/** The table of holdings: calculated columns and a totals row. */
const HOLDINGS_TABLE = [
  `${XML_DECLARATION}<table xmlns="${NAMESPACE.main}" id="1" name="Holdings" displayName="Holdings" `,
  'ref="A3:E8" totalsRowCount="1"><autoFilter ref="A3:E7"/><tableColumns count="5">',
  '<tableColumn id="1" name="Asset" totalsRowLabel="Total"/>',
  '<tableColumn id="2" name="Units" totalsRowFunction="sum"/><tableColumn id="3" name="Price"/>',
  '<tableColumn id="4" name="Value" totalsRowFunction="sum"><calculatedColumnFormula>',
  "Holdings[[#This Row],[Units]]*Holdings[[#This Row],[Price]]</calculatedColumnFormula></tableColumn>",
  '<tableColumn id="5" name="Share"/></tableColumns>',
  '<tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" ',
  'showRowStripes="1" showColumnStripes="0"/></table>',
].join("");

const PRICE_TABLE = [
  `${XML_DECLARATION}<table xmlns="${NAMESPACE.main}" id="5" name="PriceList" displayName="PriceList" `,
  'ref="A1:C6" totalsRowShown="0"><autoFilter ref="A1:C6"/><tableColumns count="3">',
  '<tableColumn id="1" name="Asset"/><tableColumn id="2" name="Price"/><tableColumn id="3" name="As of"/>',
  '</tableColumns><tableStyleInfo name="Mine" showFirstColumn="0" showLastColumn="0" ',
  'showRowStripes="1" showColumnStripes="0"/></table>',
].join("");

const PIVOT_CACHE = [
  `${XML_DECLARATION}<pivotCacheDefinition xmlns="${NAMESPACE.main}" `,
  `xmlns:r="${NAMESPACE.relationships}" r:id="rId1" refreshedBy="me" refreshedDate="46346.5" `,
  'createdVersion="6" refreshedVersion="6" minRefreshableVersion="3" recordCount="4">',
  '<cacheSource type="worksheet"><worksheetSource ref="A3:B7" sheet="Dashboard"/></cacheSource>',
  '<cacheFields count="2"><cacheField name="Asset" numFmtId="0"><sharedItems count="4">',
  '<s v="BTC"/><s v="ETH"/><s v="SOL"/><s v="LTC"/></sharedItems></cacheField>',
  '<cacheField name="Units" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" ',
  'containsNumber="1" minValue="0.5" maxValue="30"/></cacheField></cacheFields></pivotCacheDefinition>',
].join("");

const PIVOT_RECORDS = [
  `${XML_DECLARATION}<pivotCacheRecords xmlns="${NAMESPACE.main}" count="4">`,
  '<r><x v="0"/><n v="0.5"/></r><r><x v="1"/><n v="4"/></r><r><x v="2"/><n v="30"/></r>',
  '<r><x v="3"/><n v="12"/></r></pivotCacheRecords>',
].join("");

const PIVOT_TABLE = [
  `${XML_DECLARATION}<pivotTableDefinition xmlns="${NAMESPACE.main}" name="PivotTable1" cacheId="7" `,
  'applyNumberFormats="0" applyBorderFormats="0" applyFontFormats="0" applyPatternFormats="0" ',
  'applyAlignmentFormats="0" applyWidthHeightFormats="1" dataCaption="Values" updatedVersion="6" ',
  'minRefreshableVersion="3" useAutoFormatting="1" itemPrintTitles="1" createdVersion="6" indent="0" ',
  'outline="1" outlineData="1"><location ref="A3:B8" firstHeaderRow="1" firstDataRow="1" ',
  'firstDataCol="1"/><pivotFields count="2"><pivotField axis="axisRow" showAll="0"><items count="5">',
  '<item x="0"/><item x="1"/><item x="3"/><item x="2"/><item t="default"/></items></pivotField>',
  '<pivotField dataField="1" showAll="0"/></pivotFields><rowFields count="1"><field x="0"/></rowFields>',
  '<rowItems count="5"><i><x/></i><i><x v="1"/></i><i><x v="2"/></i><i><x v="3"/></i>',
  '<i t="grand"><x/></i></rowItems><colItems count="1"><i/></colItems><dataFields count="1">',
  '<dataField name="Sum of Units" fld="1" baseField="0" baseItem="0"/></dataFields>',
  '<pivotTableStyleInfo name="PivotStyleLight16" showRowHeaders="1" showColHeaders="1" ',
  'showRowStripes="0" showColStripes="0" showLastColumn="1"/></pivotTableDefinition>',
].join("");

const EXTERNAL_LINK = [
  `${XML_DECLARATION}<externalLink xmlns="${NAMESPACE.main}"><externalBook `,
  `xmlns:r="${NAMESPACE.relationships}" r:id="rId1"><sheetNames><sheetName val="Rates"/></sheetNames>`,
  '<sheetDataSet><sheetData sheetId="0"><row r="2"><cell r="B2">',
  `<v>${EXTERNAL_RATE}</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`,
].join("");

const THREAD = "{6F1D2C3B-4A59-4E68-8D77-9A8B7C6D5E4F}";

const COMMENTS = [
  `${XML_DECLARATION}<comments xmlns="${NAMESPACE.main}"><authors><author>me</author>`,
  `<author>tc=${THREAD}</author></authors><commentList><comment ref="B4" authorId="0" shapeId="0"><text>`,
  '<r><rPr><b/><sz val="9"/><rFont val="Tahoma"/></rPr><t xml:space="preserve">me:\n</t></r>',
  "<r><t>cold &amp; safe</t></r></text></comment>",
  '<comment ref="C5" authorId="1" shapeId="0"><text><t>[Threaded comment] Is this price right?</t></text>',
  "</comment></commentList></comments>",
].join("");

const THREADED_COMMENTS = [
  `${XML_DECLARATION}<ThreadedComments `,
  'xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">',
  '<threadedComment ref="C5" dT="2026-11-20T10:00:00.00" ',
  `personId="{11111111-2222-3333-4444-555555555555}" id="${THREAD}"><text>Is this price right?</text>`,
  "</threadedComment></ThreadedComments>",
].join("");

export const PERSONS = [
  `${XML_DECLARATION}<personList `,
  'xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">',
  '<person displayName="Me" id="{11111111-2222-3333-4444-555555555555}" userId="me" providerId="None"/>',
  "</personList>",
].join("");

const note = (at: number, row: number, column: number): string =>
  `<v:shape id="_x0000_s${at}" type="#_x0000_t202" style='position:absolute;visibility:hidden' ` +
  'fillcolor="#ffffe1"><v:fill color2="#ffffe1"/><x:ClientData ObjectType="Note"><x:MoveWithCells/>' +
  `<x:SizeWithCells/><x:Anchor>3, 15, 2, 10, 5, 15, 6, 4</x:Anchor><x:AutoFill>False</x:AutoFill>` +
  `<x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;

const NOTES_DRAWING = [
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ',
  'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">',
  '<o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" ',
  'coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>',
  '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>',
  `${note(1025, 3, 1)}${note(1026, 4, 2)}</xml>`,
].join("");

const PRINTER_SETTINGS = Uint8Array.from({ length: 220 }, (_, index) => (index * 37 + 11) % 256);

/** What the dashboard refers to, apart from drawings. */
export const DASHBOARD_RELATIONSHIPS: NonNullable<Part["relationships"]> = [
  {
    id: "rId1",
    type: "hyperlink",
    target: "https://www.irs.gov/publications/p550?a=1&b=2",
    outside: true,
  },
  { id: "rId2", type: "printerSettings", target: "xl/printerSettings/printerSettings1.bin" },
  { id: "rId3", type: "drawing", target: "xl/drawings/drawing1.xml" },
  { id: "rId4", type: "vmlDrawing", target: "xl/drawings/vmlDrawing1.vml" },
  { id: "rId5", type: "table", target: "xl/tables/table1.xml" },
  { id: "rId6", type: "comments", target: "xl/comments1.xml" },
  {
    id: "rId7",
    type: "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment",
    target: "xl/threadedComments/threadedComment1.xml",
  },
];

/** Tables, pivot, external link, comments and printer settings of the sheets. */
export const SHEET_PARTS: readonly Part[] = [
  { name: "xl/tables/table1.xml", contentType: spreadsheetType("table"), body: HOLDINGS_TABLE },
  { name: "xl/tables/table5.xml", contentType: spreadsheetType("table"), body: PRICE_TABLE },
  {
    name: "xl/pivotCache/pivotCacheDefinition1.xml",
    contentType: spreadsheetType("pivotCacheDefinition"),
    body: PIVOT_CACHE,
    relationships: [
      { id: "rId1", type: "pivotCacheRecords", target: "xl/pivotCache/pivotCacheRecords1.xml" },
    ],
  },
  {
    name: "xl/pivotCache/pivotCacheRecords1.xml",
    contentType: spreadsheetType("pivotCacheRecords"),
    body: PIVOT_RECORDS,
  },
  {
    name: "xl/pivotTables/pivotTable1.xml",
    contentType: spreadsheetType("pivotTable"),
    body: PIVOT_TABLE,
    relationships: [
      {
        id: "rId1",
        type: "pivotCacheDefinition",
        target: "xl/pivotCache/pivotCacheDefinition1.xml",
      },
    ],
  },
  {
    name: "xl/externalLinks/externalLink1.xml",
    contentType: spreadsheetType("externalLink"),
    body: EXTERNAL_LINK,
    relationships: [
      {
        id: "rId1",
        type: "externalLinkPath",
        target: "file:///C:/not%20there/rates.xlsx",
        outside: true,
      },
    ],
  },
  { name: "xl/comments1.xml", contentType: spreadsheetType("comments"), body: COMMENTS },
  {
    name: "xl/threadedComments/threadedComment1.xml",
    contentType: "application/vnd.ms-excel.threadedcomments+xml",
    body: THREADED_COMMENTS,
  },
  { name: "xl/drawings/vmlDrawing1.vml", contentType: undefined, body: NOTES_DRAWING },
  {
    name: "xl/printerSettings/printerSettings1.bin",
    contentType: undefined,
    body: PRINTER_SETTINGS,
  },
];
