import {
  answerOf,
  chosenBook,
  generateTabs,
  isUnreadable,
  tabKind,
  type Answer,
  type ChosenGrids,
  type HostZones,
  type Tab,
} from "../../core/index.ts";
import type { PaneChoices } from "../paneHost.ts";

/** What a report is made from; it can be sent to a worker. */
export type ReportRequest = {
  readonly grids: ChosenGrids;
  readonly choices: Pick<PaneChoices, "headings" | "set" | "tabs">;
  /** The year in which the workbook's serial dates begin, where the host knows it. */
  readonly dateSystem: 1900 | 1904 | undefined;
};

/** The tabs to write and the answer to show, or why the ledger cannot be read. */
export type Report =
  { readonly tabs: readonly Tab[]; readonly answer: Answer } | { readonly sentence: string };

/** Makes the report that the pane's choices ask for. */
export function makeReport(
  { grids, choices, dateSystem }: ReportRequest,
  { zones, progress }: { readonly zones: HostZones; readonly progress: (step: string) => void },
): Report {
  const kinds = choices.tabs.flatMap((name) => tabKind(name) ?? []);
  const dates = dateSystem === undefined ? {} : { date_system: dateSystem.toString() };
  const book = chosenBook(grids, { ...choices, set: { ...dates, ...choices.set } });
  const generated = generateTabs(book, kinds, { zones, progress });
  if (isUnreadable(generated)) return { sentence: generated.unreadable };
  progress("Putting the answer together");
  return { tabs: generated.tabs, answer: answerOf(generated) };
}
