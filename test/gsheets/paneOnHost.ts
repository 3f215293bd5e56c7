import { readFileSync } from "node:fs";
import type { TemplateSheet } from "../../core/index.ts";
import { gsheetsPaneHost } from "../../gsheets/sidebar/gsheetsPaneHost.ts";
import type { PaneChoices, PaneHost, Run } from "../../pane/index.ts";
import type { RunOptions } from "../gsheetsHost/host.ts";
import type { Host } from "../gsheetsHost/hostState.ts";
import type { Finished } from "../gsheetsHost/realm/run.ts";
import { callFromPage } from "../gsheetsHost/pageCall.ts";
import type { UserCell } from "../gsheetsHost/createSpreadsheet.ts";

/** The sample's sheets, as the add-on inserts them. */
export const SAMPLE = JSON.parse(
  readFileSync(new URL("../../samples/portfolio.json", import.meta.url), "utf8"),
) as readonly TemplateSheet[];

/** The sample as a user has it in a spreadsheet: dates are dates. */
export const sampleSheets = (): Record<string, UserCell[][]> =>
  Object.fromEntries(
    SAMPLE.map(({ name, rows, formats }) => [
      name,
      rows.map((row) =>
        row.map((cell, column): UserCell => {
          if (cell !== null && typeof cell === "object") return { error: cell.text };
          if (typeof cell === "number" && formats[column] === "date") {
            return { number: cell, numberFormat: "yyyy-mm-dd hh:mm:ss" };
          }
          return cell;
        }),
      ),
    ]),
  );

/** The user's sheets of the sample. */
export const USER_SHEETS = ["Transactions", "Prices", "Settings"];

/** What the user chose: the sample's sheets, and a tab of each kind. */
export const CHOICES: PaneChoices = {
  transactions: "sheet:Transactions",
  prices: "sheet:Prices",
  settings: "sheet:Settings",
  set: {},
  headings: {},
  tabs: ["Summary by FIFO", "LIFO Ordering of Sells"],
};

/** A run that is told to nobody and never stopped. */
export const quietRun = (signal = new AbortController().signal): Run => ({
  progress: () => undefined,
  signal,
});

/** What a sidebar's calls were, and how the next ones are to run. */
export type Calls = {
  count: number;
  options: (call: number) => RunOptions;
  starting?: (request: unknown) => void;
  finished?: (run: Finished) => void;
};

/** The sidebar's port over a host, its calls going straight to the script. */
export function paneOnHost(host: Host, calls: Calls = { count: 0, options: () => ({}) }): PaneHost {
  type Caller = Record<string, unknown>;
  const run = (success: (value: unknown) => void, failure: (error: Error) => void): Caller => ({
    withSuccessHandler: (handle: (value: unknown) => void) => run(handle, failure),
    withFailureHandler: (handle: (error: Error) => void) => run(success, handle),
    tlhPane: (request: unknown) => {
      calls.count += 1;
      const sent = JSON.parse(JSON.stringify(request)) as unknown;
      calls.starting?.(sent);
      const answer = callFromPage(host, "tlhPane", [sent], calls.options(calls.count));
      if (answer.run !== undefined) calls.finished?.(answer.run);
      if (answer.kind === "success") success(answer.value);
      else failure(new Error(answer.message));
    },
  });
  const none = (): void => undefined;
  (globalThis as { google?: unknown }).google = { script: { run: run(none, none) } };
  return gsheetsPaneHost({ sample: SAMPLE, generate: () => undefined });
}
