import { isRefusal, type Refusal } from "../refusals.ts";
import { tokenizeXml, type XmlStartTag } from "./tokenize.ts";

/** An element with its children, and the offsets that a splice into the text needs. */
export type XmlElement = {
  readonly tag: XmlStartTag;
  readonly local: string;
  readonly children: readonly XmlElement[];
  /** Character data directly inside, CDATA included, joined. */
  readonly text: string;
  /** First offset of its end tag; for an empty element the end of its only tag. */
  readonly contentEnd: number;
  /** First offset after the element. */
  readonly end: number;
};

/** The root element of a whole part; refuses as tokenizeXml does. */
export function parseXml(text: string, part: string): XmlElement | Refusal {
  const tokens = tokenizeXml(text, part);
  if (isRefusal(tokens)) return tokens;
  const document: OpenElement = { children: [], text: "" };
  const open: OpenElement[] = [document];
  for (const token of tokens) {
    const parent = open[open.length - 1] as OpenElement;
    if (token.kind === "start") {
      const element = openElement(token);
      parent.children.push(element);
      if (!token.empty) open.push(element);
    } else if (token.kind === "end") {
      const element = parent as GrowingElement;
      element.contentEnd = token.start;
      element.end = token.end;
      open.pop();
    } else if (token.kind === "text" || token.kind === "cdata") parent.text += token.text;
  }
  // The tokenizer has made sure of exactly one root.
  return document.children[0] as XmlElement;
}

/** The children of a local name, whatever their prefix. */
export const childrenOf = (element: XmlElement, local: string): readonly XmlElement[] =>
  element.children.filter((child) => child.local === local);

/** The first child of a local name. */
export const childOf = (element: XmlElement, local: string): XmlElement | undefined =>
  element.children.find((child) => child.local === local);

/** The value of an attribute without prefix, entities resolved; undefined when absent. */
export const attributeOf = (element: XmlElement, name: string): string | undefined =>
  element.tag.attributes.find((attribute) => attribute.name === name)?.value;

/** The value of `r:id`, by whatever prefix and in transitional or strict files. */
export const relationshipIdOf = (element: XmlElement): string | undefined =>
  element.tag.attributes.find(
    ({ local, namespace }) => local === "id" && namespace.endsWith("/relationships"),
  )?.value;

/** True for the truth values of XML Schema, `1` and `true`. */
export const isTrue = (value: string | undefined): boolean => value === "1" || value === "true";

type OpenElement = { readonly children: XmlElement[]; text: string };

type GrowingElement = OpenElement & {
  readonly tag: XmlStartTag;
  readonly local: string;
  contentEnd: number;
  end: number;
};

const openElement = (tag: XmlStartTag): GrowingElement => ({
  tag,
  local: tag.local,
  children: [],
  text: "",
  contentEnd: tag.end,
  end: tag.end,
});
