import { row, type CellWriter } from "./cells.ts";
import { PRICE_ROWS, TOTAL_OF_BUYS, TRANSACTION_HEADINGS, TRANSACTION_ROWS } from "./ledgerRows.ts";
import type { EnteredCell } from "./ledgerRows.ts";
import { NAMESPACE, XML_DECLARATION, escaped } from "./part.ts";

/** Cell styles by their place in the styles part. */
const STYLE = { plain: 0, date: 1, money: 2, bold: 3, coin: 4, unlocked: 5, percent: 6 } as const;

const WORKSHEET =
  `${XML_DECLARATION}<worksheet xmlns="${NAMESPACE.main}" xmlns:r="${NAMESPACE.relationships}" ` +
  `xmlns:mc="${NAMESPACE.compatibility}" mc:Ignorable="x14ac" ` +
  'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">';

const MARGINS =
  '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>';

const HOLDINGS = [
  { asset: "BTC", units: 0.5, price: 60_000 },
  { asset: "ETH", units: 4, price: 2_500 },
  { asset: "SOL", units: 30, price: 150.25 },
  { asset: "LTC", units: 12, price: 80 },
] as const;
const HOLDINGS_VALUE = 45_467.5;

/** What the external workbook's cell held when it was last read. */
export const EXTERNAL_RATE = 0.37;

/** Table, shared and array formulas, errors, names, validation, formats, sparklines, drawing. */
export function dashboardSheet(cells: CellWriter, uncached: string): string {
  return [
    `${WORKSHEET}<sheetPr codeName="Sheet1"><tabColor rgb="FFFF0000"/><outlinePr summaryBelow="0"/>`,
    '<pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:L20"/><sheetViews>',
    '<sheetView showGridLines="0" workbookViewId="0"><selection activeCell="B4" sqref="B4"/></sheetView>',
    '</sheetViews><sheetFormatPr defaultRowHeight="15" outlineLevelCol="1" x14ac:dyDescent="0.25"/>',
    '<cols><col min="1" max="1" width="22.7109375" customWidth="1"/>',
    '<col min="9" max="9" width="12" customWidth="1" outlineLevel="1"/></cols>',
    `<sheetData>${dashboardRows(cells, uncached).join("")}</sheetData>`,
    '<mergeCells count="2"><mergeCell ref="A1:D1"/><mergeCell ref="A13:B14"/></mergeCells>',
    CONDITIONAL_FORMATS,
    '<dataValidations count="2"><dataValidation type="list" allowBlank="1" showErrorMessage="1" ',
    'errorTitle="No" error="Pick one" sqref="A15"><formula1>\'R&amp;D &gt; O\'\'Neil\'!$A$1:$A$3</formula1>',
    '</dataValidation><dataValidation type="decimal" operator="greaterThan" sqref="B4:B7">',
    "<formula1>0</formula1></dataValidation></dataValidations>",
    '<hyperlinks><hyperlink ref="A10" r:id="rId1" tooltip="IRS"/>',
    '<hyperlink ref="A11" location="Transactions!A1" display="To the ledger"/></hyperlinks>',
    '<printOptions horizontalCentered="1"/>',
    MARGINS,
    '<pageSetup orientation="landscape" r:id="rId2"/>',
    '<headerFooter differentFirst="1"><oddHeader>&amp;L&amp;"Arial,Bold"&amp;D&amp;R&amp;P</oddHeader>',
    "<firstHeader>&amp;Cfirst</firstHeader></headerFooter>",
    '<rowBreaks count="1" manualBreakCount="1"><brk id="16" max="16383" man="1"/></rowBreaks>',
    '<ignoredErrors><ignoredError sqref="H7" evalError="1"/></ignoredErrors>',
    '<drawing r:id="rId3"/><legacyDrawing r:id="rId4"/>',
    '<tableParts count="1"><tablePart r:id="rId5"/></tableParts>',
    DASHBOARD_EXTENSIONS,
    "</worksheet>",
  ].join("");
}

/** The ledger, with a frozen header, a filter and a cell that holds a date as ISO text. */
export function transactionsSheet(cells: CellWriter, isoDates: boolean): string {
  const last = TRANSACTION_ROWS.length + 1;
  const isoDate = isoDates ? `<c r="P2" s="1" t="d"><v>2026-11-20T00:00:00</v></c>` : "";
  const rows = TRANSACTION_ROWS.map((entries, index) =>
    row(index + 2, [
      ...entries.map((entry, column) => entered(cells, reference(column, index + 2), entry)),
      index === 0 ? isoDate : "",
    ]),
  );
  const localName = cells.formula(`A${last + 2}`, { text: "LocalName", value: TOTAL_OF_BUYS });
  return [
    `${WORKSHEET}<sheetPr codeName="Sheet2" filterMode="0"/><dimension ref="A1:O${last + 2}"/>`,
    '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" ',
    'activePane="bottomRight" state="frozen"/><selection pane="topRight"/><selection pane="bottomLeft"/>',
    '<selection pane="bottomRight" activeCell="C3" sqref="C3"/></sheetView></sheetViews>',
    '<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="15" width="14" customWidth="1"/></cols>',
    "<sheetData>",
    row(
      1,
      TRANSACTION_HEADINGS.map((heading, column) =>
        cells.text(reference(column, 1), heading, STYLE.bold),
      ),
    ),
    ...rows,
    row(last + 2, [localName]),
    `</sheetData><autoFilter ref="A1:O${last}"/>`,
    '<phoneticPr fontId="0" type="noConversion"/>',
    `${MARGINS}</worksheet>`,
  ].join("");
}

/** A price table with a calculated price; the active sheet of the workbook. */
export function pricesSheet(cells: CellWriter): string {
  const rows = PRICE_ROWS.map(([asset, price, asOf], index) => {
    const at = index + 2;
    const priceCell =
      asset === "LTC"
        ? cells.formula(`B${at}`, { text: "40*2", value: price }, { style: STYLE.coin })
        : cells.number(`B${at}`, price, STYLE.coin);
    return row(at, [
      cells.text(`A${at}`, asset),
      priceCell,
      cells.date(`C${at}`, asOf, STYLE.date),
    ]);
  });
  const headings = ["Asset", "Price", "As of"].map((heading, column) =>
    cells.text(reference(column, 1), heading, STYLE.bold),
  );
  return [
    `${WORKSHEET}<sheetPr codeName="Sheet3"/><dimension ref="A1:C6"/><sheetViews>`,
    '<sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>',
    '<cols><col min="2" max="3" width="18" customWidth="1"/></cols>',
    `<sheetData>${row(1, headings)}${rows.join("")}</sheetData>${MARGINS}`,
    '<tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>',
  ].join("");
}

/** Where the pivot table shows its sums. */
export function pivotSheet(cells: CellWriter): string {
  const sums = [...HOLDINGS]
    .sort((one, other) => (one.asset < other.asset ? -1 : 1))
    .map(({ asset, units }, index) =>
      row(index + 4, [cells.text(`A${index + 4}`, asset), cells.number(`B${index + 4}`, units)]),
    );
  return [
    `${WORKSHEET}<sheetPr codeName="Sheet4"/><dimension ref="A3:B8"/><sheetData>`,
    row(3, [cells.text("A3", "Row Labels"), cells.text("B3", "Sum of Units")]),
    ...sums,
    row(8, [cells.text("A8", "Grand Total"), cells.number("B8", 46.5)]),
    `</sheetData>${MARGINS}</worksheet>`,
  ].join("");
}

/** A hidden list that a validation of another sheet reads. */
export function hiddenSheet(cells: CellWriter): string {
  const list = ["=1+1", "High", "Low"].map((choice, index) =>
    row(index + 1, [cells.text(`A${index + 1}`, choice)]),
  );
  return `${WORKSHEET}<sheetData>${list.join("")}</sheetData>${MARGINS}</worksheet>`;
}

/** A very hidden sheet whose one cell is the constant π with all its digits. */
export const veryHiddenSheet = (cells: CellWriter): string =>
  `${WORKSHEET}<sheetData>${row(1, [cells.number("A1", "3.1415926535897931")])}</sheetData></worksheet>`;

/** The user's own protected sheet, called as one of ours would be. */
export const protectedSheet = (cells: CellWriter): string =>
  [
    `${WORKSHEET}<sheetPr codeName="Sheet8"/><sheetData>`,
    row(1, [cells.text("A1", "My own summary, not to be touched", STYLE.bold)]),
    row(2, [cells.formula("A2", { text: "SUM(Transactions!D2:D4)", value: 110.5 })]),
    row(3, [cells.number("A3", 1, STYLE.unlocked)]),
    '</sheetData><sheetProtection algorithmName="SHA-512" hashValue="',
    "9oXZ4f3ns0cUZ1o9x9xI3C0BvQpYVwJkq0kq0p1mB9Yk2f8t4o6O2h4o0rKq8m1sV3hFz2y7bq5c8Tn6Zx0aUQ==",
    '" saltValue="q83vEjRWeJCrze8SNFZ4kA==" spinCount="100000" sheet="1" objects="1" scenarios="1"/>',
    '<protectedRanges><protectedRange sqref="A3" name="Range1"/></protectedRanges>',
    `${MARGINS}</worksheet>`,
  ].join("");

/** A sheet that is a chart. */
export const CHART_SHEET =
  `${XML_DECLARATION}<chartsheet xmlns="${NAMESPACE.main}" xmlns:r="${NAMESPACE.relationships}">` +
  '<sheetPr/><sheetViews><sheetView zoomScale="90" workbookViewId="0"/></sheetViews>' +
  `${MARGINS}<drawing r:id="rId1"/></chartsheet>`;

/** `reference(2, 5)` is `C5`; for the first 26 columns. */
const reference = (column: number, at: number): string =>
  `${String.fromCharCode(65 + column)}${at}`;

function entered(cells: CellWriter, at: string, entry: EnteredCell): string {
  if (entry === undefined) return "";
  if (typeof entry === "string") return cells.text(at, entry);
  return typeof entry === "number"
    ? cells.number(at, entry)
    : cells.date(at, entry.day, STYLE.date);
}

function dashboardRows(cells: CellWriter, uncached: string): readonly string[] {
  const { text, formula, number } = cells;
  const title = cells.richText(
    "A1",
    '<r><rPr><b/><sz val="14"/><rFont val="Calibri"/></rPr><t xml:space="preserve">Rich </t></r>' +
      '<r><rPr><i/><color rgb="FF0000FF"/><sz val="14"/><rFont val="Calibri"/></rPr><t>title</t></r>',
    STYLE.bold,
  );
  const headings = ["Asset", "Units", "Price", "Value", "Share"].map((heading, column) =>
    text(reference(column, 3), heading, STYLE.bold),
  );
  const side = sideCells(cells);
  const holdings = HOLDINGS.map((holding, index) => holdingCells(cells, holding, index + 4));
  const totals = [
    text("A8", "Total"),
    formula("B8", { text: "SUBTOTAL(109,Holdings[Units])", value: 46.5 }),
    formula("D8", { text: "SUBTOTAL(109,Holdings[Value])", value: HOLDINGS_VALUE }),
  ];
  return [
    row(1, [title], 'ht="24" customHeight="1"'),
    row(3, [...headings, ...side(3)]),
    ...holdings.map((left, index) => row(index + 4, [...left, ...side(index + 4)])),
    row(8, [...totals, ...side(8)]),
    row(9, side(9)),
    row(10, [text("A10", "Publication 550"), ...side(10)]),
    row(11, [text("A11", "To the ledger"), ...side(11)]),
    row(12, side(12), 'hidden="1"'),
    row(13, [text("A13", "merged"), ...side(13)]),
    row(14, side(14)),
    row(15, [text("A15", "High"), ...side(15)]),
    row(16, [number("A16", "1E-3", STYLE.percent), ...side(16)]),
    row(17, [uncached]),
  ];
}

function holdingCells(
  { text, number, formula }: CellWriter,
  holding: (typeof HOLDINGS)[number],
  at: number,
): readonly string[] {
  const value = holding.units * holding.price;
  const sharing = at === 4 ? 't="shared" ref="E4:E7" si="0"' : 't="shared" si="0"';
  return [
    text(`A${at}`, holding.asset),
    number(`B${at}`, holding.units, STYLE.coin),
    number(`C${at}`, holding.price, STYLE.money),
    formula(`D${at}`, {
      text: "Holdings[[#This Row],[Units]]*Holdings[[#This Row],[Price]]",
      value,
    }),
    formula(
      `E${at}`,
      { text: at === 4 ? "D4/SUM(D$4:D$7)" : "", value: value / HOLDINGS_VALUE },
      { formula: sharing, style: STYLE.percent },
    ),
  ];
}

/** The cells right of the holdings: one trap of a formula a row. */
function sideCells(cells: CellWriter): (at: number) => readonly string[] {
  const { text, number, formula } = cells;
  const spilled = (at: number, value: number): string => number(`J${at}`, value);
  const byRow: Readonly<Record<number, readonly string[]>> = {
    3: [
      formula("H3", { text: "MyRate*2", value: 0.48 }),
      formula(
        "J3",
        { text: "B4:B7*2", value: 1 },
        { cell: 'cm="1"', formula: 't="array" ref="J3:J6"' },
      ),
      formula(
        "L3",
        { text: "SUM(B4:B7*C4:C7)", value: HOLDINGS_VALUE },
        { formula: 't="array" ref="L3"' },
      ),
    ],
    4: [formula("H4", { text: "AfterTax(100)", value: 76 }), spilled(4, 8)],
    5: [
      formula("H5", { text: "_xlfn.LET(_xlpm.a,2,_xlpm.a*3)", value: 6 }, { cell: 'cm="1"' }),
      spilled(5, 60),
    ],
    6: [formula("H6", { text: "[1]Rates!$B$2*10", value: EXTERNAL_RATE * 10 }), spilled(6, 24)],
    7: [formula("H7", { text: "1/0", value: "#DIV/0!" })],
    8: [formula("H8", { text: "NA()", value: "#N/A" })],
    9: ['<c r="H9" t="e"><v>#REF!</v></c>', '<c r="I9" t="b"><v>1</v></c>'],
    10: [formula("H10", { text: "LocalName*2", value: 8 })],
    11: [formula("H11", { text: '"Assets: "&COUNTA(A4:A7)', value: "Assets: 4" })],
    12: [formula("H12", { text: "B4>B5", value: false })],
    13: [
      formula("H13", {
        text: 'SUMIFS(Transactions!$F$2:$F$17,Transactions!$B$2:$B$17,"Buy")',
        value: TOTAL_OF_BUYS,
      }),
    ],
    14: [formula("H14", { text: 'VLOOKUP("ETH",Prices!A2:C6,2,FALSE)', value: 2500 })],
    15: [formula("H15", { text: "'R&D > O''Neil'!A2", value: "High" })],
    16: [formula("H16", { text: "Deep!A1", value: 3.1415926535897931 })],
  };
  return (at) => [text(`G${at}`, `Trap ${at}`), ...(byRow[at] ?? [])];
}

const DATA_BAR_ID = "{A5B7C3D1-0001-4E5F-8A9B-0123456789AB}";

const CONDITIONAL_FORMATS = [
  '<conditionalFormatting sqref="D4:D7"><cfRule type="dataBar" priority="3"><dataBar><cfvo type="min"/>',
  '<cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst>',
  `<ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" xmlns:x14="${NAMESPACE.excel2010}">`,
  `<x14:id>${DATA_BAR_ID}</x14:id></ext></extLst></cfRule></conditionalFormatting>`,
  '<conditionalFormatting sqref="B4:B7"><cfRule type="iconSet" priority="2"><iconSet iconSet="3Arrows">',
  '<cfvo type="percent" val="0"/><cfvo type="percent" val="33"/><cfvo type="percent" val="67"/>',
  '</iconSet></cfRule></conditionalFormatting><conditionalFormatting sqref="C4:C7">',
  '<cfRule type="expression" dxfId="1" priority="1" stopIfTrue="1"><formula>$C4&gt;1000</formula></cfRule>',
  "</conditionalFormatting>",
].join("");

const DASHBOARD_EXTENSIONS = [
  '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" ',
  `xmlns:x14="${NAMESPACE.excel2010}"><x14:conditionalFormattings><x14:conditionalFormatting `,
  `xmlns:xm="${NAMESPACE.excelMacro}"><x14:cfRule type="dataBar" id="${DATA_BAR_ID}">`,
  '<x14:dataBar minLength="0" maxLength="100" border="1" negativeBarBorderColorSameAsPositive="0">',
  '<x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/><x14:borderColor rgb="FF638EC6"/>',
  '<x14:negativeFillColor rgb="FFFF0000"/><x14:negativeBorderColor rgb="FFFF0000"/>',
  '<x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule><xm:sqref>D4:D7</xm:sqref>',
  "</x14:conditionalFormatting></x14:conditionalFormattings></ext>",
  '<ext uri="{05C60535-1F16-4fd2-B693-F4F36F0B64E0}" ',
  `xmlns:x14="${NAMESPACE.excel2010}"><x14:sparklineGroups xmlns:xm="${NAMESPACE.excelMacro}">`,
  '<x14:sparklineGroup displayEmptyCellsAs="gap"><x14:colorSeries rgb="FF376092"/>',
  '<x14:colorNegative rgb="FFD00000"/><x14:colorAxis rgb="FF000000"/><x14:colorMarkers rgb="FFD00000"/>',
  '<x14:colorFirst rgb="FFD00000"/><x14:colorLast rgb="FFD00000"/><x14:colorHigh rgb="FFD00000"/>',
  '<x14:colorLow rgb="FFD00000"/><x14:sparklines><x14:sparkline>',
  `<xm:f>${escaped("Dashboard!B4:D4")}</xm:f><xm:sqref>F4</xm:sqref></x14:sparkline></x14:sparklines>`,
  "</x14:sparklineGroup></x14:sparklineGroups></ext></extLst>",
].join("");
