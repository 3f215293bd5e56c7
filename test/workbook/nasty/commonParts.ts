import { NAMESPACE, XML_DECLARATION, type Part } from "./part.ts";

const COLORS = [
  '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>',
  '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>',
  ...["dk2 44546A", "lt2 E7E6E6", "accent1 4472C4", "accent2 ED7D31", "accent3 A5A5A5"],
  ...["accent4 FFC000", "accent5 5B9BD5", "accent6 70AD47", "hlink 0563C1", "folHlink 954F72"],
].map((color) => {
  const [name = "", value = ""] = color.split(" ");
  return color.startsWith("<") ? color : `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`;
});

const font = (name: string, face: string): string =>
  `<a:${name}><a:latin typeface="${face}"/><a:ea typeface=""/><a:cs typeface=""/></a:${name}>`;

const FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';

const THEME = [
  `${XML_DECLARATION}<a:theme xmlns:a="${NAMESPACE.drawing}" name="Office Theme"><a:themeElements>`,
  `<a:clrScheme name="Office">${COLORS.join("")}</a:clrScheme><a:fontScheme name="Office">`,
  font("majorFont", "Calibri Light"),
  font("minorFont", "Calibri"),
  `</a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>${FILL.repeat(3)}</a:fillStyleLst>`,
  `<a:lnStyleLst>${`<a:ln w="6350">${FILL}</a:ln>`.repeat(3)}</a:lnStyleLst><a:effectStyleLst>`,
  "<a:effectStyle><a:effectLst/></a:effectStyle>".repeat(3),
  `</a:effectStyleLst><a:bgFillStyleLst>${FILL.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>`,
  "</a:themeElements></a:theme>",
].join("");

const CORE_PROPERTIES = [
  `${XML_DECLARATION}<cp:coreProperties `,
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ',
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>me</dc:creator>',
  '<dcterms:created xsi:type="dcterms:W3CDTF">2026-11-20T10:00:00Z</dcterms:created></cp:coreProperties>',
].join("");

const EXTENDED_PROPERTIES = [
  `${XML_DECLARATION}<Properties `,
  'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">',
  "<Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion></Properties>",
].join("");

const CUSTOM_PROPERTIES = [
  `${XML_DECLARATION}<Properties `,
  'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" ',
  'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">',
  '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Client">',
  "<vt:lpwstr>Doe &amp; Co</vt:lpwstr></property></Properties>",
].join("");

const CUSTOM_XML_PROPERTIES = [
  '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\r\n<ds:datastoreItem ',
  'ds:itemID="{0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9}" ',
  'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs/>',
  "</ds:datastoreItem>",
].join("");

const propertiesType = (word: string): string =>
  `application/vnd.openxmlformats-officedocument.${word}-properties+xml`;

/** Theme, document properties and the user's own custom XML. */
export const COMMON_PARTS: readonly Part[] = [
  {
    name: "xl/theme/theme1.xml",
    contentType: "application/vnd.openxmlformats-officedocument.theme+xml",
    body: THEME,
  },
  {
    name: "docProps/core.xml",
    contentType: "application/vnd.openxmlformats-package.core-properties+xml",
    body: CORE_PROPERTIES,
  },
  {
    name: "docProps/app.xml",
    contentType: propertiesType("extended"),
    body: EXTENDED_PROPERTIES,
  },
  { name: "docProps/custom.xml", contentType: propertiesType("custom"), body: CUSTOM_PROPERTIES },
  {
    name: "customXml/item1.xml",
    contentType: undefined,
    body: '<client xmlns="urn:example:client"><sheets>none</sheets><![CDATA[ </sheets> & ]]></client>',
    relationships: [{ id: "rId1", type: "customXmlProps", target: "customXml/itemProps1.xml" }],
  },
  {
    name: "customXml/itemProps1.xml",
    contentType: "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    body: CUSTOM_XML_PROPERTIES,
  },
];

/** Relationships of the package itself; `rId1` is the workbook. */
export const PACKAGE_RELATIONSHIPS: NonNullable<Part["relationships"]> = [
  { id: "rId1", type: "officeDocument", target: "xl/workbook.xml" },
  {
    id: "rId2",
    type: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    target: "docProps/core.xml",
  },
  { id: "rId3", type: "extended-properties", target: "docProps/app.xml" },
  { id: "rId4", type: "custom-properties", target: "docProps/custom.xml" },
];

/** Bytes of no meaning in the place of a macro project. */
export const MACRO_PART: Part = {
  name: "xl/vbaProject.bin",
  contentType: "application/vnd.ms-office.vbaProject",
  body: Uint8Array.from({ length: 3000 }, (_, index) => (index * index * 31 + 7) % 256),
};

/** How the workbook refers to its macros. */
export const MACRO_RELATIONSHIP: NonNullable<Part["relationships"]>[number] = {
  id: "rId26",
  type: "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
  target: MACRO_PART.name,
};
