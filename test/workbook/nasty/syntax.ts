import { NAMESPACE, XML_DECLARATION, type Part, type Relationship } from "./part.ts";

/** How a program writes the XML of a package. */
export type Syntax = "excel" | "openpyxl" | "prefixed" | "strict";

/** A part as it will lie in the zip file. */
export type WrittenPart = { readonly name: string; readonly bytes: Uint8Array };

/** All parts of a package in one syntax, the content types and relationship parts included. */
export function written(
  parts: readonly Part[],
  ofPackage: readonly Relationship[],
  syntax: Syntax,
): readonly WrittenPart[] {
  const contentTypes = inSyntax("[Content_Types].xml", contentTypesText(parts, syntax), syntax);
  const others = [
    inSyntax("_rels/.rels", relationshipsText("", ofPackage, syntax), syntax),
    ...parts.flatMap((part) => {
      const { relationships = [] } = part;
      const itself = inSyntax(part.name, part.body, syntax);
      if (relationships.length === 0) return [itself];
      const text = relationshipsText(part.name, relationships, syntax);
      return [itself, inSyntax(relationshipsName(part.name), text, syntax)];
    }),
  ];
  return syntax === "openpyxl" ? [...others, contentTypes] : [contentTypes, ...others];
}

const STRICT: readonly (readonly [string, string])[] = [
  [`${NAMESPACE.relationships}/extended-properties`, "relationships/extendedProperties"],
  [`${NAMESPACE.relationships}/custom-properties`, "relationships/customProperties"],
  [NAMESPACE.relationships, "relationships"],
  [
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "extendedProperties",
  ],
  ["http://schemas.openxmlformats.org/officeDocument/2006/custom-properties", "customProperties"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes", "docPropsVTypes"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/customXml", "customXml"],
];

function inSyntax(name: string, body: string | Uint8Array, syntax: Syntax): WrittenPart {
  if (typeof body !== "string") return { name, bytes: body };
  const text = SYNTAX[syntax](body, name);
  return { name, bytes: new TextEncoder().encode(text) };
}

const SYNTAX: Readonly<Record<Syntax, (text: string, name: string) => string>> = {
  excel: (text) => text,
  openpyxl: (text, name) =>
    (name === "xl/workbook.xml" ? withLocalPrefix(text) : text).replace(
      XML_DECLARATION,
      name.startsWith("xl/") ? "" : "<?xml version='1.0' encoding='UTF-8'?>\n",
    ),
  prefixed: (text, name) =>
    text.includes(` xmlns="${NAMESPACE.main}"`) ? withPrefixes(text, name) : text,
  strict,
};

/** Relationship ids whose namespace each element declares for itself. */
const withLocalPrefix = (text: string): string =>
  text
    .replace(` xmlns:r="${NAMESPACE.relationships}"`, "")
    .replaceAll(" r:id=", ` xmlns:r="${NAMESPACE.relationships}" r:id=`);

/** Elements as `x:worksheet`, as .NET writes them, with a byte order mark before the workbook. */
function withPrefixes(text: string, name: string): string {
  const prefixed = text
    .replace(/<(\/?)([A-Za-z]\w*)(?=[\s/>])/g, "<$1x:$2")
    .replace(` xmlns="${NAMESPACE.main}"`, ` xmlns:x="${NAMESPACE.main}"`);
  if (name !== "xl/workbook.xml") return prefixed;
  return `\uFEFF${prefixed.replace(" xmlns:r=", " xmlns:rel=").replaceAll(" r:id=", " rel:id=")}`;
}

function strict(text: string): string {
  let result = text
    .replace(`<workbook xmlns="${NAMESPACE.main}"`, '$& conformance="strict"')
    .replaceAll(NAMESPACE.main, "http://purl.oclc.org/ooxml/spreadsheetml/main")
    .replaceAll(
      "http://schemas.openxmlformats.org/drawingml/2006/",
      "http://purl.oclc.org/ooxml/drawingml/",
    );
  for (const [transitional, word] of STRICT) {
    result = result.replaceAll(transitional, `http://purl.oclc.org/ooxml/officeDocument/${word}`);
  }
  // Excel's own relationship types have no strict form.
  return result.replaceAll("relationships/sheetMetadata", "relationships/sheetMetadata");
}

function relationshipsText(
  owner: string,
  relationships: readonly Relationship[],
  syntax: Syntax,
): string {
  const items = relationships.map(({ id, type, target, outside }) => {
    const fullType = type.includes(":") ? type : `${NAMESPACE.relationships}/${type}`;
    const address = outside ? target.replaceAll("&", "&amp;") : targetText(owner, target, syntax);
    const mode = outside ? ' TargetMode="External"' : "";
    return syntax === "openpyxl"
      ? `<Relationship Type='${fullType}' Target='${address}'${mode} Id='${id}' />`
      : `<Relationship Id="${id}" Type="${fullType}" Target="${address}"${mode}/>`;
  });
  return `${XML_DECLARATION}<Relationships xmlns="${NAMESPACE.packageRelationships}">${items.join("")}</Relationships>`;
}

/** Excel writes targets relative to the owner's folder, openpyxl from the root. */
function targetText(owner: string, target: string, syntax: Syntax): string {
  if (syntax === "openpyxl") return `/${target}`;
  const from = owner.split("/").slice(0, -1);
  const to = target.split("/");
  while (from.length > 0 && from[0] === to[0]) {
    from.shift();
    to.shift();
  }
  return [...from.map(() => ".."), ...to].join("/");
}

function contentTypesText(parts: readonly Part[], syntax: Syntax): string {
  const defaults = [
    "bin application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings",
    "png image/png",
    "rels application/vnd.openxmlformats-package.relationships+xml",
    "vml application/vnd.openxmlformats-officedocument.vmlDrawing",
    "xml application/xml",
  ].map((line) => {
    const [extension = "", type = ""] = line.split(" ");
    return `<Default Extension="${extension}" ContentType="${type}"/>`;
  });
  const overrides = parts.flatMap(({ name, contentType }) =>
    contentType === undefined
      ? []
      : [`<Override PartName="/${name}" ContentType="${contentType}"/>`],
  );
  const items = syntax === "openpyxl" ? [...overrides, ...defaults] : [...defaults, ...overrides];
  return `${XML_DECLARATION}<Types xmlns="${NAMESPACE.contentTypes}">${items.join("")}</Types>`;
}

function relationshipsName(part: string): string {
  const at = part.lastIndexOf("/") + 1;
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
}
