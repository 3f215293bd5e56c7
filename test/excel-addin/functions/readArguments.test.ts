import { describe, expect, test } from "vitest";
import type { FunctionSpec } from "../../../core/functions/functionSpec.ts";
import { gridStore } from "../../../excel-addin/functions/gridStore.ts";
import { readArguments, type ExcelArgument } from "../../../excel-addin/functions/readArguments.ts";

const spec: FunctionSpec = {
  id: "TLH_TEST",
  summary: "For tests.",
  parameters: [
    { name: "transactions", summary: "", takes: "range", optional: false },
    { name: "method", summary: "", takes: "value", optional: true },
    { name: "options", summary: "", takes: "range or text", optional: true },
  ],
  run: () => ({ kind: "error", sentence: "" }),
};

const read = (values: readonly ExcelArgument[], addresses: readonly unknown[] = []) =>
  readArguments(spec, { values, addresses }, gridStore());

const ledger = [["Date"], [46000]];

test("ranges become grids, cells become cells, and what was left out is undefined", () => {
  expect(read([ledger, "FIFO", [["wash=off"]]])).toEqual([ledger, "FIFO", [["wash=off"]]]);
  expect(read([ledger, null, null])).toEqual([ledger, undefined, undefined]);
  expect(read([ledger])).toEqual([ledger, undefined, undefined]);
  expect(read([ledger, { type: "Double", basicValue: 46000 }])).toEqual([ledger, 46000, undefined]);
});

test("a blank cell is an argument without cells, not a grid of one 0", () => {
  expect(read([ledger, 0, [[0]]])).toEqual([ledger, 0, []]);
});

describe("a range of which Excel hands over nothing is answered with what to type", () => {
  const sentence = (name: string): unknown => ({
    sentence: expect.stringMatching(
      new RegExp(`no cells for ${name}\\..*Transactions!A1:N500.*Trades\\[#All\\]`),
    ),
  });

  test("one that the function cannot do without", () => {
    expect(read([null, "FIFO"])).toEqual(sentence("transactions"));
  });

  test.each(["Settings!A:B", "'My settings'!$A:$B", "Settings!A1:B1048576", "A:B"])(
    "an optional one that was given as whole columns, %s",
    (address) => {
      expect(read([ledger, "FIFO", null], ["L!A1:A2", "", address])).toEqual(sentence("options"));
    },
  );

  test.each(["", "Settings!A1:B20", "Settings!B2", null, undefined])(
    "but not one that was left out: %s",
    (address) => {
      expect(read([ledger, "FIFO", null], ["L!A1:A2", "", address])).toHaveLength(3);
    },
  );
});
