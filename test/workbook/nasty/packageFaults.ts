import {
  contentTypeOf,
  elements,
  illFormed,
  packageParts,
  partText,
  relationsOf,
  type PackageParts,
} from "../../support/packageParts.ts";

/** What is wrong with a package as a whole; each fault in words. */
export function packageFaults(file: Uint8Array): readonly string[] {
  const parts = packageParts(file);
  const names = [...parts.keys()];
  return [
    ...names.flatMap((name) => (isXml(name) ? malformed(parts, name) : [])),
    ...names.flatMap((name) => typeFaults(parts, name)),
    ...["", ...names].flatMap((owner) => relationFaults(parts, owner)),
    ...elements(partText(parts, "[Content_Types].xml"), "Override").flatMap(({ PartName = "" }) =>
      parts.has(PartName.slice(1))
        ? []
        : [`a content type is given to ${PartName}, which is not there`],
    ),
    ...names.flatMap((name) => orphanFaults(parts, name)),
  ];
}

const isXml = (name: string): boolean => /\.(?:xml|rels|vml)$/.test(name);

function malformed(parts: PackageParts, name: string): readonly string[] {
  const fault = illFormed(partText(parts, name));
  return fault === undefined ? [] : [`${name} is not well formed at ${fault}`];
}

/** A part of the workbook that is XML of no known kind is ignored, or taken for damage. */
function typeFaults(parts: PackageParts, name: string): readonly string[] {
  if (name === "[Content_Types].xml") return [];
  const type = contentTypeOf(parts, name);
  if (type === undefined) return [`${name} has no content type`];
  return type === "application/xml" && name.startsWith("xl/")
    ? [`${name} is of no known type`]
    : [];
}

/** Targets that are not there, ids given twice, and ids that a part uses but nobody gives. */
function relationFaults(parts: PackageParts, owner: string): readonly string[] {
  const relations = relationsOf(parts, owner);
  const ids = relations.map(({ id }) => id);
  const used = isXml(owner) && !owner.endsWith(".rels") ? usedIds(partText(parts, owner)) : [];
  return [
    ...relations.flatMap(({ id, target, outside }) =>
      outside || parts.has(target) ? [] : [`${owner} ${id} leads to ${target}, which is not there`],
    ),
    ...(new Set(ids).size === ids.length ? [] : [`${owner} gives an id twice`]),
    ...used.flatMap((id) => (ids.includes(id) ? [] : [`${owner} uses ${id}, which is not given`])),
  ];
}

const usedIds = (text: string): readonly string[] =>
  [...text.matchAll(/ (?:r|rel):(?:id|embed|link)="([^"]*)"/g)].map(([, id = ""]) => id);

/** A part to which nothing leads is lost when the file is saved. */
function orphanFaults(parts: PackageParts, name: string): readonly string[] {
  if (name.endsWith(".rels") || name === "[Content_Types].xml") return [];
  const isReached = ["", ...parts.keys()].some((owner) =>
    relationsOf(parts, owner).some(({ target, outside }) => !outside && target === name),
  );
  return isReached ? [] : [`nothing leads to ${name}`];
}
