import type { OpenWorkbook } from "../read/readWorkbook.ts";

/** A sheet that the product made, and which tab it is. */
export type GeneratedTab = { readonly name: string; readonly key: string };

/**
 * The name, hidden and belonging to one sheet, that the product leaves on each tab it makes. It
 * stays with the sheet when the user renames or moves it; the sheet's own name tells nothing.
 */
export const MARK = "_tlh_tab";

/** The sheets of a workbook that bear the product's mark. */
export function generatedTabs(
  workbook: Pick<OpenWorkbook, "definedNames">,
): readonly GeneratedTab[] {
  return workbook.definedNames.flatMap(({ name, sheet, refersTo }) => {
    const key = /^"([^"]+)"$/.exec(refersTo.trim())?.[1];
    const isMark = name.toLowerCase() === MARK && sheet !== undefined && key !== undefined;
    return isMark ? [{ name: sheet, key }] : [];
  });
}
