import { wishForRun } from "./choices.ts";

/** What a menu item says, and the top-level function that it calls. */
export type MenuItem = { readonly words: string; readonly functionName: string };

/** The items of the menu, in order. */
export const MENU: readonly MenuItem[] = [
  { words: "Open pane", functionName: "tlhOpenPane" },
  { words: "Generate tabs", functionName: "tlhGenerateTabs" },
];

/** The product's name, as the menu and the sidebar show it. */
const NAME = "Tax-loss harvesting";

/**
 * Adds the menu. `kind` is set when the project is built: a published add-on has its menu under
 * Extensions, a script bound to a spreadsheet one of its own. Nothing else is allowed here before
 * the user has agreed to anything.
 */
export function addMenu(kind: "add-on" | "bound"): void {
  const ui = SpreadsheetApp.getUi();
  const menu = kind === "add-on" ? ui.createAddonMenu() : ui.createMenu(NAME);
  for (const { words, functionName } of MENU) menu.addItem(words, functionName);
  menu.addToUi();
}

/** Opens the pane beside the spreadsheet. */
export function openPane(): void {
  const page = HtmlService.createHtmlOutputFromFile("sidebar").setTitle(NAME);
  SpreadsheetApp.getUi().showSidebar(page);
}

/** Opens the pane and lets it generate the tabs at once, with the choices that were kept. */
export function generateTabs(): void {
  wishForRun();
  openPane();
}
