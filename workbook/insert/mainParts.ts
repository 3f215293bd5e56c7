import { partText } from "../read/partText.ts";
import type { OpenWorkbook } from "../read/readWorkbook.ts";
import { readRelationships, relationshipsPart, type Relationship } from "../read/relationships.ts";
import { damagedPart, isRefusal, type Refusal } from "../refusals.ts";
import { attributeOf, childOf, type XmlElement } from "../xml/element.ts";
import { partKey } from "../zip/zipPackage.ts";
import { dialectOf, type Dialect } from "./dialect.ts";
import { editablePart, type EditablePart } from "./editablePart.ts";
import { orphanedParts } from "./orphanedParts.ts";
import type { PlannedTab } from "./planTabs.ts";

/** The parts of a workbook to which lines are added. */
export type MainParts = {
  readonly book: EditablePart;
  /** The list of sheets in `book`. */
  readonly sheets: XmlElement;
  readonly links: EditablePart;
  readonly contentTypes: EditablePart;
  readonly relationships: readonly Relationship[];
  readonly dialect: Dialect;
  /** The folder of the workbook's parts, nearly always `xl/`. */
  readonly folder: string;
};

/** Opens the parts that will change; refuses what is missing or damaged. */
export function openMainParts(workbook: OpenWorkbook): MainParts | Refusal {
  const { package: zip, workbookPart } = workbook;
  const book = editablePart(zip, workbookPart);
  if (isRefusal(book)) return book;
  const links = editablePart(zip, relationshipsPart(workbookPart));
  if (isRefusal(links)) return links;
  const contentTypes = editablePart(zip, "[Content_Types].xml");
  if (isRefusal(contentTypes)) return contentTypes;
  const relationships = readRelationships(zip, workbookPart);
  if (isRefusal(relationships)) return relationships;
  const sheets = childOf(book.root, "sheets");
  if (sheets === undefined) return damagedPart(workbookPart);
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf("/") + 1);
  const dialect = dialectOf(book.root.tag.namespace);
  return { book, sheets, links, contentTypes, relationships, dialect, folder };
}

/** What goes when tabs are replaced: parts that served the old ones alone. */
export type RemovedParts = {
  readonly parts: ReadonlySet<string>;
  /** Ids of relationships of the workbook that go with them. */
  readonly links: ReadonlySet<string>;
};

/**
 * Finds the parts that go: drawings, charts and comments of the tabs that are replaced, and a
 * calculation chain that names their cells, since Excel takes a chain that names a cell without a
 * formula for damage. Excel builds it anew.
 */
export function partsToRemove(
  workbook: OpenWorkbook,
  main: MainParts,
  plan: readonly PlannedTab[],
): RemovedParts | Refusal {
  const replaced = plan.filter(({ earlier }) => earlier !== undefined);
  if (replaced.length === 0) return { parts: new Set(), links: new Set() };
  const sheetParts = replaced.flatMap(({ earlier }) => (earlier === undefined ? [] : earlier.part));
  const orphans = orphanedParts(workbook.package, sheetParts);
  if (isRefusal(orphans)) return orphans;
  const places = replaced.map(({ place }) => place);
  const chain = chainNaming(workbook, main, places);
  if (isRefusal(chain)) return chain;
  return { parts: new Set([...orphans, ...chain.parts]), links: chain.links };
}

/** The calculation chain as a part that goes, when it names cells of sheets at these places. */
export function chainNaming(
  workbook: OpenWorkbook,
  main: MainParts,
  places: readonly number[],
): RemovedParts | Refusal {
  const kept: RemovedParts = { parts: new Set(), links: new Set() };
  const chain = main.relationships.find(({ type }) => type === "calcChain");
  if (chain === undefined || places.length === 0) return kept;
  const text = partText(workbook.package, chain.target);
  if (isRefusal(text)) return text;
  const sheetIds = new Set(places.map((place) => sheetIdAt(main.sheets, place)));
  const namesThem = [...text.matchAll(/\si\s*=\s*["'](\d+)["']/g)].some(([, id]) =>
    sheetIds.has(id),
  );
  return namesThem ? { parts: new Set([partKey(chain.target)]), links: new Set([chain.id]) } : kept;
}

function sheetIdAt(sheets: XmlElement, place: number): string | undefined {
  const sheet = sheets.children[place];
  return sheet === undefined ? undefined : attributeOf(sheet, "sheetId");
}
