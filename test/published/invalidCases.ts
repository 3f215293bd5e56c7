import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Argument } from "../../core/functions/functionSpec.ts";
import type { CellGrid, CellValue } from "../../core/ledger/cells.ts";
import { callCore, type FunctionCaller } from "./callFunction.ts";

const FOLDER = new URL("../cases/invalid/", import.meta.url);

const cases = readdirSync(FOLDER).map((name) => ({
  name,
  ledger: JSON.parse(readFileSync(new URL(`${name}/ledger.json`, FOLDER), "utf8")) as CellGrid,
}));

/** Holds a host's worksheet functions to the core's tables and sentences for damaged ledgers. */
export function describeInvalidCases(caller: FunctionCaller): void {
  describe("invalid cases through the worksheet functions", () => {
    it("are all there", () => {
      expect(cases.length).toBeGreaterThan(14);
    });

    it.each(cases)("$name: the core's cells, or its sentence", ({ ledger }) => {
      const shown = ledger.map((row) => row.map(asShown));
      for (const [id, ...args] of [
        ["TLH_PROBLEMS", shown],
        ["TLH_GAINS", shown, "FIFO"],
        ["TLH_LOTS", shown, "LIFO"],
      ] as const) {
        const given = outcomeOf(() => caller(id, args));
        expect([id, given]).toEqual([id, outcomeOf(() => coreRows(id, args))]);
      }
    });
  });
}

/** A cell with an empty text is a blank one. */
const coreRows = (id: string, args: readonly Argument[]) =>
  callCore(id, args).map((row) => row.map((cell) => (cell === "" ? null : cell)));

/** A formula without a value is known in files alone: a spreadsheet shows some error in its place. */
const asShown = (cell: CellValue): CellValue =>
  cell !== null && typeof cell === "object"
    ? { fault: "error", text: ERRORS.test(cell.text) ? cell.text : "#N/A" }
    : cell;

const ERRORS = /^#[A-Z/0]+[!?A]$/;

/** Rows, or the sentence that is shown in their place. */
function outcomeOf(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    return (error as Error).message.replace(/^Error: /, "");
  }
}
