import type { Formats } from "../model/formats.ts";
import type { Json } from "../wire.ts";
import { argb, xmlText, XML_HEAD } from "./xml.ts";

/** The looks of a workbook's cells, each once, in the order in which they are first asked for. */
export class Styles {
  readonly #fonts = new List([FONT]);
  readonly #fills = new List([
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ]);
  readonly #borders = new List(["<border><left/><right/><top/><bottom/><diagonal/></border>"]);
  readonly #formats = new List([]);
  readonly #cells = new List(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']);
  readonly #overlays = new List([]);

  /** The number of a cell's look. */
  of(formats: Formats, row: number, column: number): number {
    const look = (name: string): Json | undefined => formats.at(name, row, column);
    const format = look("numberFormat");
    const numFmt =
      typeof format === "string" && format !== "General" ? 164 + this.#formats.place(format) : 0;
    const color = look("fill.color");
    const fill =
      typeof color === "string" && color.startsWith("#") ? this.#fills.place(fillXml(color)) : 0;
    const font = this.#fonts.place(fontXml((name) => look(`font.${name}`)));
    const border = this.#borders.place(borderXml((name) => look(`border.${name}`)));
    const alignment = alignmentXml(look);
    if (numFmt + font + fill + border === 0 && alignment === "") return 0;
    return this.#cells.place(
      `<xf numFmtId="${numFmt}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"` +
        ` applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"` +
        (alignment === "" ? "/>" : `>${alignment}</xf>`),
    );
  }

  /** The number of a look that a conditional format lays over cells. */
  overlay(look: Readonly<Record<string, Json>>): number {
    const { font = {}, fill = {} } = look as {
      readonly font?: Record<string, Json>;
      readonly fill?: Record<string, Json>;
    };
    const bold = font["bold"] === true ? "<b/>" : "";
    const ink = typeof font["color"] === "string" ? `<color rgb="${argb(font["color"])}"/>` : "";
    const paper =
      typeof fill["color"] === "string" && fill["color"] !== ""
        ? `<fill><patternFill patternType="solid"><bgColor rgb="${argb(fill["color"])}"/></patternFill></fill>`
        : "";
    return this.#overlays.place(`<dxf><font>${bold}${ink}</font>${paper}</dxf>`);
  }

  /** The whole part. */
  part(): string {
    const formats = this.#formats.all.map(
      (code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${xmlText(code)}"/>`,
    );
    return (
      `${XML_HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
      (formats.length === 0 ? "" : listXml("numFmts", formats)) +
      listXml("fonts", this.#fonts.all) +
      listXml("fills", this.#fills.all) +
      listXml("borders", this.#borders.all) +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      listXml("cellXfs", this.#cells.all) +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      listXml("dxfs", this.#overlays.all) +
      "</styleSheet>"
    );
  }
}

const FONT = '<font><sz val="11"/><color rgb="FF000000"/><name val="Calibri"/></font>';

class List {
  readonly all: string[];
  readonly #places: Map<string, number>;

  constructor(first: readonly string[]) {
    this.all = [...first];
    this.#places = new Map(first.map((one, index) => [one, index]));
  }

  place(one: string): number {
    const known = this.#places.get(one);
    if (known !== undefined) return known;
    this.#places.set(one, this.all.length);
    return this.all.push(one) - 1;
  }
}

type Look = (name: string) => Json | undefined;

function fontXml(look: Look): string {
  const text = (name: string, otherwise: string): string => {
    const value = look(name);
    return typeof value === "string" && value !== "" ? value : otherwise;
  };
  const size = look("size");
  return (
    `<font>${look("bold") === true ? "<b/>" : ""}${look("italic") === true ? "<i/>" : ""}` +
    (text("underline", "None") === "None" ? "" : "<u/>") +
    `<sz val="${typeof size === "number" ? size : 11}"/>` +
    `<color rgb="${argb(text("color", "#000000"))}"/><name val="${xmlText(text("name", "Calibri"))}"/></font>`
  );
}

const fillXml = (color: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${argb(color)}"/></patternFill></fill>`;

function borderXml(look: Look): string {
  const side = (name: string): string => {
    const style = look(`${name}.style`);
    if (typeof style !== "string" || style === "None") return `<${name}/>`;
    const color = look(`${name}.color`);
    const ink = typeof color === "string" ? color : "#000000";
    return `<${name} style="${lineOf(style, look(`${name}.weight`))}"><color rgb="${argb(ink)}"/></${name}>`;
  };
  return `<border>${["left", "right", "top", "bottom"].map(side).join("")}<diagonal/></border>`;
}

function lineOf(style: string, weight: Json | undefined): string {
  if (style === "Double") return "double";
  if (style === "Dash") return "dashed";
  if (style === "Dot") return "dotted";
  const weights: Readonly<Record<string, string>> = {
    Hairline: "hair",
    Medium: "medium",
    Thick: "thick",
  };
  return typeof weight === "string" ? (weights[weight] ?? "thin") : "thin";
}

function alignmentXml(look: Look): string {
  const horizontal = look("horizontalAlignment");
  const vertical = look("verticalAlignment");
  const indent = look("indentLevel");
  const attributes = [
    typeof horizontal === "string" && horizontal !== "General"
      ? `horizontal="${lower(horizontal)}"`
      : "",
    typeof vertical === "string" ? `vertical="${lower(vertical)}"` : "",
    typeof indent === "number" && indent > 0 ? `indent="${indent}"` : "",
    look("wrapText") === true ? 'wrapText="1"' : "",
  ].filter((attribute) => attribute !== "");
  return attributes.length === 0 ? "" : `<alignment ${attributes.join(" ")}/>`;
}

const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const listXml = (name: string, entries: readonly string[]): string =>
  `<${name} count="${entries.length}">${entries.join("")}</${name}>`;
