/** A line along one side of a cell; the colour is six hexadecimal digits. */
export type Edge = { readonly style: "hair" | "thin" | "medium"; readonly color: string };

/** How the letters of a cell look; what is absent follows the workbook's own default font. */
export type FontLook = {
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  /** Six hexadecimal digits. */
  readonly color?: string;
  /** In points. */
  readonly size?: number;
};

/** How one cell looks. What is absent is the workbook's default. */
export type Look = {
  /** A number format as files write it (in the notation of the United States). */
  readonly numberFormat?: string;
  readonly font?: FontLook;
  /** Colour behind the cell, six hexadecimal digits. */
  readonly fill?: string;
  readonly top?: Edge;
  readonly bottom?: Edge;
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical?: "top" | "center";
  /** Room before the text of a cell that is aligned to the left. */
  readonly indent?: 1;
  readonly wrap?: true;
  /** Keeps a text that begins like a formula a text when its user edits it. */
  readonly quotePrefix?: true;
};

/** What a conditional format lays over a cell. */
export type OverlayLook = {
  readonly bold?: true;
  /** Six hexadecimal digits each. */
  readonly color?: string;
  readonly fill?: string;
};

/** The numbers under which a stylesheet already holds the parts of a look. */
export type LookParts = {
  readonly numberFormat: number;
  readonly font: number;
  readonly fill: number;
  readonly border: number;
};

/** A `font` element; `prefix` is that of the spreadsheet namespace with its colon, or nothing. */
export function fontXml(font: FontLook, base: BaseFont, prefix: string): string {
  return (
    `<${prefix}font>` +
    (font.bold === true ? `<${prefix}b/>` : "") +
    (font.italic === true ? `<${prefix}i/>` : "") +
    (font.underline === true ? `<${prefix}u/>` : "") +
    `<${prefix}sz val="${font.size ?? base.size}"/>` +
    (font.color === undefined ? "" : `<${prefix}color rgb="FF${font.color}"/>`) +
    `<${prefix}name val="${base.nameXml}"/>` +
    `</${prefix}font>`
  );
}

/** The workbook's default font: its name as it stands in the XML, its size in points. */
export type BaseFont = { readonly nameXml: string; readonly size: number };

/** A `fill` element of one colour. */
export const fillXml = (color: string, prefix: string): string =>
  `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="FF${color}"/>` +
  `<${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`;

/** A `border` element with lines above and below. */
export const borderXml = (look: Look, prefix: string): string =>
  `<${prefix}border><${prefix}left/><${prefix}right/>${edgeXml("top", look.top, prefix)}` +
  `${edgeXml("bottom", look.bottom, prefix)}<${prefix}diagonal/></${prefix}border>`;

/** How a stylesheet is written: its prefix, and whether it has `cellStyleXfs` to refer to. */
export type StylesheetForm = { readonly prefix: string; readonly hasNamedStyles: boolean };

/** An `xf` element of `cellXfs`. */
export function xfXml(look: Look, parts: LookParts, form: StylesheetForm): string {
  const { prefix, hasNamedStyles } = form;
  const alignment = alignmentXml(look, prefix);
  return (
    `<${prefix}xf numFmtId="${parts.numberFormat}" fontId="${parts.font}" fillId="${parts.fill}" ` +
    `borderId="${parts.border}"${hasNamedStyles ? ' xfId="0"' : ""}` +
    (look.quotePrefix === true ? ' quotePrefix="1"' : "") +
    ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"' +
    (alignment === "" ? "/>" : ` applyAlignment="1">${alignment}</${prefix}xf>`)
  );
}

/** A `dxf` element: what a conditional format changes. */
export function overlayXml(look: OverlayLook, prefix: string): string {
  const font =
    (look.bold === true ? `<${prefix}b/>` : "") +
    (look.color === undefined ? "" : `<${prefix}color rgb="FF${look.color}"/>`);
  return (
    `<${prefix}dxf>` +
    (font === "" ? "" : `<${prefix}font>${font}</${prefix}font>`) +
    (look.fill === undefined
      ? ""
      : `<${prefix}fill><${prefix}patternFill patternType="solid">` +
        `<${prefix}fgColor rgb="FF${look.fill}"/><${prefix}bgColor rgb="FF${look.fill}"/>` +
        `</${prefix}patternFill></${prefix}fill>`) +
    `</${prefix}dxf>`
  );
}

function edgeXml(side: "top" | "bottom", edge: Edge | undefined, prefix: string): string {
  if (edge === undefined) return `<${prefix}${side}/>`;
  return (
    `<${prefix}${side} style="${edge.style}"><${prefix}color rgb="FF${edge.color}"/>` +
    `</${prefix}${side}>`
  );
}

function alignmentXml(look: Look, prefix: string): string {
  const attributes =
    (look.horizontal === undefined ? "" : ` horizontal="${look.horizontal}"`) +
    (look.vertical === undefined ? "" : ` vertical="${look.vertical}"`) +
    (look.wrap === true ? ' wrapText="1"' : "") +
    (look.indent === undefined ? "" : ` indent="${look.indent}"`);
  return attributes === "" ? "" : `<${prefix}alignment${attributes}/>`;
}
