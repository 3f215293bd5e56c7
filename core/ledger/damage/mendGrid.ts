import type { CellGrid, CellValue } from "../cells.ts";
import type { Problem } from "../problem.ts";
import type { Settings } from "../settings.ts";
import type { DamageFinding, DamageScope } from "./damage.ts";
import type { DamageFacts } from "./damageFacts.ts";
import { findDamage } from "./findDamage.ts";

/** The cells as they are to be read, and what the user is told of the damage. */
export type MendedGrid = {
  readonly grid: CellGrid;
  readonly problems: readonly Problem[];
};

/**
 * Mends the kinds of damage that the user consented to, in a copy of the rows that need it, and warns
 * of all other damage. The user's own cells never change.
 *
 * Problems, all of them Warnings: one for each mended cell, saying what was there and what was read;
 * one for each column with damage that is not mended. Decision: D-58.
 */
export function mendGrid(scope: DamageScope, repair: Settings["repair"]): MendedGrid {
  const mended: MendedRows = new Map();
  const problems: Problem[] = [];
  for (const finding of findDamage(scope)) {
    if (finding.mend !== undefined && isAllowed(finding, repair)) {
      problems.push(...mendColumn(scope.grid, finding, mended));
    } else if (isWorthSaying(finding)) problems.push(damageFound(finding));
  }
  return { grid: withRows(scope.grid, mended), problems };
}

/** Rows named in a sentence; of more the number is said. */
const MOST_NAMED = 5;

const isAllowed = ({ kind }: DamageFinding, repair: Settings["repair"]): boolean =>
  repair === "all" || repair.has(kind);

/** A single amount that cannot be read is an Error by itself, which says all that there is to say. */
const isWorthSaying = ({ kind, rows }: DamageFinding): boolean =>
  (kind !== "numbers" && kind !== "cells") || rows.length > 1;

/** Copies of rows by their place. */
type MendedRows = Map<number, CellValue[]>;

function mendColumn(grid: CellGrid, finding: DamageFinding, mended: MendedRows): Problem[] {
  const { kind, index, column, rows } = finding;
  const problems: Problem[] = [];
  for (const row of rows) {
    const cells = mended.get(row - 1) ?? [...(grid[row - 1] ?? [])];
    const result = finding.mend?.(cells[index] ?? null);
    if (result === undefined) continue;
    cells[index] = result.cell;
    mended.set(row - 1, cells);
    const { found, read } = result;
    problems.push(warning(row, { code: "cell-mended", kind, column, found, read }));
  }
  return problems;
}

function damageFound(finding: DamageFinding): Problem {
  const { kind, column, confidence, rows, evidence, mend } = finding;
  return warning(rows[0] ?? 1, {
    code: "column-damaged",
    kind,
    column,
    confidence,
    count: rows.length,
    firstRows: rows.slice(0, MOST_NAMED),
    evidence,
    isMendable: mend !== undefined,
  });
}

const warning = (row: number, facts: DamageFacts): Problem => ({
  source: "transactions",
  row,
  severity: "Warning",
  facts,
});

const withRows = (grid: CellGrid, mended: MendedRows): CellGrid =>
  mended.size === 0 ? grid : grid.map((cells, index) => mended.get(index) ?? cells);
