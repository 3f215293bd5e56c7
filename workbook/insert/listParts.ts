import { changedParts } from "./editablePart.ts";
import type { MainParts, RemovedParts } from "./mainParts.ts";
import {
  contentTypeEdits,
  freeRelationshipIds,
  relationshipEdits,
  relativeTarget,
} from "./packageEdits.ts";
import type { PlannedTab } from "./planTabs.ts";
import { SPREADSHEET, type TabParts } from "./tabParts.ts";
import { nameEdits, recalculationEdits, sheetEdits } from "./workbookEdits.ts";

/** Tabs that have been made, and what goes and comes with them. */
export type MadeTabs = {
  readonly main: MainParts;
  readonly plan: readonly PlannedTab[];
  /** In the order of the plan. */
  readonly made: readonly TabParts[];
  readonly removed: RemovedParts;
  /** Name of the stylesheet where the workbook had none. */
  readonly newStyles: string | undefined;
};

/**
 * The three parts that list what a workbook holds, with the tabs in them: the main part, its
 * relationships and the content types. One that need not change is left out.
 */
export function listParts(tabs: MadeTabs): ReadonlyMap<string, Uint8Array> {
  const { main, plan, made, removed, newStyles } = tabs;
  const { book, links, contentTypes, dialect } = main;
  const added = plan.flatMap((planned, index) => {
    const parts = made[index];
    return planned.earlier === undefined && parts !== undefined
      ? [{ name: planned.name, part: parts.sheetPart }]
      : [];
  });
  const targets = [
    ...added.map(({ part }) => ({ part, type: "worksheet" })),
    ...(newStyles === undefined ? [] : [{ part: newStyles, type: "styles" }]),
  ];
  const ids = freeRelationshipIds(links.root, targets.length);
  const newLinks = targets.map(({ part, type }, index) => ({
    id: ids[index] ?? "",
    type: `${dialect.relationships}/${type}`,
    target: relativeTarget(book.name, part),
  }));
  const newSheets = added.map(({ name }, index) => ({ name, relationshipId: ids[index] ?? "" }));
  const types = new Map(made.flatMap((parts) => [...parts.contentTypes]));
  if (newStyles !== undefined) types.set(newStyles, `${SPREADSHEET}.styles+xml`);
  const isReplacing = plan.some(({ earlier }) => earlier !== undefined);

  return changedParts([
    {
      part: book,
      edits: [
        ...sheetEdits(main.sheets, newSheets, dialect),
        ...nameEdits(
          book.root,
          made.flatMap(({ names }) => names),
        ),
        ...(isReplacing ? recalculationEdits(book.root) : []),
      ],
    },
    { part: links, edits: relationshipEdits(links.root, newLinks, removed.links) },
    { part: contentTypes, edits: contentTypeEdits(contentTypes.root, types, removed.parts) },
  ]);
}
