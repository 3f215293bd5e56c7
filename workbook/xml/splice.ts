import type { XmlElement } from "./element.ts";

/** A stretch of a text and what stands there instead; empty stretches insert. */
export type Edit = { readonly start: number; readonly end: number; readonly text: string };

/**
 * The text with every edit made, everything else as it was.
 *
 * Edits do not overlap; insertions at one place come in the order given.
 */
export function splice(text: string, edits: readonly Edit[]): string {
  const ordered = edits
    .map((edit, order) => ({ ...edit, order }))
    .sort((a, b) => a.start - b.start || a.order - b.order);
  const pieces: string[] = [];
  let at = 0;
  for (const edit of ordered) {
    pieces.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return pieces.join("") + text.slice(at);
}

/** Puts XML at an offset. */
export const insertAt = (offset: number, xml: string): Edit => ({
  start: offset,
  end: offset,
  text: xml,
});

/** Puts XML behind the last child of an element, opening it when it is empty (`<a/>`). */
export function appendTo(element: XmlElement, xml: string): Edit {
  const { tag } = element;
  if (!tag.empty) return insertAt(element.contentEnd, xml);
  return { start: tag.end - 2, end: tag.end, text: `>${xml}</${tag.name}>` };
}

/** The prefix of an element's name with its colon, or nothing. */
export const prefixOf = ({ tag }: XmlElement): string =>
  tag.prefix === "" ? "" : `${tag.prefix}:`;

/** Takes an element out. */
export const removal = (element: XmlElement): Edit => ({
  start: element.tag.start,
  end: element.end,
  text: "",
});

/** Gives an attribute without prefix another value, already escaped, or adds it. */
export function setAttribute(element: XmlElement, name: string, value: string): Edit {
  const present = element.tag.attributes.find((attribute) => attribute.name === name);
  if (present !== undefined) {
    return { start: present.valueStart, end: present.valueEnd, text: value };
  }
  return insertAt(element.tag.start + 1 + element.tag.name.length, ` ${name}="${value}"`);
}
