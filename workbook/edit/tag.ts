import type { XmlCursor } from "../read/xmlCursor.ts";
import { readAttributes, type XmlAttribute } from "../xml/attributes.ts";

/** A start tag in the XML of a sheet, by its offsets. */
export type Tag = {
  readonly start: number;
  /** First offset after its name. */
  readonly nameEnd: number;
  readonly end: number;
  /** True for an element that is one tag only. */
  readonly isEmpty: boolean;
};

/** The tag that a cursor has met last. */
export const tagAt = (cursor: XmlCursor): Tag => ({
  start: tagStart(cursor),
  nameEnd: cursor.nameEnd,
  end: cursor.at,
  isEmpty: cursor.kind === "empty",
});

/** The first offset of the tag that a cursor has met last. */
export const tagStart = ({ text, nameEnd }: XmlCursor): number =>
  text.lastIndexOf("<", nameEnd - 1);

/** The name of a tag as written. */
export const nameOf = (text: string, { start, nameEnd }: Tag): string =>
  text.slice(start + 1, nameEnd);

/** The prefix of a tag's name with its colon, or nothing. */
export function prefixOfTag(text: string, tag: Tag): string {
  const name = nameOf(text, tag);
  return name.slice(0, name.indexOf(":") + 1);
}

/** The attributes of a tag; undefined when they are not well-formed. */
export const attributesOf = (text: string, tag: Tag): readonly XmlAttribute[] | undefined =>
  readAttributes(text, tag.nameEnd, NO_NAMESPACES)?.attributes;

const NO_NAMESPACES: ReadonlyMap<string, string> = new Map();
