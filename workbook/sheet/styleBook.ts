import { attributeOf, childOf, childrenOf, parseXml, type XmlElement } from "../xml/element.ts";
import { isRefusal, type Refusal } from "../refusals.ts";
import {
  borderXml,
  fillXml,
  fontXml,
  overlayXml,
  xfXml,
  type BaseFont,
  type Look,
  type OverlayLook,
} from "./look.ts";
import { insertAt, prefixOf, splice, type Edit } from "../xml/splice.ts";
import { styleSection, type StyleSection } from "./styleSection.ts";
import { attributeText } from "./xmlText.ts";

/** The styles of a workbook, to which looks are added; what is there is never changed. */
export type StyleBook = {
  /** The number that a cell of this look bears; looks that are there already are used again. */
  readonly styleOf: (look: Look) => number;
  /** The number of an overlay look for conditional formats. */
  readonly overlayOf: (look: OverlayLook) => number;
  /** The whole part with everything added; refused beyond what Excel opens. */
  readonly text: () => string | Refusal;
};

/** Opens a stylesheet for additions; refuses XML that is not well-formed. */
export function openStyles(written: string, part: string): StyleBook | Refusal {
  const text = opened(written);
  const root = parseXml(text, part);
  if (isRefusal(root)) return root;
  const prefix = prefixOf(root);
  const sections = openSections(text, root, prefix);
  const base = baseFont(root);
  const formats = numberFormats(root, sections.numFmts, prefix);
  const hasNamedStyles = childOf(root, "cellStyleXfs") !== undefined;
  return {
    styleOf: (look) =>
      sections.cellXfs.place(
        xfXml(
          look,
          {
            numberFormat: formats(look.numberFormat),
            font:
              look.font === undefined ? 0 : sections.fonts.place(fontXml(look.font, base, prefix)),
            fill: look.fill === undefined ? 0 : sections.fills.place(fillXml(look.fill, prefix)),
            border:
              look.top === undefined && look.bottom === undefined
                ? 0
                : sections.borders.place(borderXml(look, prefix)),
          },
          { hasNamedStyles, prefix },
        ),
      ),
    overlayOf: (look) => sections.dxfs.place(overlayXml(look, prefix)),
    text: () =>
      sections.cellXfs.count() > MOST_STYLES
        ? TOO_MANY_STYLES
        : splice(text, sectionEdits(root, sections, prefix)),
  };
}

/** A stylesheet with Excel's defaults, for a workbook that has none. */
export const newStylesheet = (namespace: string): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  `<styleSheet xmlns="${namespace}">` +
  `<fonts count="1">${DEFAULT_FONT("")}</fonts>` +
  `<fills count="2">${DEFAULT_FILLS("").join("")}</fills>` +
  `<borders count="1">${DEFAULT_BORDER("")}</borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  "</styleSheet>";

/** Excel's limit of cell formats in a workbook. */
const MOST_STYLES = 65490;

const TOO_MANY_STYLES: Refusal = {
  refusal:
    "This workbook has as many cell formats as Excel allows, so that the new tabs could have " +
    "none: remove unused formats and save it again.",
};

type Sections = Readonly<Record<SectionName, StyleSection>>;

type SectionName = (typeof OWN_SECTIONS)[number];

const OWN_SECTIONS = ["numFmts", "fonts", "fills", "borders", "cellXfs", "dxfs"] as const;

/** The order of a stylesheet's elements, ECMA-376 Part 1, 18.8.39. */
const ORDER = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];

const DEFAULT_FONT = (prefix: string): string =>
  `<${prefix}font><${prefix}sz val="11"/><${prefix}name val="Calibri"/></${prefix}font>`;

const DEFAULT_FILLS = (prefix: string): readonly string[] =>
  ["none", "gray125"].map(
    (pattern) => `<${prefix}fill><${prefix}patternFill patternType="${pattern}"/></${prefix}fill>`,
  );

const DEFAULT_BORDER = (prefix: string): string =>
  `<${prefix}border><${prefix}left/><${prefix}right/><${prefix}top/><${prefix}bottom/>` +
  `<${prefix}diagonal/></${prefix}border>`;

/** An empty root (`<styleSheet/>`) has no inside to write into: it gets one. */
const opened = (text: string): string =>
  text.replace(/<([\w.:-]*styleSheet)((?:\s[^<>]*)?)\/>\s*$/, "<$1$2></$1>");

function openSections(text: string, root: XmlElement, prefix: string): Sections {
  const open = (name: SectionName, firsts: readonly string[]): StyleSection =>
    styleSection(text, childOf(root, name), firsts);
  return {
    numFmts: open("numFmts", []),
    fonts: open("fonts", [DEFAULT_FONT(prefix)]),
    fills: open("fills", DEFAULT_FILLS(prefix)),
    borders: open("borders", [DEFAULT_BORDER(prefix)]),
    cellXfs: open("cellXfs", [`<${prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`]),
    dxfs: open("dxfs", []),
  };
}

/** The workbook's own default font, so that new tabs look like the rest of it. */
function baseFont(root: XmlElement): BaseFont {
  const fonts = childOf(root, "fonts");
  const first = fonts === undefined ? undefined : childOf(fonts, "font");
  const valueOf = (local: string): string | undefined => {
    const element = first === undefined ? undefined : childOf(first, local);
    return element === undefined ? undefined : attributeOf(element, "val");
  };
  const size = Number(valueOf("sz"));
  return {
    nameXml: attributeText(valueOf("name") ?? "Calibri"),
    size: size >= 6 && size <= 24 ? size : 11,
  };
}

const BUILT_IN_FORMATS: ReadonlyMap<string, number> = new Map([
  ["0", 1],
  ["#,##0", 3],
  ["#,##0.00", 4],
]);

const FIRST_OWN_FORMAT = 164;

/** Numbers of number formats by their code. */
function numberFormats(
  root: XmlElement,
  section: StyleSection,
  prefix: string,
): (code: string | undefined) => number {
  const list = childOf(root, "numFmts");
  const ids = new Map<string, number>();
  let next = FIRST_OWN_FORMAT;
  for (const element of list === undefined ? [] : childrenOf(list, "numFmt")) {
    const id = Number(attributeOf(element, "numFmtId"));
    const code = attributeOf(element, "formatCode");
    if (code !== undefined && !ids.has(code)) ids.set(code, id);
    if (id >= next) next = id + 1;
  }
  return (code) => {
    if (code === undefined) return 0;
    const known = BUILT_IN_FORMATS.get(code) ?? ids.get(code);
    if (known !== undefined) return known;
    const id = next++;
    ids.set(code, id);
    section.place(`<${prefix}numFmt numFmtId="${id}" formatCode="${attributeText(code)}"/>`);
    return id;
  };
}

function sectionEdits(root: XmlElement, sections: Sections, prefix: string): readonly Edit[] {
  return OWN_SECTIONS.flatMap((name) => {
    const missing = sections[name].element(`${prefix}${name}`);
    return missing === undefined
      ? sections[name].edits()
      : [insertAt(placeOf(root, name), missing)];
  });
}

/** Behind the last of the elements that the schema puts before this one. */
function placeOf(root: XmlElement, name: SectionName): number {
  const before = new Set(ORDER.slice(0, ORDER.indexOf(name)));
  return root.children.reduce(
    (offset, child) => (before.has(child.local) ? child.end : offset),
    root.tag.end,
  );
}
