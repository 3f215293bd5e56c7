import { packed } from "./packing.ts";
import { NAMESPACE, XML_DECLARATION, spreadsheetType, type Part } from "./part.ts";
import { written } from "./syntax.ts";

/** What a workbook may lack and still be one. */
export type BareVariant = { readonly name: string; readonly styles: string | undefined };

const styleSheet = (content: string): string =>
  `${XML_DECLARATION}<styleSheet xmlns="${NAMESPACE.main}">${content}</styleSheet>`;

const LISTS = [
  "<fonts><font><sz val='10'/><name val='Arial'/></font></fonts>",
  '<fills><fill><patternFill/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  "<borders><border/></borders><cellXfs><xf/></cellXfs>",
].join("");

/** Workbooks as small programs write them. */
export const BARE_VARIANTS: readonly BareVariant[] = [
  { name: "without styles", styles: undefined },
  { name: "with an empty style sheet", styles: `<styleSheet xmlns="${NAMESPACE.main}"/>` },
  { name: "with lists that say no counts", styles: styleSheet(LISTS) },
  {
    name: "with empty lists",
    styles: styleSheet(`<numFmts count="0"/>${LISTS}<cellStyles count="0"/><dxfs count="0"/>`),
  },
];

/** One sheet whose rows and cells do not say where they stand, and nothing that could be left out. */
export function bareWorkbook({ styles }: BareVariant): Uint8Array {
  const rows = [
    ["Date", "Type", "Asset", "Quantity", "Total"],
    ["2026-01-05", "Buy", "BTC", "1", "100"],
  ].map((cells) => cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join(""));
  const sheet =
    `<worksheet xmlns="${NAMESPACE.main}"><sheetData>` +
    `${rows.map((cells) => `<row>${cells}</row>`).join("")}</sheetData></worksheet>`;
  const book =
    `<workbook xmlns="${NAMESPACE.main}" xmlns:r="${NAMESPACE.relationships}"><sheets>` +
    '<sheet name="Transactions" sheetId="1" r:id="first"/></sheets></workbook>';
  const stylePart: readonly Part[] =
    styles === undefined
      ? []
      : [{ name: "xl/styles.xml", contentType: spreadsheetType("styles"), body: styles }];
  const parts: readonly Part[] = [
    {
      name: "xl/workbook.xml",
      contentType: spreadsheetType("sheet.main"),
      body: book,
      relationships: [
        { id: "first", type: "worksheet", target: "xl/worksheets/data.xml" },
        ...stylePart.map(({ name }) => ({ id: "styles", type: "styles", target: name })),
      ],
    },
    { name: "xl/worksheets/data.xml", contentType: spreadsheetType("worksheet"), body: sheet },
    ...stylePart,
  ];
  const ofPackage = [{ id: "book", type: "officeDocument", target: "xl/workbook.xml" }];
  return packed(written(parts, ofPackage, "excel"), "deflated");
}
