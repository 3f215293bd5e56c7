import type { XmlElement } from "../xml/element.ts";
import { appendTo, setAttribute, type Edit } from "../xml/splice.ts";

/** A list of the stylesheet, such as `fonts`, to which elements are only ever appended. */
export type StyleSection = {
  /** The number of an element with this XML: that of one that is there, else of a new one. */
  readonly place: (xml: string) => number;
  readonly count: () => number;
  /** What must change in the text for an existing list. */
  readonly edits: () => readonly Edit[];
  /** The list as a new element; undefined when it is in the text already or stays empty. */
  readonly element: (name: string) => string | undefined;
};

/**
 * Opens a list of a stylesheet. `firsts` are elements with which Excel expects it to begin; they
 * are written only where the list is missing or empty.
 */
export function styleSection(
  text: string,
  list: XmlElement | undefined,
  firsts: readonly string[],
): StyleSection {
  const present = list?.children ?? [];
  const numbers = new Map<string, number>();
  present.forEach((child, index) => {
    const xml = text.slice(child.tag.start, child.end);
    if (!numbers.has(xml)) numbers.set(xml, index);
  });
  const added: string[] = [];
  const count = (): number => present.length + added.length;
  const append = (xml: string): number => {
    const index = count();
    if (!numbers.has(xml)) numbers.set(xml, index);
    added.push(xml);
    return index;
  };
  if (present.length === 0) firsts.forEach(append);
  return {
    place: (xml) => numbers.get(xml) ?? append(xml),
    count,
    edits: () => {
      if (list === undefined || added.length === 0) return [];
      return [setAttribute(list, "count", String(count())), appendTo(list, added.join(""))];
    },
    element: (name) =>
      list !== undefined || added.length === 0
        ? undefined
        : `<${name} count="${count()}">${added.join("")}</${name}>`,
  };
}
