/** What the user changed that a saved file cannot hold: see {@link unsavedChange}. */
export type UnsavedChange = "looks" | "places" | "tabs";

/**
 * Tells by the name of a command what it changes that a saved file cannot hold: how the workbook
 * looks, where its rows and columns stand, anything of a generated tab. `undefined` for what the
 * values of cells say.
 */
export function unsavedChange(
  command: string,
  { inTab }: { readonly inTab: boolean },
): UnsavedChange | undefined {
  const isPlaces = PLACES.test(command);
  const isLooks = LOOKS.test(command);
  if (inTab) return isPlaces || isLooks || VALUES.test(command) ? "tabs" : undefined;
  if (isPlaces) return "places";
  return isLooks ? "looks" : undefined;
}

const VALUES =
  /^sheet[.]command[.](?:set-range-values|set-worksheet-name|(?:optional-)?paste|cut|auto-|clear-|copy-(?:down|right)|refill|split-text|text-to-number)/;

const PLACES =
  /^sheet[.]command[.](?:(?:insert|remove|move)-(?:multi-)?(?:rows?|cols?)\b|append-row|(?:insert|delete)-range-move|move-range|reorder-range|table-remove-col)/;

const LOOKS = new RegExp(
  `^sheet[.]command[.](?:.*(?:${[
    "style",
    "format",
    "bold",
    "italic",
    "line",
    "stroke",
    "script",
    "font",
    "color",
    "align",
    "wrap",
    "rotation",
    "border",
    "merge",
    "numfmt",
    "width",
    "height",
    "hid(?:e|den)",
    "visible",
    "freeze",
    "frozen",
    "theme",
    "protection",
    "permission",
    "defined-name",
    "checkbox",
    "right-to-left",
  ].join("|")})|set-worksheet-(?:order|show))`,
);
