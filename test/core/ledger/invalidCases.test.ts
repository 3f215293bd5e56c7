import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { CellGrid } from "../../../core/ledger/cells.ts";
import { problemText } from "../../../core/ledger/problemText.ts";
import { readLedger } from "../../support/readLedger.ts";

const FOLDER = new URL("../../cases/invalid/", import.meta.url);
const CASES = readdirSync(FOLDER);

const jsonOf = (name: string, file: string): unknown =>
  JSON.parse(readFileSync(new URL(`${name}/${file}`, FOLDER), "utf8"));

/** Each folder holds a sheet, and what the user is told of it: row, severity, problem, what to do. */
describe("a damaged ledger", () => {
  test.each(CASES)("%s", (name) => {
    const { problems } = readLedger(jsonOf(name, "ledger.json") as CellGrid);
    const told = problems.map((problem) => {
      const { problem: found, whatToDo } = problemText(problem);
      return [problem.row, problem.severity, found, whatToDo];
    });
    expect(told).toEqual(jsonOf(name, "problems.json"));
  });
  test("is there in every kind", () => {
    expect(CASES.length).toBeGreaterThanOrEqual(15);
  });
});
