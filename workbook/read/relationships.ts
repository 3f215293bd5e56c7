import { isRefusal, type Refusal } from "../refusals.ts";
import { attributeOf, childrenOf, parseXml } from "../xml/element.ts";
import { findEntry, type ZipPackage } from "../zip/zipPackage.ts";
import { partText } from "./partText.ts";

/** One link from a part to another part, or to something outside the file. */
export type Relationship = {
  readonly id: string;
  /** The last word of its type, such as `worksheet`: the same in transitional and strict files. */
  readonly type: string;
  /** The name of the part, without leading slash; the address when external. */
  readonly target: string;
  readonly external: boolean;
};

/** The relationships of a part, "" for those of the package; none when it has no such file. */
export function readRelationships(
  zip: ZipPackage,
  part: string,
): readonly Relationship[] | Refusal {
  const name = relationshipsPart(part);
  if (findEntry(zip, name) === undefined) return [];
  const text = partText(zip, name);
  if (isRefusal(text)) return text;
  const root = parseXml(text, name);
  if (isRefusal(root)) return root;
  return childrenOf(root, "Relationship").map((element) => {
    const target = attributeOf(element, "Target") ?? "";
    const external = attributeOf(element, "TargetMode") === "External";
    return {
      id: attributeOf(element, "Id") ?? "",
      type: (attributeOf(element, "Type") ?? "").replace(/^.*\//, ""),
      target: external ? target : resolveTarget(part, target),
      external,
    };
  });
}

/** The name of the file that holds the relationships of a part. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** The name of the part that a target means, seen from the part that names it. */
export function resolveTarget(part: string, target: string): string {
  const path = target.startsWith("/")
    ? target
    : `${part.slice(0, part.lastIndexOf("/") + 1)}${target}`;
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}
