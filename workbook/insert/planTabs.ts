import { freeSheetName, type Tab } from "../../core/index.ts";
import { partText } from "../read/partText.ts";
import type { OpenWorkbook } from "../read/readWorkbook.ts";
import type { SheetEntry } from "../read/workbookPart.ts";
import { isRefusal, type Refusal } from "../refusals.ts";
import { decodeEntities } from "../xml/entities.ts";
import { generatedTabs } from "./generatedTabs.ts";

/** Where a tab goes: into the sheet that an earlier run made, or into a new one at the end. */
export type PlannedTab = {
  readonly tab: Tab;
  /** The sheet's name, which its user may have chosen. */
  readonly name: string;
  /** The sheet's place among all, from 0. */
  readonly place: number;
  readonly earlier: EarlierSheet | undefined;
};

/** What stays of the sheet of an earlier run when the tab is made anew. */
export type EarlierSheet = {
  readonly part: string;
  /** The macro module that belongs to it. */
  readonly codeName: string | undefined;
  readonly selected: boolean;
};

/** Decides for each tab where it goes. Only sheets that bear the product's mark are replaced. */
export function planTabs(
  workbook: OpenWorkbook,
  tabs: readonly Tab[],
): readonly PlannedTab[] | Refusal {
  const names = workbook.sheets.map(({ name }) => name);
  const marked = markedSheets(workbook);
  const plan: PlannedTab[] = [];
  for (const tab of tabs) {
    const place = takeSheet(marked, tab);
    if (place === undefined) {
      const name = freeSheetName(tab.name, names);
      plan.push({ tab, name, place: names.length, earlier: undefined });
      names.push(name);
      continue;
    }
    const sheet = workbook.sheets[place] as SheetEntry;
    const earlier = earlierSheet(workbook, sheet.partName);
    if (isRefusal(earlier)) return earlier;
    plan.push({ tab, name: sheet.name, place, earlier });
  }
  return plan;
}

type MarkedSheet = { readonly key: string; readonly name: string; readonly place: number };

function markedSheets(workbook: OpenWorkbook): MarkedSheet[] {
  const places = new Map(workbook.sheets.map(({ name }, place) => [name, place]));
  return generatedTabs(workbook).flatMap(({ name, key }) => {
    const place = places.get(name);
    return place === undefined || workbook.sheets[place]?.kind !== "worksheet"
      ? []
      : [{ key, name, place }];
  });
}

/**
 * The place of the sheet that a tab made earlier. A copy of it bears the same mark: the one of the
 * tab's own name comes first, and copies stay as their user left them.
 */
function takeSheet(marked: MarkedSheet[], tab: Tab): number | undefined {
  const same = marked.filter(({ key }) => key === tab.key);
  const chosen = same.find(({ name }) => name === tab.name) ?? same[0];
  if (chosen === undefined) return undefined;
  marked.splice(marked.indexOf(chosen), 1);
  return chosen.place;
}

function earlierSheet(workbook: OpenWorkbook, part: string): EarlierSheet | Refusal {
  const text = partText(workbook.package, part);
  if (isRefusal(text)) return text;
  // What is asked for stands before the rows, of which there may be many.
  const rows = text.search(/<(?:[\w.-]+:)?sheetData[\s/>]/);
  const head = rows < 0 ? text : text.slice(0, rows);
  const codeName = /<(?:[\w.-]+:)?sheetPr\s[^>]*?\bcodeName\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(
    head,
  );
  const written = codeName?.[1] ?? codeName?.[2];
  return {
    part,
    codeName: written === undefined ? undefined : decodeEntities(written),
    selected: /<(?:[\w.-]+:)?sheetView\s[^>]*?\btabSelected\s*=\s*["'](?:1|true)["']/.test(head),
  };
}
