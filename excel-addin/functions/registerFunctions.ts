import { functionRegistry } from "../../core/index.ts";
import type { FunctionsHost } from "./functionsHost.ts";
import { gridStore } from "./gridStore.ts";
import { recentItems } from "./recentItems.ts";
import {
  cellsOfAnswer,
  worksheetFunction,
  type AnsweredCall,
  type CallMemory,
} from "./worksheetFunction.ts";

/** Hands every worksheet function of the registry to Excel. They share what they have read. */
export function registerFunctions(host: FunctionsHost): void {
  const memory: CallMemory = {
    store: gridStore(),
    answers: recentItems<AnsweredCall>({ items: 32, cells: 500_000, cellsOf: cellsOfAnswer }),
  };
  for (const spec of functionRegistry) {
    host.associate(spec.id, worksheetFunction(spec, host, memory));
  }
}
