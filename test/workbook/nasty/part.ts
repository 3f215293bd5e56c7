/** A relationship of a part: a standard type by its last word, or a full address of a type. */
export type Relationship = {
  readonly id: string;
  readonly type: string;
  /** Name of a part without a leading slash, or an address outside the package. */
  readonly target: string;
  readonly outside?: true;
};

/** One part of a package before it is written in a dialect. */
export type Part = {
  readonly name: string;
  /** Undefined where the extension's default type serves. */
  readonly contentType: string | undefined;
  readonly body: string | Uint8Array;
  readonly relationships?: readonly Relationship[];
};

/** Begins every part as Excel begins it. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

/** The namespaces of the transitional standard, and those that Excel adds. */
export const NAMESPACE = {
  main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  relationships: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  packageRelationships: "http://schemas.openxmlformats.org/package/2006/relationships",
  contentTypes: "http://schemas.openxmlformats.org/package/2006/content-types",
  drawing: "http://schemas.openxmlformats.org/drawingml/2006/main",
  sheetDrawing: "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
  chart: "http://schemas.openxmlformats.org/drawingml/2006/chart",
  compatibility: "http://schemas.openxmlformats.org/markup-compatibility/2006",
  excel2010: "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main",
  excelMacro: "http://schemas.microsoft.com/office/excel/2006/main",
} as const;

/** Content type of a spreadsheet part by its last word, such as `worksheet`. */
export const spreadsheetType = (word: string): string =>
  `application/vnd.openxmlformats-officedocument.spreadsheetml.${word}+xml`;

/** Text as it stands in XML, between tags or in an attribute. */
export const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
