import { describe, expect, test } from "vitest";
import { createSpreadsheet, type SpreadsheetOptions, type UserCell } from "./createSpreadsheet.ts";
import { enterFormula, type FormulaResult } from "./customFunction.ts";
import { createHost, runFunction } from "./host.ts";
import type { Host } from "./hostState.ts";
import { projectOf, sampleFiles } from "./sample/files.ts";
import { sheetNamed, sheetSnapshot } from "./snapshot.ts";

const CELLS: readonly (readonly UserCell[])[] = [
  [1, 2, "x"],
  [3, null, { day: "2024-02-10" }],
  [{ error: "#N/A" }, true, { number: 0.1, numberFormat: "0%" }],
];

function hostOf(options: Partial<SpreadsheetOptions> = {}): Host {
  const spreadsheet = createSpreadsheet({
    timeZone: "America/New_York",
    locale: "en_US",
    sheets: { "My data": CELLS, Out: [] },
    ...options,
  });
  const files = [...sampleFiles()];
  files.push({
    name: "read",
    type: "SERVER_JS",
    source: `function readOut() { return SpreadsheetApp.getActive().getSheetByName("Out").getDataRange().getValues(); }`,
  });
  return createHost({ spreadsheet, files });
}

/** What the sheet Out holds after a formula in its A1. */
function shown(formula: string, options: Partial<SpreadsheetOptions> = {}): unknown {
  const host = hostOf(options);
  enterFormula(host, "Out!A1", formula);
  return runFunction(host, "readOut").value;
}

/** A formula's error, as its text and note. */
function problem(result: FormulaResult): unknown {
  return result.kind === "error" ? [result.text, result.note] : "no error";
}

describe("arguments", () => {
  test("a range comes as rows, a single cell as its value, blanks as empty text, errors as their text", () => {
    expect(shown(`=RECEIVED('My data'!A1:C3, 'My data'!A1)`)).toEqual([
      [`[[1,2,"x"],[3,"","2024-02-10T05:00:00.000Z"],["#N/A",true,0.1]] | number 1 | 2`],
    ]);
    expect(shown(`=RECEIVED('My data'!B2; 'My data'!C2)`, { locale: "de_DE" })).toEqual([
      ["string  | date | 2"],
    ]);
  });

  test("constants follow the spreadsheet's locale, and names are of either case", () => {
    expect(shown(`=received("a, ""b""", 1.5)`)).toEqual([[`string a, "b" | number 1.5 | 2`]]);
    expect(shown(`=RECEIVED(WAHR; 1,5)`, { locale: "de_DE" })).toEqual([
      ["boolean true | number 1.5 | 2"],
    ]);
    expect(shown(`=RECEIVED(DATE(2024, 2, 29))`)).toEqual([["date | undefined undefined | 1"]]);
  });

  test.each([
    ["undefined", "undefined undefined"],
    ["null", "object null"],
    ["empty text", "string "],
  ] as const)("one left out between commas is %s by the switch", (omittedArgument, seen) => {
    expect(shown(`=RECEIVED(,2)`, { switches: { omittedArgument } })).toEqual([
      [`${seen} | number 2 | 2`],
    ]);
  });

  test("an error in a single cell can keep the function from being called", () => {
    const host = hostOf({ switches: { errorArgument: "not called" } });
    const result = enterFormula(host, "Out!A1", `=RECEIVED('My data'!A3)`);
    expect(result).toEqual({ kind: "error", text: "#N/A", note: "", run: undefined });
  });

  test("an open range passes every row of the sheet", () => {
    const rows = shown(`=DOUBLED('My data'!A:A)`, {
      size: { rows: 5, columns: 3 },
      sheets: { "My data": CELLS, Out: [] },
    });
    expect(rows).toEqual([[2], [6], ["#N/A"]]);
  });
});

describe("results", () => {
  test("rows spill from the formula's cell", () => {
    expect(shown(`=DOUBLED('My data'!A1:B2, 2)`)).toEqual([
      [4, 8],
      [12, ""],
    ]);
  });

  test.each([
    ["America/New_York", "2024-02-11T05:00:00.000Z"],
    ["Asia/Kolkata", "2024-02-10T18:30:00.000Z"],
    ["Pacific/Auckland", "2024-02-10T11:00:00.000Z"],
  ])("a date becomes a date cell of the spreadsheet's zone: %s", (timeZone, instant) => {
    expect(shown(`=NEXT_DAY('My data'!C2)`, { timeZone })).toEqual([[new Date(instant)]]);
  });

  test("a spill into a filled cell, or past the sheet's end, is an error of its own cell alone", () => {
    const host = hostOf({ sheets: { "My data": CELLS, Out: [[], ["in the way"]] } });
    expect(problem(enterFormula(host, "Out!A1", `=DOUBLED('My data'!A1:B2)`))).toEqual([
      "#REF!",
      "Array result was not expanded because it would overwrite data.",
    ]);
    expect(problem(enterFormula(host, "Out!A1000", `=DOUBLED('My data'!A1:B2)`))).toEqual([
      "#REF!",
      "Result was not automatically expanded, please insert more rows (1).",
    ]);
    expect(sheetNamed(host.book, "Out").rows[1]?.[0]?.entry).toBe("in the way");
  });

  test("a thrown error shows #ERROR! with its message", () => {
    const host = hostOf();
    expect(problem(enterFormula(host, "Out!A1", `=DOUBLED(5)`))).toEqual([
      "#ERROR!",
      "TypeError: values.map is not a function",
    ]);
    expect(problem(enterFormula(host, "Out!A1", `=NO_SUCH(5)`))).toEqual([
      "#NAME?",
      "Unknown function: 'NO_SUCH'.",
    ]);
  });

  test.each([
    ["[1, 2]", "a list"],
    ["[]", "an empty table"],
    ["[[1], [1, 2]]", "different or no length"],
    ["({})", "returned a object"],
    ["BigInt(1)", "returned a bigint"],
  ])("%s is refused, because nothing says what it becomes", (result, message) => {
    const spreadsheet = createSpreadsheet({
      timeZone: "UTC",
      locale: "en_US",
      sheets: { Out: [] },
    });
    const host = createHost({
      spreadsheet,
      files: projectOf(`function ODD() { return ${result}; }`),
    });
    expect(() => enterFormula(host, "Out!A1", "=ODD()")).toThrow(message);
  });
});

test("a custom function reads the spreadsheet but cannot write it", () => {
  const host = hostOf();
  const before = sheetSnapshot(sheetNamed(host.book, "My data"));
  expect(problem(enterFormula(host, "Out!A1", "=WRITES()"))).toEqual([
    "#ERROR!",
    "Exception: You do not have permission to call setValue",
  ]);
  expect(sheetSnapshot(sheetNamed(host.book, "My data"))).toEqual(before);
});

test("a custom function ends after thirty seconds", () => {
  const spreadsheet = createSpreadsheet({ timeZone: "UTC", locale: "en_US", sheets: { Out: [] } });
  const host = createHost({
    spreadsheet,
    files: projectOf(`function SLOW() { Utilities.sleep(31000); return 1; }`),
  });
  expect(problem(enterFormula(host, "Out!A1", "=SLOW()"))).toEqual([
    "#ERROR!",
    "Exception: Exceeded maximum execution time",
  ]);
});

test("the help of custom functions is read from their JSDoc", () => {
  const [doubled, ...others] = hostOf().project.customFunctions;
  expect(doubled).toEqual({
    name: "DOUBLED",
    description: "Doubles every number of a range.",
    parameters: [
      { name: "values", description: "A range of numbers." },
      { name: "times", description: "(Optional) How often to double." },
    ],
  });
  expect(others.map(({ name }) => name)).toEqual(["NEXT_DAY", "RECEIVED", "WRITES"]);
});
