import { attributeText, elementText } from "../sheet/xmlText.ts";
import { attributeOf, childOf, childrenOf, isTrue, type XmlElement } from "../xml/element.ts";
import { appendTo, insertAt, prefixOf, setAttribute, type Edit } from "../xml/splice.ts";
import type { Dialect } from "./dialect.ts";

/** A sheet to add behind the last one. */
export type NewSheet = { readonly name: string; readonly relationshipId: string };

/** A name that belongs to one sheet, by the sheet's place among all. */
export type SheetScopedName = {
  readonly name: string;
  readonly place: number;
  /** Without an equals sign. */
  readonly refersTo: string;
  readonly hidden: boolean;
};

/** Edits of the main part that add sheets, all with numbers of their own. */
export function sheetEdits(
  list: XmlElement,
  added: readonly NewSheet[],
  dialect: Dialect,
): readonly Edit[] {
  if (added.length === 0) return [];
  const prefix = prefixOf(list);
  const taken = new Set(list.children.map((sheet) => Number(attributeOf(sheet, "sheetId"))));
  const ids = freeSheetIds(taken, added.length);
  const link = relationshipAttribute(list, dialect);
  const xml = added.map(
    ({ name, relationshipId }, index) =>
      `<${prefix}sheet name="${attributeText(name)}" sheetId="${ids[index] ?? 0}" ` +
      `${link(relationshipId)}/>`,
  );
  return [appendTo(list, xml.join(""))];
}

/** Edits that give sheets names of their own; one that is there already gets its new value. */
export function nameEdits(root: XmlElement, names: readonly SheetScopedName[]): readonly Edit[] {
  if (names.length === 0) return [];
  const prefix = prefixOf(root);
  const list = childOf(root, "definedNames");
  const ordered = [...names].sort(byNameThenPlace);
  if (list === undefined) {
    const xml = ordered.map((name) => nameXml(name, prefix)).join("");
    const all = `<${prefix}definedNames>${xml}</${prefix}definedNames>`;
    return [insertAt(behind(root, BEFORE_NAMES), all)];
  }
  const present = childrenOf(list, "definedName");
  const known = new Map(present.map((element) => [keyOf(element), element]));
  const edits: Edit[] = [];
  let last = "";
  for (const name of ordered) {
    const xml = nameXml(name, prefix);
    const same = known.get(`${name.name.toLowerCase()}/${name.place}`);
    // Excel keeps names in alphabetical order.
    const next = present.find(
      (element) => (attributeOf(element, "name") ?? "").toLowerCase() > name.name.toLowerCase(),
    );
    if (same !== undefined) edits.push({ start: same.tag.start, end: same.end, text: xml });
    else if (next !== undefined) edits.push(insertAt(next.tag.start, xml));
    else last += xml;
  }
  return last === "" ? edits : [...edits, appendTo(list, last)];
}

/**
 * Edits that make Excel compute everything when it opens the workbook: formulas of the user's that
 * read a tab hold values of the tab as it was before.
 */
export function recalculationEdits(root: XmlElement): readonly Edit[] {
  const settings = childOf(root, "calcPr");
  if (settings === undefined) {
    const xml = `<${prefixOf(root)}calcPr fullCalcOnLoad="1"/>`;
    return [insertAt(behind(root, [...BEFORE_NAMES, "definedNames"]), xml)];
  }
  return isTrue(attributeOf(settings, "fullCalcOnLoad"))
    ? []
    : [setAttribute(settings, "fullCalcOnLoad", "1")];
}

/** What stands before the defined names (ECMA-376 Part 1, 18.2.27). */
const BEFORE_NAMES = ["sheets", "functionGroups", "externalReferences"];

const MOST_SHEET_ID = 65534;

function byNameThenPlace(a: SheetScopedName, b: SheetScopedName): number {
  if (a.name === b.name) return a.place - b.place;
  return a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1;
}

const keyOf = (element: XmlElement): string =>
  `${(attributeOf(element, "name") ?? "").toLowerCase()}/${attributeOf(element, "localSheetId") ?? ""}`;

const nameXml = ({ name, place, refersTo, hidden }: SheetScopedName, prefix: string): string =>
  `<${prefix}definedName name="${attributeText(name)}" localSheetId="${place}"` +
  `${hidden ? ' hidden="1"' : ""}>${elementText(refersTo)}</${prefix}definedName>`;

/** The offset behind the last of some elements; every workbook has `sheets`. */
function behind(root: XmlElement, names: readonly string[]): number {
  return root.children.reduce(
    (offset, child) => (names.includes(child.local) ? child.end : offset),
    root.tag.end,
  );
}

/** Numbers behind the largest one, or the smallest free ones where that is too large. */
function freeSheetIds(taken: ReadonlySet<number>, count: number): readonly number[] {
  let largest = 0;
  for (const id of taken) if (id > largest) largest = id;
  let next = largest + count > MOST_SHEET_ID ? 1 : largest + 1;
  const ids: number[] = [];
  for (; ids.length < count; next++) if (!taken.has(next)) ids.push(next);
  return ids;
}

/** `r:id="…"` with the prefix in scope, or with one declared on the spot. */
function relationshipAttribute(list: XmlElement, dialect: Dialect): (id: string) => string {
  for (const [prefix, address] of list.tag.namespaces) {
    if (prefix !== "" && address === dialect.relationships) return (id) => `${prefix}:id="${id}"`;
  }
  return (id) => `xmlns:r="${dialect.relationships}" r:id="${id}"`;
}
