import { decodeEntities } from "./entities.ts";

/** Prefixes and the namespace addresses that they stand for. */
export type Namespaces = ReadonlyMap<string, string>;

/** One attribute of a start tag, with its offsets into the text. */
export type XmlAttribute = {
  /** As written, with its prefix. */
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  /** "" for an attribute without prefix, whatever the default namespace. */
  readonly namespace: string;
  /** Entities resolved. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** The value as written lies between these, without its quotes. */
  readonly valueStart: number;
  readonly valueEnd: number;
};

/** What follows the name in a start tag. */
export type TagRest = {
  readonly attributes: readonly XmlAttribute[];
  readonly empty: boolean;
  readonly namespaces: Namespaces;
  /** First offset after the tag. */
  readonly end: number;
};

/** Reads a start tag from behind its name; undefined when it is not well-formed. */
export function readAttributes(text: string, from: number, scope: Namespaces): TagRest | undefined {
  const written: WrittenAttribute[] = [];
  let at = from;
  for (;;) {
    TAG_END.lastIndex = at;
    const close = TAG_END.exec(text);
    if (close !== null) {
      const namespaces = declaredNamespaces(written, scope);
      const attributes = written.length === 0 ? NONE : resolvePrefixes(written, namespaces);
      if (attributes === undefined || namespaces.size > MOST_PREFIXES) return undefined;
      return { attributes, empty: close[1] === "/", namespaces, end: TAG_END.lastIndex };
    }
    const attribute = attributeAt(text, at);
    if (attribute === undefined) return undefined;
    written.push(attribute);
    at = attribute.end;
  }
}

type WrittenAttribute = Omit<XmlAttribute, "namespace">;

/** Prefixes in scope beyond which a part is taken for damaged: each element may copy them. */
const MOST_PREFIXES = 256;

const NONE: readonly XmlAttribute[] = [];
const TAG_END = /[ \t\r\n]*(\/?)>/y;
const ATTRIBUTE = /[ \t\r\n]+([^\s<>/="'&]+)[ \t\r\n]*=[ \t\r\n]*(?:"([^"<]*)"|'([^'<]*)')/y;

function attributeAt(text: string, at: number): WrittenAttribute | undefined {
  ATTRIBUTE.lastIndex = at;
  const match = ATTRIBUTE.exec(text);
  if (match === null) return undefined;
  const [whole, name = "", double, single] = match;
  const raw = double ?? single ?? "";
  const value = decodeEntities(raw.replace(/\r\n|[\t\r\n]/g, " "));
  if (value === undefined) return undefined;
  const end = at + whole.length;
  const colon = name.indexOf(":");
  return {
    name,
    prefix: colon < 0 ? "" : name.slice(0, colon),
    local: name.slice(colon + 1),
    value,
    start: at + whole.indexOf(name),
    end,
    valueStart: end - 1 - raw.length,
    valueEnd: end - 1,
  };
}

/** The scope with this element's own declarations; the same map when it has none. */
function declaredNamespaces(written: readonly WrittenAttribute[], scope: Namespaces): Namespaces {
  const declarations = written.filter(({ name, prefix }) => name === "xmlns" || prefix === "xmlns");
  if (declarations.length === 0) return scope;
  const namespaces = new Map(scope);
  for (const { name, local, value } of declarations) {
    namespaces.set(name === "xmlns" ? "" : local, value);
  }
  return namespaces;
}

/** Undefined when two attributes have the same name. */
function resolvePrefixes(
  written: readonly WrittenAttribute[],
  namespaces: Namespaces,
): readonly XmlAttribute[] | undefined {
  if (new Set(written.map(({ name }) => name)).size < written.length) return undefined;
  return written.map((attribute) => ({
    ...attribute,
    namespace: attribute.prefix === "" ? "" : (namespaces.get(attribute.prefix) ?? ""),
  }));
}
