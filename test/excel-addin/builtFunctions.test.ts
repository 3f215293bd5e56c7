import { beforeAll, describe, expect, test } from "vitest";
import { functionRegistry } from "../../core/functions/registry.ts";
import { callCore } from "../published/callFunction.ts";
import { describeInvalidCases } from "../published/invalidCases.ts";
import { describeOwnCases } from "../published/ownCases.ts";
import { describePublishedAnswers } from "../published/publishedAnswers.ts";
import { sampleArguments } from "../published/sampleArguments.ts";
import { builtExcel } from "./builtExcel.ts";
import {
  excelCaller,
  runBuiltFunctions,
  type BlankCell,
  type RegisteredFunctions,
} from "./builtFunctions.ts";

const WITH_DATA_TYPES = ["CustomFunctionsRuntime 1.4"];

let functions: RegisteredFunctions = new Map();
let withoutDataTypes: RegisteredFunctions = new Map();
beforeAll(async () => {
  const folder = await builtExcel();
  functions = runBuiltFunctions(folder, WITH_DATA_TYPES);
  withoutDataTypes = runBuiltFunctions(folder);
});

test("the bundle registers the functions of the registry, without a page around it", () => {
  expect([...functions.keys()]).toEqual(functionRegistry.map(({ id }) => id));
});

describe.each<{ blank: BlankCell }>([{ blank: 0 }, { blank: null }])(
  "with blank cells as $blank",
  ({ blank }) => {
    test.each(functionRegistry)("$id gives the core's table, cell by cell", (spec) => {
      const args = sampleArguments(spec);
      const given = excelCaller(functions, blank)(spec.id, args);
      expect(given).toEqual(callCore(spec.id, args));
      expect(given.flat().length).toBeGreaterThan(0);
    });
  },
);

test("Excel without data types gets serial numbers", () => {
  expect(withoutDataTypes.get("WASH_WINDOW")!(46346)).toEqual([[46316, 46376]]);
  expect(functions.get("WASH_WINDOW")!(46346)).toEqual([
    [46316, 46376].map((basicValue) => ({
      ...{ type: "FormattedNumber", basicValue, numberFormat: "yyyy-mm-dd" },
    })),
  ]);
});

test("errors carry a code and a sentence, though Excel brings their class after the bundle", () => {
  const shown = (run: () => unknown): unknown => {
    try {
      return run();
    } catch (error) {
      const { code, message } = error as { readonly code: string; readonly message: string };
      return [code, message];
    }
  };
  expect(shown(() => functions.get("TLH_TERM")!("soon", "later"))).toEqual([
    "#VALUE!",
    '"soon" is no date for day of acquisition: pass a date cell, or text such as 2026-11-20.',
  ]);
  expect(shown(() => functions.get("TLH_LOTS")!(null, "FIFO", null, null))).toEqual([
    "#N/A",
    expect.stringContaining("Transactions!A1:N500"),
  ]);
});

test("a zone by its name is known from the engine", () => {
  const ledger = [
    ["Date", "Type", "Asset", "Quantity", "Total"],
    ["2026-01-01T03:00:00Z", "Buy", "BTC", 1, 100],
  ];
  const lots = (options: string) =>
    excelCaller(functions, 0)("TLH_LOTS", [ledger, "FIFO", undefined, options]);
  const [titles, row] = lots("time_zone=America/New_York");
  expect(row![titles!.indexOf("Acquired")]).toEqual({ day: 20453 });
  expect(lots("")[1]![titles!.indexOf("Acquired")]).toEqual({ day: 20454 });
});

describe("through the built bundle", () => {
  describePublishedAnswers((id, args) => excelCaller(functions, 0)(id, args));
  describeOwnCases((id, args) => excelCaller(functions, 0)(id, args));
  describeInvalidCases((id, args) => excelCaller(functions, null)(id, args));
});
