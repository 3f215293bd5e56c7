import { SIGNED, STRUCTURE_LOCKED, type Refusal } from "../refusals.ts";
import type { OpenWorkbook } from "./readWorkbook.ts";

/** Why no tab can be added to a workbook that can be read; undefined when one can. */
export function refuseInserting(
  workbook: Pick<OpenWorkbook, "structureLocked" | "signed">,
): Refusal | undefined {
  if (workbook.signed) return SIGNED;
  return workbook.structureLocked ? STRUCTURE_LOCKED : undefined;
}
