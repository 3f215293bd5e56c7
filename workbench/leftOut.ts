import type { UnsavedChange } from "./gridCommands.ts";
import type { OpenBook } from "./openBook.ts";
import type { Grid } from "./univerGrid.ts";

/** Sentences about sheets that were deleted, renamed or added here: files keep theirs. */
export function aboutSheets(grid: Grid, { book, ids, keys }: OpenBook): readonly string[] {
  const shown = new Map(grid.sheets().map(({ id, name }) => [id, name]));
  const tabs = new Set([...shown.keys()].map((id) => keys.get(id)));
  const ofFile = book.sheets.flatMap(({ name, key }) => {
    const now = shown.get(ids.get(name) ?? "");
    if (key !== undefined && tabs.has(key)) return [];
    if (now === undefined)
      return [`The sheet "${name}" stays in the file, though you deleted it here.`];
    return now === name ? [] : [`The sheet "${name}" keeps its name in the file.`];
  });
  const known = new Set([...ids.values(), ...keys.keys()]);
  const added = [...shown]
    .filter(([id]) => !known.has(id) && grid.hasCells(id))
    .map(([, name]) => `The sheet "${name}" was added here and is not saved.`);
  return [...ofFile, ...added];
}

/** Places that a sentence names; more would hide what it says. */
const NAMED = 3;

/** A sentence about formulas that the user typed, by their places. */
export function aboutFormulas(places: readonly string[]): readonly string[] {
  if (places.length === 0) return [];
  const more = places.length > NAMED ? ` and ${places.length - NAMED} more` : "";
  const what = places.length === 1 ? "The formula that you typed" : "The formulas that you typed";
  const are = places.length === 1 ? "is" : "are";
  return [`${what} (${places.slice(0, NAMED).join(", ")}${more}) ${are} not saved.`];
}

/** Sentences about what the user changed beside the values of cells. */
export const aboutChanges = ({ book, unsaved }: OpenBook): readonly string[] =>
  ORDER.filter((change) => unsaved.has(change) && !(change === "places" && isNew(book))).map(
    (change) => SENTENCES[change],
  );

const ORDER = ["tabs", "places", "looks"] as const;

const SENTENCES: Readonly<Record<UnsavedChange, string>> = {
  tabs: "What you changed in the tabs themselves is not saved.",
  places:
    "Rows, columns and cells that you inserted, deleted or moved are saved as the values that now stand there; formulas and looks of the file stay where they were.",
  looks:
    "Looks that you changed here (formats, widths, merges, the order of sheets) are not saved.",
};

/** A workbook that is made of what is shown has nothing that could stay where it was. */
const isNew = ({ bytes }: OpenBook["book"]): boolean => bytes === undefined;
