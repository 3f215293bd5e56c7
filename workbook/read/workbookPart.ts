import { damagedPart, isRefusal, type Refusal } from "../refusals.ts";
import {
  attributeOf,
  childOf,
  childrenOf,
  isTrue,
  parseXml,
  relationshipIdOf,
  type XmlElement,
} from "../xml/element.ts";
import type { ZipPackage } from "../zip/zipPackage.ts";
import { partText } from "./partText.ts";
import { readRelationships, type Relationship } from "./relationships.ts";

/** One sheet of a workbook, in the order of its tabs. */
export type SheetEntry = {
  readonly name: string;
  readonly partName: string;
  readonly state: "visible" | "hidden" | "veryHidden";
  /** Other sheets are charts, dialogs and macro sheets, which have no cells. */
  readonly kind: "worksheet" | "other";
};

/** A name that stands for a range or a formula. */
export type DefinedName = {
  readonly name: string;
  /** As the file has it, without an equals sign. */
  readonly refersTo: string;
  /** The sheet that it belongs to; undefined when it holds for the whole workbook. */
  readonly sheet: string | undefined;
  readonly hidden: boolean;
};

/** What the main part of a workbook says. */
export type WorkbookPart = {
  readonly dateSystem: 1900 | 1904;
  readonly structureLocked: boolean;
  readonly sheets: readonly SheetEntry[];
  readonly definedNames: readonly DefinedName[];
  readonly relationships: readonly Relationship[];
};

/** Reads the main part of a workbook; undefined when it is the main part of something else. */
export function readWorkbookPart(
  zip: ZipPackage,
  part: string,
): WorkbookPart | undefined | Refusal {
  const text = partText(zip, part);
  if (isRefusal(text)) return text;
  const root = parseXml(text, part);
  if (isRefusal(root)) return root;
  if (root.local !== "workbook") return undefined;
  const relationships = readRelationships(zip, part);
  if (isRefusal(relationships)) return relationships;
  const sheets = readSheets(root, relationships);
  if (sheets === undefined) return damagedPart(part);
  return {
    dateSystem: flagOf(root, "workbookPr", "date1904") ? 1904 : 1900,
    structureLocked: flagOf(root, "workbookProtection", "lockStructure"),
    sheets,
    definedNames: readDefinedNames(root, sheets),
    relationships,
  };
}

function flagOf(root: XmlElement, element: string, attribute: string): boolean {
  const found = childOf(root, element);
  return found !== undefined && isTrue(attributeOf(found, attribute));
}

/** Undefined when there is no sheet, or one without a name or a part. */
function readSheets(
  root: XmlElement,
  relationships: readonly Relationship[],
): readonly SheetEntry[] | undefined {
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const list = childOf(root, "sheets");
  const sheets: SheetEntry[] = [];
  for (const element of list === undefined ? [] : childrenOf(list, "sheet")) {
    const name = attributeOf(element, "name");
    const relationship = byId.get(relationshipIdOf(element) ?? "");
    if (name === undefined || relationship === undefined) return undefined;
    sheets.push({
      name,
      partName: relationship.target,
      state: stateOf(attributeOf(element, "state")),
      kind: relationship.type === "worksheet" ? "worksheet" : "other",
    });
  }
  return sheets.length === 0 ? undefined : sheets;
}

const stateOf = (state: string | undefined): SheetEntry["state"] =>
  state === "hidden" || state === "veryHidden" ? state : "visible";

function readDefinedNames(root: XmlElement, sheets: readonly SheetEntry[]): readonly DefinedName[] {
  const list = childOf(root, "definedNames");
  return (list === undefined ? [] : childrenOf(list, "definedName")).map((element) => {
    const sheet = attributeOf(element, "localSheetId");
    return {
      name: attributeOf(element, "name") ?? "",
      refersTo: element.text,
      sheet: sheet === undefined ? undefined : sheets[Number(sheet)]?.name,
      hidden: isTrue(attributeOf(element, "hidden")),
    };
  });
}
