import { damagedPart, type Refusal } from "../refusals.ts";
import { readAttributes, type Namespaces, type XmlAttribute } from "./attributes.ts";
import { decodeEntities } from "./entities.ts";

/** A start tag, or a whole element when `empty` (`<a/>`, which has no end tag token). */
export type XmlStartTag = {
  readonly kind: "start";
  /** As written, with its prefix. */
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  /** The namespace address that the prefix stands for here; "" when there is none. */
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly empty: boolean;
  /** 0 for the root. */
  readonly depth: number;
  /** Every prefix in scope inside this element and its address; "" is the default one. */
  readonly namespaces: Namespaces;
  readonly start: number;
  readonly end: number;
};

/** An end tag; `depth` is that of its start tag. */
export type XmlEndTag = {
  readonly kind: "end";
  readonly name: string;
  readonly local: string;
  readonly depth: number;
  readonly start: number;
  readonly end: number;
};

/** Character data, entities resolved; a CDATA section is a token of its own. */
export type XmlText = {
  readonly kind: "text" | "cdata";
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

/** A comment, or a processing instruction such as the XML declaration. */
export type XmlAside = {
  readonly kind: "comment" | "instruction";
  readonly start: number;
  readonly end: number;
};

/** A piece of XML; `start` and `end` are offsets into the text, and tokens leave no gaps. */
export type XmlToken = XmlStartTag | XmlEndTag | XmlText | XmlAside;

/** Tokens of one part beyond which it is taken for damaged: the styles of real books have 10^5. */
export const MOST_TOKENS = 5_000_000;

/** Deepest nesting of elements; the parts of a workbook reach about 20. */
export const MOST_DEPTH = 500;

/**
 * Takes a whole XML part apart, in linear time.
 *
 * Refuses, by the name of the part, what is not well-formed, and every document type declaration:
 * no part of a workbook has one, and entities can be made to explode.
 */
export function tokenizeXml(text: string, part: string): readonly XmlToken[] | Refusal {
  const tokens: XmlToken[] = [];
  const open: XmlStartTag[] = [];
  let at = 0;
  let roots = 0;
  while (at < text.length) {
    const token = tokenAt(text, at, open);
    if (token === undefined || tokens.length === MOST_TOKENS) return damagedPart(part);
    if (token.kind === "start") {
      if (token.depth === 0) roots++;
      if (!token.empty) open.push(token);
    } else if (token.kind === "end") open.pop();
    tokens.push(token);
    at = token.end;
  }
  return open.length === 0 && roots === 1 ? tokens : damagedPart(part);
}

function tokenAt(text: string, at: number, open: readonly XmlStartTag[]): XmlToken | undefined {
  if (text.charCodeAt(at) !== LESS_THAN) return textToken(text, at, open.length);
  switch (text.charCodeAt(at + 1)) {
    case SLASH:
      return endTag(text, at, open);
    case QUESTION:
      return aside(text, at, { kind: "instruction", from: at + 2, terminator: "?>" });
    case EXCLAMATION:
      return declaration(text, at, open.length);
    default:
      return startTag(text, at, open);
  }
}

const LESS_THAN = 0x3c;
const SLASH = 0x2f;
const QUESTION = 0x3f;
const EXCLAMATION = 0x21;

function textToken(text: string, at: number, depth: number): XmlText | undefined {
  const next = text.indexOf("<", at);
  const end = next < 0 ? text.length : next;
  const decoded = decodeEntities(text.slice(at, end));
  if (decoded === undefined || (depth === 0 && decoded.trim() !== "")) return undefined;
  return { kind: "text", text: decoded, start: at, end };
}

function declaration(text: string, at: number, depth: number): XmlText | XmlAside | undefined {
  if (text.startsWith("<!--", at)) {
    return aside(text, at, { kind: "comment", from: at + 4, terminator: "-->" });
  }
  if (!text.startsWith("<![CDATA[", at) || depth === 0) return undefined;
  const close = text.indexOf("]]>", at);
  if (close < 0) return undefined;
  const content = text.slice(at + 9, close).replace(/\r\n?/g, "\n");
  return { kind: "cdata", text: content, start: at, end: close + 3 };
}

function aside(
  text: string,
  at: number,
  form: { readonly kind: XmlAside["kind"]; readonly from: number; readonly terminator: string },
): XmlAside | undefined {
  const close = text.indexOf(form.terminator, form.from);
  if (close < 0) return undefined;
  return { kind: form.kind, start: at, end: close + form.terminator.length };
}

function endTag(text: string, at: number, open: readonly XmlStartTag[]): XmlEndTag | undefined {
  const opened = open[open.length - 1];
  const close = text.indexOf(">", at);
  if (opened === undefined || close < 0) return undefined;
  const name = text.slice(at + 2, close).trimEnd();
  if (name !== opened.name) return undefined;
  const { local, depth } = opened;
  return { kind: "end", name, local, depth, start: at, end: close + 1 };
}

function startTag(text: string, at: number, open: readonly XmlStartTag[]): XmlStartTag | undefined {
  const name = nameAt(text, at + 1);
  if (name === "" || open.length > MOST_DEPTH) return undefined;
  const scope = open[open.length - 1]?.namespaces ?? XML_NAMESPACES;
  const read = readAttributes(text, at + 1 + name.length, scope);
  if (read === undefined) return undefined;
  const colon = name.indexOf(":");
  const prefix = colon < 0 ? "" : name.slice(0, colon);
  return {
    kind: "start",
    name,
    prefix,
    local: name.slice(colon + 1),
    namespace: read.namespaces.get(prefix) ?? "",
    attributes: read.attributes,
    empty: read.empty,
    depth: open.length,
    namespaces: read.namespaces,
    start: at,
    end: read.end,
  };
}

const XML_NAMESPACES: Namespaces = new Map([["xml", "http://www.w3.org/XML/1998/namespace"]]);

const NAME = /[^\s<>/="'&!?]+/y;

function nameAt(text: string, at: number): string {
  NAME.lastIndex = at;
  return NAME.exec(text)?.[0] ?? "";
}
