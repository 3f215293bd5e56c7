import { isRefusal, type Refusal } from "../refusals.ts";
import { readRelationships, relationshipsPart } from "../read/relationships.ts";
import { findEntry, partKey, type ZipPackage } from "../zip/zipPackage.ts";

/**
 * The parts that only these sheets lead to, such as the drawing and the chart of a tab that is
 * about to be made anew, with their files of relationships. The sheets themselves are not among
 * them, and neither is anything that another part leads to.
 */
export function orphanedParts(
  zip: ZipPackage,
  sheetParts: readonly string[],
): ReadonlySet<string> | Refusal {
  const sheets = new Set(sheetParts.map(partKey));
  const kept = reachable(zip, [""], sheets);
  if (isRefusal(kept)) return kept;
  const below = reachable(zip, sheetParts, new Set());
  if (isRefusal(below)) return below;
  const orphans = new Set<string>();
  for (const part of sheetParts) orphans.add(relationshipsPart(part));
  for (const part of below) {
    if (kept.has(part) || sheets.has(part)) continue;
    orphans.add(part);
    orphans.add(relationshipsPart(part));
  }
  return new Set([...orphans].filter((part) => findEntry(zip, part) !== undefined));
}

/** Keys of the parts that links lead to from some parts, not going on from those to stop at. */
function reachable(
  zip: ZipPackage,
  from: readonly string[],
  stopAt: ReadonlySet<string>,
): ReadonlySet<string> | Refusal {
  const seen = new Set<string>();
  const waiting = [...from];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const links = readRelationships(zip, part);
    if (isRefusal(links)) return links;
    for (const { target, external } of links) {
      const key = partKey(target);
      if (external || seen.has(key)) continue;
      seen.add(key);
      if (!stopAt.has(key)) waiting.push(target);
    }
  }
  return seen;
}
