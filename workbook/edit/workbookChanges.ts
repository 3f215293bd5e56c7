import { changedParts } from "../insert/editablePart.ts";
import { chainNaming, openMainParts } from "../insert/mainParts.ts";
import { contentTypeEdits, relationshipEdits } from "../insert/packageEdits.ts";
import { recalculationEdits } from "../insert/workbookEdits.ts";
import { partText } from "../read/partText.ts";
import type { OpenWorkbook } from "../read/readWorkbook.ts";
import { isRefusal, type Refusal } from "../refusals.ts";
import type { ScannedSheet } from "./refuseCells.ts";

/**
 * What changes beside the edited sheets: a workbook with formulas is computed when it is opened,
 * and a calculation chain goes that names the sheets of formulas that were written over.
 */
export function workbookChanges(
  workbook: OpenWorkbook,
  sheets: readonly ScannedSheet[],
): ReadonlyMap<string, Uint8Array | "remove"> | Refusal {
  const hasFormulas = findFormulas(workbook, sheets);
  if (isRefusal(hasFormulas)) return hasFormulas;
  if (!hasFormulas) return new Map();
  const main = openMainParts(workbook);
  if (isRefusal(main)) return main;
  const { book, links, contentTypes } = main;
  const losing = sheets.filter(({ scan }) => scan.formulas.lost);
  const places = losing.map(({ place }) => place);
  const removed = chainNaming(workbook, main, places);
  if (isRefusal(removed)) return removed;
  const changes = new Map<string, Uint8Array | "remove">(
    changedParts([
      { part: book, edits: recalculationEdits(book.root) },
      ...(removed.parts.size === 0
        ? []
        : [
            { part: links, edits: relationshipEdits(links.root, [], removed.links) },
            {
              part: contentTypes,
              edits: contentTypeEdits(contentTypes.root, new Map(), removed.parts),
            },
          ]),
    ]),
  );
  for (const part of removed.parts) changes.set(part, "remove");
  return changes;
}

/** True when any cell of the workbook has a formula. Sheets are read only until one is found. */
function findFormulas(
  { package: zip, sheets }: OpenWorkbook,
  scanned: readonly ScannedSheet[],
): boolean | Refusal {
  if (scanned.some(({ scan }) => scan.formulas.any)) return true;
  const known = new Set(scanned.map(({ sheet }) => sheet));
  for (const sheet of sheets) {
    if (sheet.kind !== "worksheet" || known.has(sheet)) continue;
    const text = partText(zip, sheet.partName);
    if (isRefusal(text)) return text;
    if (FORMULA.test(text)) return true;
  }
  return false;
}

const FORMULA = /<(?:[\w.-]+:)?f[\s/>]/;
