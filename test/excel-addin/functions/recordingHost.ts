import { noZoneOffsets } from "../../../core/calendar/timeZone.ts";
import type { FunctionSpec } from "../../../core/functions/functionSpec.ts";
import type { ExcelResult } from "../../../excel-addin/functions/excelResult.ts";
import type { FunctionsHost } from "../../../excel-addin/functions/functionsHost.ts";
import { gridStore } from "../../../excel-addin/functions/gridStore.ts";
import { recentItems } from "../../../excel-addin/functions/recentItems.ts";
import {
  cellsOfAnswer,
  worksheetFunction,
  type AnsweredCall,
} from "../../../excel-addin/functions/worksheetFunction.ts";

/** Stands for Excel: what was registered, and what was reported to developers. */
export function recordingHost(changes: Partial<FunctionsHost> = {}) {
  const registered = new Map<string, (...values: never[]) => unknown>();
  const reported: unknown[] = [];
  const host: FunctionsHost = {
    zones: { offsets: noZoneOffsets, workbookZone: undefined },
    associate: (id, run) => void registered.set(id, run),
    error: (kind, sentence) => new Error(`${kind}: ${sentence}`),
    hasDataTypes: () => false,
    mostCharacters: () => undefined,
    report: (error) => void reported.push(error),
    ...changes,
  };
  return { host, registered, reported };
}

/** One worksheet function as Excel would call it, with a memory of its own. */
export function inExcel(
  spec: FunctionSpec,
  host: FunctionsHost = recordingHost().host,
): (...values: unknown[]) => ExcelResult {
  return worksheetFunction(spec, host, {
    store: gridStore(),
    answers: recentItems<AnsweredCall>({ items: 32, cells: 10_000, cellsOf: cellsOfAnswer }),
  });
}
