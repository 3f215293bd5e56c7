import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Argument } from "../../core/functions/functionSpec.ts";
import type { CellGrid, CellValue } from "../../core/ledger/cells.ts";
import type { FunctionCaller } from "./callFunction.ts";
import { textOfRows } from "./tableText.ts";

/** One list of test/cases/own: see the README there. */
type OwnCase = {
  readonly name: string;
  readonly calls: readonly {
    readonly function: string;
    readonly arguments: readonly OwnArgument[];
    readonly columns?: readonly string[];
    readonly rows?: readonly string[];
    readonly fails?: true;
  }[];
};

type OwnArgument = string | number | null | readonly (string | readonly CellValue[])[];

const FOLDER = new URL("../cases/own/", import.meta.url);

const cases: readonly OwnCase[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".json"))
  .flatMap((file) => JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")) as OwnCase[]);

/**
 * Holds a host's worksheet functions to the answers that were worked out by hand. A host on which
 * calls are slow is asked the first of each case only: the answers are the core's.
 */
export function describeOwnCases(caller: FunctionCaller, asked: "all" | "first" = "all"): void {
  describe("cases worked out by hand, through the worksheet functions", () => {
    it("are all there", () => {
      expect(cases.length).toBeGreaterThan(100);
      expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
    });

    it.each(cases)("$name", ({ calls }) => {
      const wanted = asked === "all" ? calls : calls.slice(0, 1);
      for (const { function: id, arguments: given, columns, rows, fails } of wanted) {
        const call = () => caller(id, given.map(argumentOf));
        if (fails) expect(call, id).toThrow();
        else expect([id, ...linesOf(call(), columns)]).toEqual([id, ...[...rows!].sort()]);
      }
    });
  });
}

const argumentOf = (given: OwnArgument): Argument =>
  given === null ? undefined : typeof given === "object" ? gridOf(given) : given;

const gridOf = (rows: readonly (string | readonly CellValue[])[]): CellGrid =>
  rows.map((row) =>
    typeof row === "string" ? row.split("|").map((cell) => (cell === "" ? null : cell)) : row,
  );

/** The compared cells of each row as one text, sorted. */
function linesOf(
  result: ReturnType<FunctionCaller>,
  columns: readonly string[] | undefined,
): readonly string[] {
  const { titles, rows } = textOfRows(
    result.map((row) => row.map((cell) => (typeof cell === "number" ? rounded(cell) : cell))),
  );
  if (columns === undefined) return [titles, ...rows].map((row) => row.join("|")).sort();
  const places = columns.map((title) => titles.indexOf(title));
  expect(places, `columns of ${titles.join()}`).not.toContain(-1);
  return rows.map((row) => places.map((place) => row[place]!).join("|")).sort();
}

/** To eight places; an amount that only differs from zero by less is zero. */
const rounded = (amount: number): number => Math.round(amount * 1e8) / 1e8 + 0;
