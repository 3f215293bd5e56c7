import { UTC, type TimeZone } from "../../core/calendar/timeZone.ts";
import { isUnreadable } from "../../core/ledger/unreadable.ts";
import { mergeFiles, type MergedLedger } from "../../core/ledger/merge/mergeFiles.ts";
import { parseSettings } from "../../core/ledger/parseSettings.ts";
import { parseCsv } from "../../workbook/csv.ts";
import { codesOf, linesOf, readLedger } from "./readLedger.ts";

/** What a user says of a file of a test. */
export type FileTerms = { readonly zone?: TimeZone; readonly wallet?: string };

/** Merges files, by name, from their text. */
export function merged(
  files: Readonly<Record<string, string>>,
  options = "",
  terms: Readonly<Record<string, FileTerms>> = {},
): MergedLedger {
  const read = Object.entries(files).map(([name, text]) => ({
    name,
    grid: parseCsv(text),
    zone: terms[name]?.zone,
    wallet: terms[name]?.wallet ?? name.replace(".csv", ""),
  }));
  const result = mergeFiles(read, { settings: parseSettings(options).settings, zone: UTC });
  if ("noLedger" in result || isUnreadable(result)) throw new Error("no ledger");
  return result;
}

/** The merged ledger as it is read: its transactions and problems, without row numbers. */
export function readMerged(...args: Parameters<typeof merged>): {
  readonly lines: readonly string[];
  readonly problems: readonly string[];
} {
  const ledger = readLedger(merged(...args).grid, args[1]);
  const place = (row: number | undefined): string => ledger.places?.get(row ?? 0) ?? "nowhere";
  return {
    lines: linesOf(ledger).map((line) => line.replace(/^\d+: /, "")),
    problems: ledger.problems.map(
      (problem, index) =>
        `${place(problem.row)}: ${codesOf(ledger)[index]?.replace(/^\S+ /, "") ?? ""}`,
    ),
  };
}
