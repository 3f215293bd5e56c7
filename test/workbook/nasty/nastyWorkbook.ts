import { calcChain, METADATA, SHEETS, STYLES, workbookPart } from "./bookParts.ts";
import { cellWriter, type CellWriter } from "./cells.ts";
import {
  COMMON_PARTS,
  MACRO_PART,
  MACRO_RELATIONSHIP,
  PACKAGE_RELATIONSHIPS,
} from "./commonParts.ts";
import { packed, type Packing } from "./packing.ts";
import { written, type Syntax } from "./syntax.ts";
import { DRAWING_PARTS } from "./drawingParts.ts";
import { spreadsheetType, type Part, type Relationship } from "./part.ts";
import { DASHBOARD_RELATIONSHIPS, PERSONS, SHEET_PARTS } from "./sheetParts.ts";
import {
  CHART_SHEET,
  dashboardSheet,
  hiddenSheet,
  pivotSheet,
  pricesSheet,
  protectedSheet,
  transactionsSheet,
  veryHiddenSheet,
} from "./sheets.ts";

/** One way in which programs write the same workbook. */
export type NastyVariant = {
  readonly name: string;
  readonly extension: "xlsx" | "xlsm";
  readonly syntax: Syntax;
  readonly packing: Packing;
  readonly strings: "shared" | "inline";
  readonly dateSystem: 1900 | 1904;
};

const EXCEL: NastyVariant = {
  name: "as Excel writes it",
  extension: "xlsx",
  syntax: "excel",
  packing: "deflated",
  strings: "shared",
  dateSystem: 1900,
};

/** Every variant of the nasty workbook; each holds the same features. */
export const NASTY_VARIANTS: readonly NastyVariant[] = [
  EXCEL,
  { ...EXCEL, name: "with macros", extension: "xlsm" },
  { ...EXCEL, name: "counting from 1904", dateSystem: 1904 },
  { ...EXCEL, name: "as openpyxl writes it", syntax: "openpyxl", strings: "inline" },
  { ...EXCEL, name: "with prefixed namespaces", syntax: "prefixed" },
  { ...EXCEL, name: "in strict Open XML", syntax: "strict" },
  { ...EXCEL, name: "stored, not deflated", packing: "stored" },
  { ...EXCEL, name: "with data descriptors", packing: "dataDescriptors" },
];

/** Formula cells whose functions or sources LibreOffice 7.4 does not know. */
export const UNKNOWN_TO_LIBREOFFICE: ReadonlySet<string> = new Set([
  "Dashboard!H4",
  "Dashboard!H5",
]);

/**
 * A workbook full of what a careless program loses: pivot table, charts, macros, comments, names,
 * sparklines, hidden sheets. Its Transactions and Prices sheets are a ledger in the product's shape.
 */
export const nastyWorkbook = (variant: NastyVariant): Uint8Array =>
  packed(written(nastyParts(variant), PACKAGE_RELATIONSHIPS, variant.syntax), variant.packing);

function nastyParts(variant: NastyVariant): readonly Part[] {
  const macros = variant.extension === "xlsm";
  const workbook = workbookPart({
    attributes: variant.dateSystem === 1904 ? ' date1904="1"' : "",
    comment: variant.syntax === "prefixed" ? "<!-- </sheets> is no end of it -->" : "",
    macros,
  });
  const cells = cellWriter(variant);
  const { sheets, formulas } = sheetParts(cells, variant.syntax);
  const ownRelationships: readonly Relationship[] = [
    ...(variant.strings === "shared"
      ? [{ id: "rId27", type: "sharedStrings", target: "xl/sharedStrings.xml" }]
      : []),
    ...(macros ? [MACRO_RELATIONSHIP] : []),
  ];
  return [
    { ...workbook, relationships: [...(workbook.relationships ?? []), ...ownRelationships] },
    ...sheets,
    { name: "xl/styles.xml", contentType: spreadsheetType("styles"), body: STYLES },
    ...(variant.strings === "shared"
      ? [
          {
            name: "xl/sharedStrings.xml",
            contentType: spreadsheetType("sharedStrings"),
            body: cells.sharedStrings(),
          },
        ]
      : []),
    { name: "xl/metadata.xml", contentType: spreadsheetType("sheetMetadata"), body: METADATA },
    {
      name: "xl/calcChain.xml",
      contentType: spreadsheetType("calcChain"),
      body: calcChain(formulas),
    },
    {
      name: "xl/persons/person.xml",
      contentType: "application/vnd.ms-excel.person+xml",
      body: PERSONS,
    },
    ...SHEET_PARTS,
    ...DRAWING_PARTS,
    ...COMMON_PARTS,
    ...(macros ? [MACRO_PART] : []),
  ];
}

/** Sheet parts in the order of SHEETS, with their formula cells for the calculation chain. */
function sheetParts(cells: CellWriter, syntax: Syntax) {
  // openpyxl leaves formulas without values; Excel computes them on opening.
  const uncached = syntax === "openpyxl" ? '<c r="H17"><f>B4+B5</f><v/></c>' : "";
  const bodies: readonly (() => string)[] = [
    () => dashboardSheet(cells, uncached),
    () => transactionsSheet(cells, syntax === "strict"),
    () => pricesSheet(cells),
    () => pivotSheet(cells),
    () => hiddenSheet(cells),
    () => veryHiddenSheet(cells),
    () => CHART_SHEET,
    () => protectedSheet(cells),
  ];
  const formulas: { sheetId: number; reference: string }[] = [];
  const sheets = SHEETS.map(({ part, sheetId }, index): Part => {
    const body = bodies[index]!();
    formulas.push(...cells.takeFormulaCells().map((reference) => ({ sheetId, reference })));
    const kind = part.startsWith("xl/chartsheets") ? "chartsheet" : "worksheet";
    return {
      name: part,
      contentType: spreadsheetType(kind),
      body,
      relationships: SHEET_RELATIONSHIPS[part] ?? [],
    };
  });
  return { sheets, formulas };
}

const SHEET_RELATIONSHIPS: Readonly<Record<string, readonly Relationship[]>> = {
  "xl/worksheets/sheet1.xml": DASHBOARD_RELATIONSHIPS,
  "xl/worksheets/sheet3.xml": [{ id: "rId1", type: "table", target: "xl/tables/table5.xml" }],
  "xl/worksheets/sheet4.xml": [
    { id: "rId1", type: "pivotTable", target: "xl/pivotTables/pivotTable1.xml" },
  ],
  "xl/chartsheets/sheet1.xml": [
    { id: "rId1", type: "drawing", target: "xl/drawings/drawing4.xml" },
  ],
};
