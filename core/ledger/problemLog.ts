import type { Problem, ProblemFacts, ProblemSource } from "./problem.ts";

/** The problems of one sheet as they are found, row by row. */
export type ProblemLog = {
  readonly source: ProblemSource;
  readonly problems: Problem[];
  /** The row that is being read, counted from 1. */
  row: number;
  /** Errors so far; a row during which it rises takes no part. */
  errors: number;
};

/** A log without problems. */
export const problemLog = (source: ProblemSource): ProblemLog => ({
  source,
  problems: [],
  row: 0,
  errors: 0,
});

/** Notes that the row cannot be used. */
export function logError(log: ProblemLog, facts: ProblemFacts): void {
  log.errors += 1;
  log.problems.push({ source: log.source, row: log.row, severity: "Error", facts });
}

/** Notes that the row is used and may be wrong. */
export function logWarning(log: ProblemLog, facts: ProblemFacts): void {
  log.problems.push({ source: log.source, row: log.row, severity: "Warning", facts });
}
