import type { PaneChoices } from "../../pane/paneChoices.ts";
import type { LoadedChoices } from "../paneRequests.ts";

/** Under these names choices, and a wish for a run, are kept in the spreadsheet. */
const CHOICES = "tlh.choices";
const STARTS = "tlh.starts";

/** What the sidebar needs to begin with. A wish for a run is granted once. */
export function loadChoices(): LoadedChoices {
  const properties = PropertiesService.getDocumentProperties();
  const text = properties.getProperty(CHOICES);
  const wish = properties.getProperty(STARTS);
  if (wish !== null) properties.deleteProperty(STARTS);
  return {
    choices: text === null ? null : (JSON.parse(text) as PaneChoices),
    timeZone: SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone(),
    startsAtOnce: wish !== null,
  };
}

/** Keeps the choices in the spreadsheet. */
export function saveChoices(choices: PaneChoices): void {
  PropertiesService.getDocumentProperties().setProperty(CHOICES, JSON.stringify(choices));
}

/** Lets the sidebar that opens next begin a run at once. */
export function wishForRun(): void {
  PropertiesService.getDocumentProperties().setProperty(STARTS, "1");
}
