import { attributeText } from "../sheet/xmlText.ts";
import { attributeOf, childrenOf, type XmlElement } from "../xml/element.ts";
import { appendTo, prefixOf, removal, type Edit } from "../xml/splice.ts";
import { partKey } from "../zip/zipPackage.ts";

/** A link from a part to another; the target is relative to the part. */
export type NewRelationship = {
  readonly id: string;
  readonly type: string;
  readonly target: string;
};

/** So many relationship ids that no relationship of a part has yet. */
export function freeRelationshipIds(root: XmlElement, count: number): readonly string[] {
  const taken = new Set(
    childrenOf(root, "Relationship").map((element) => attributeOf(element, "Id")?.toLowerCase()),
  );
  const ids: string[] = [];
  for (let number = 1; ids.length < count; number++) {
    const id = `rIdTlh${number}`;
    if (!taken.has(id.toLowerCase())) ids.push(id);
  }
  return ids;
}

/** Edits that add relationships, and take away those with some ids. */
export function relationshipEdits(
  root: XmlElement,
  added: readonly NewRelationship[],
  removed: ReadonlySet<string>,
): readonly Edit[] {
  const prefix = prefixOf(root);
  const removals = childrenOf(root, "Relationship")
    .filter((element) => removed.has(attributeOf(element, "Id") ?? ""))
    .map(removal);
  const xml = added.map((link) => relationshipXml(link, prefix)).join("");
  return xml === "" ? removals : [...removals, appendTo(root, xml)];
}

/** Edits that name the content types of new parts, and forget those of removed ones. */
export function contentTypeEdits(
  root: XmlElement,
  added: ReadonlyMap<string, string>,
  removed: ReadonlySet<string>,
): readonly Edit[] {
  const prefix = prefixOf(root);
  const types = new Map([...added].map(([part, type]) => [partKey(part), type]));
  const gone = new Set([...removed].map(partKey));
  const removals: Edit[] = [];
  const known = new Set<string>();
  for (const element of childrenOf(root, "Override")) {
    const key = partKey(attributeOf(element, "PartName") ?? "");
    const type = types.get(key);
    if (type !== undefined && type === attributeOf(element, "ContentType")) known.add(key);
    else if (type !== undefined || gone.has(key)) removals.push(removal(element));
  }
  const xml = [...added]
    .filter(([part]) => !known.has(partKey(part)))
    .map(
      ([part, type]) =>
        `<${prefix}Override PartName="/${attributeText(part)}" ContentType="${type}"/>`,
    )
    .join("");
  const all = `${relationshipsDefault(root, prefix)}${xml}`;
  return all === "" ? removals : [...removals, appendTo(root, all)];
}

/** The relationships file of a part with these links alone. */
export const relationshipsXml = (links: readonly NewRelationship[]): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  links.map((link) => relationshipXml(link, "")).join("") +
  "</Relationships>";

/** A target as a part of the package names another: `../drawings/drawing1.xml`. */
export function relativeTarget(from: string, to: string): string {
  const steps = from.split("/").slice(0, -1);
  const target = to.split("/");
  let common = 0;
  while (common < steps.length && common < target.length - 1 && steps[common] === target[common]) {
    common++;
  }
  return [...steps.slice(common).map(() => ".."), ...target.slice(common)].join("/");
}

const relationshipXml = ({ id, type, target }: NewRelationship, prefix: string): string =>
  `<${prefix}Relationship Id="${id}" Type="${type}" Target="${attributeText(target)}"/>`;

/** New relationship files need the type of their ending; nearly every package states it. */
function relationshipsDefault(root: XmlElement, prefix: string): string {
  const isStated = childrenOf(root, "Default").some(
    (element) => attributeOf(element, "Extension")?.toLowerCase() === "rels",
  );
  return isStated
    ? ""
    : `<${prefix}Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`;
}
