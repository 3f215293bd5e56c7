import type { Form8949Row } from "../form8949.ts";

/** A text file for tax software; `name` is what is added to the name of the result. */
export type ExportedFile = { readonly name: string; readonly text: string };

/** Files of one kind, and sentences on what the user must know of them: rows left out, say. */
export type ExportedFiles = {
  readonly files: readonly ExportedFile[];
  readonly remarks: readonly string[];
};

/** Why a row is not in a file, and what to do, after "because"; undefined for a row that is in it. */
export type LeaveOut = (row: Form8949Row) => string | undefined;

/** What to do with a row whose basis nobody has stated. */
export const WITHOUT_BASIS = "the basis is missing: enter the purchase in the ledger first";

/** The rows that a file can hold, and one sentence for each reason why others are not in it. */
export function rowsThatFit(
  rows: readonly Form8949Row[],
  file: string,
  leaveOut: LeaveOut,
): { readonly kept: readonly Form8949Row[]; readonly remarks: readonly string[] } {
  const kept: Form8949Row[] = [];
  const left = new Map<string, number>();
  for (const row of rows) {
    const reason = leaveOut(row);
    if (reason === undefined) kept.push(row);
    else left.set(reason, (left.get(reason) ?? 0) + 1);
  }
  const remarks = [...left].map(([reason, count]) => {
    const some = count === 1 ? "1 row is" : `${count} rows are`;
    return `${some} not in ${file}, because ${reason}.`;
  });
  return { kept, remarks };
}
