import fc from "fast-check";
import { expect } from "vitest";
import type { CellGrid } from "../../core/ledger/cells.ts";
import { importGrid } from "../../core/ledger/imports/importGrid.ts";
import type { ParsedLedger } from "../../core/ledger/parseLedger.ts";
import { parseCsv } from "../../workbook/csv.ts";
import { codesOf, linesOf, readLedger } from "./readLedger.ts";

/** What became of an export: its transactions, its problems, and the other rows. */
export type Fates = {
  readonly lines: readonly string[];
  readonly problems: readonly string[];
  readonly joined: readonly number[];
  readonly withoutEffect: readonly number[];
};

/** Reads the text of an export as the ledger does. */
export function fatesOf(text: string, options = ""): Fates {
  const ledger = readLedger(parseCsv(text), options);
  return {
    lines: linesOf(ledger),
    problems: codesOf(ledger),
    joined: ledger.joined,
    withoutEffect: ledger.withoutEffect,
  };
}

/** The name of the format that an export is taken for. */
export const formatOf = (text: string): string | undefined => importGrid(parseCsv(text))?.format;

/**
 * Holds reading to this: every row that is not blank is a transaction, joined to one, without effect
 * or reported, and only one of these; whatever its cells hold, and in whatever order rows stand.
 *
 * `text` is an export whose headings stand in row `header`.
 */
export function expectNoRowLost(text: string, header = 1): void {
  const grid = parseCsv(text);
  const head = grid.slice(0, header);
  const samples = grid.slice(header);
  const place = fc.nat({ max: (grid[header - 1] ?? []).length - 1 });
  const damage = fc.constantFrom("", "x", "0", "-1", "2.5", "USD", "BTC", "2024-01-05");
  const row = fc
    .tuple(fc.constantFrom(...samples), fc.array(fc.tuple(place, damage), { maxLength: 3 }))
    .map(([cells, damages]) => {
      const damaged = [...cells];
      for (const [index, cell] of damages) damaged[index] = cell;
      return damaged;
    });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
      const whole = [...head, ...rows];
      expect(unaccounted(whole, header, readLedger(whole))).toEqual([]);
    }),
    { numRuns: 100 },
  );
}

/** Rows that have no fate, or two. */
function unaccounted(grid: CellGrid, header: number, ledger: ParsedLedger): readonly string[] {
  const used = new Set(ledger.transactions.map(({ row }) => row));
  const reported = new Set(
    ledger.problems.filter(({ severity }) => severity === "Error").map(({ row }) => row),
  );
  return grid.flatMap((cells, index): readonly string[] => {
    const row = index + 1;
    if (row <= header || cells.every((cell) => cell === "")) return [];
    const fates = [
      ...(used.has(row) ? ["used"] : []),
      ...(reported.has(row) ? ["reported"] : []),
      ...ledger.joined.filter((one) => one === row).map(() => "joined"),
      ...ledger.withoutEffect.filter((one) => one === row).map(() => "without effect"),
    ];
    return fates.length === 1 ? [] : [`${String(row)}: ${fates.join(", ")}`];
  });
}
