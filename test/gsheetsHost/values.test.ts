import { describe, expect, test } from "vitest";
import { createSpreadsheet, type UserCell } from "./createSpreadsheet.ts";
import { createHost, runFunction } from "./host.ts";
import { projectOf } from "./sample/files.ts";
import type { Switches } from "./switches.ts";

type Setting = {
  readonly locale?: string;
  readonly timeZone?: string;
  readonly switches?: Partial<Switches>;
  readonly cells?: readonly (readonly UserCell[])[];
};

/** What a function body returns; \`sheet\` in it is the only sheet. */
function run(
  body: string,
  { locale = "en_US", timeZone = "America/New_York", switches = {}, cells = [] }: Setting = {},
): unknown {
  const spreadsheet = createSpreadsheet({ timeZone, locale, sheets: { Data: cells }, switches });
  const source = `function work() { var book = SpreadsheetApp.getActive(); var sheet = book.getSheets()[0]; ${body} }`;
  const { value, error } = runFunction(
    createHost({ spreadsheet, files: projectOf(source) }),
    "work",
  );
  if (error !== undefined) throw new Error(error.message);
  return value;
}

/** The value that a cell has after setValue of a text. */
function typed(text: string, setting: Setting = {}): unknown {
  return run(
    `var cell = sheet.getRange("A1"); cell.setValue(${JSON.stringify(text)}); return [cell.getValue(), cell.getFormula(), cell.getDisplayValue()];`,
    setting,
  );
}

describe("setValue reads text as if it were typed in", () => {
  test.each([
    ["00123", [123, "", "123"]],
    ["12345678901234567890", [12345678901234567000, "", "12345678901234600000"]],
    ["1,000,000", [1000000, "", "1,000,000"]],
    ["2.000", [2, "", "2"]],
    ["$2.99", [2.99, "", "$2.99"]],
    ["12.5%", [0.125, "", "12.50%"]],
    ["(5)", [-5, "", "-5"]],
    ["1e3", [1000, "", "1.00E+03"]],
    ["true", [true, "", "TRUE"]],
    ["BTC", ["BTC", "", "BTC"]],
    ["'00123", ["00123", "", "00123"]],
    ["#N/A", ["#N/A", "", "#N/A"]],
    ["1.2.3", ["1.2.3", "", "1.2.3"]],
    ["", ["", "", ""]],
  ])("%s", (text, expected) => {
    expect(typed(text)).toEqual(expected);
  });

  test("a day becomes the instant of its midnight in the spreadsheet's zone", () => {
    expect(typed("1-2")).toEqual([new Date("2026-01-02T05:00:00Z"), "", "1/2/2026"]);
    expect(typed("2024-07-04 13:30")).toEqual([
      new Date("2024-07-04T17:30:00Z"),
      "",
      "7/4/2024 13:30:00",
    ]);
    expect(typed("13/1/2024")).toEqual(["13/1/2024", "", "13/1/2024"]);
  });

  test("in a German spreadsheet the comma is the decimal point and the day comes first", () => {
    const german = { locale: "de_DE", timeZone: "Asia/Kolkata" };
    expect(typed("1.234,56", german)).toEqual([1234.56, "", "1.234,56"]);
    expect(typed("1.5", german)).toEqual([new Date("2026-04-30T18:30:00Z"), "", "01.05.2026"]);
    expect(typed("2,5", german)).toEqual([2.5, "", "2,5"]);
    expect(typed("WAHR", german)).toEqual([true, "", "WAHR"]);
  });

  test("an equals sign makes a formula", () => {
    expect(
      run(
        `sheet.getRange("A1:A3").setValues([[1], [2], ["=SUM(A1:A2)"]]); return sheet.getRange("A1:A3").getValues();`,
      ),
    ).toEqual([[1], [2], [3]]);
  });

  test("a leading sign makes a formula or text by the switch", () => {
    const read = (leadingSign: Switches["leadingSign"]): unknown =>
      run(`sheet.getRange("A1").setValue("+B1"); return sheet.getRange("A1").getFormula();`, {
        switches: { leadingSign },
      });
    expect([read("formula"), read("text")]).toEqual(["=+B1", ""]);
    expect(typed("-5")).toEqual([-5, "", "-5"]);
  });
});

describe("a cell of plain text", () => {
  const write = (text: string, switches: Partial<Switches>): unknown =>
    run(
      `var cell = sheet.getRange("A1").setNumberFormat("@"); cell.setValue(${JSON.stringify(text)}); return [cell.getFormula(), cell.getDisplayValue().slice(0, 9)];`,
      { switches },
    );

  test("keeps digits and days as they are written", () => {
    expect(write("00123", {})).toEqual(["", "00123"]);
    expect(write("1-2", {})).toEqual(["", "1-2"]);
  });

  test("makes text or a formula of an equals sign by the switch", () => {
    expect(write("=B1", { plainTextFormula: "text" })).toEqual(["", "=B1"]);
    expect(write("=B1", { plainTextFormula: "formula" })).toEqual(["=B1", "0"]);
  });

  test("drops or keeps an apostrophe by the switch", () => {
    expect(write("'=B1", { plainTextApostrophe: "dropped" })).toEqual(["", "=B1"]);
    expect(write("'=B1", { plainTextApostrophe: "kept" })).toEqual(["", "'=B1"]);
  });

  test("takes rich text as text under every switch", () => {
    const body = `var text = SpreadsheetApp.newRichTextValue().setText("=B1").build(); sheet.getRange("A1").setRichTextValue(text); return [sheet.getRange("A1").getFormula(), sheet.getRange("A1").getValue()];`;
    expect(run(body, { switches: { plainTextFormula: "formula" } })).toEqual(["", "=B1"]);
  });

  test("a number in it is refused, because nothing says what it becomes", () => {
    expect(() => run(`sheet.getRange("A1").setNumberFormat("@").setValue(5);`)).toThrow(
      "not documented",
    );
  });
});

describe("what setValues refuses", () => {
  test.each([
    [`sheet.getRange("A1:B2").setValues([[1, 2]]);`, "The data has 1 but the range has 2."],
    [`sheet.getRange("A1:B1").setValues([[1]]);`, "The data has 1 but the range has 2."],
    [
      `sheet.getRange("A1").setValue("x".repeat(50001));`,
      "more than the maximum of 50000 characters",
    ],
    [`sheet.getRange("A1").setValue(undefined);`, "not documented"],
    [`sheet.getRange("A1").setValue(NaN);`, "not documented"],
    [`sheet.getRange("A1").setValue({});`, "not documented"],
  ])("%s", (body, message) => {
    expect(() => run(body)).toThrow(message);
  });

  test("a refused grid leaves the range as it was", () => {
    const body = `sheet.getRange("A1:B1").setValues([[1, 2]]); try { sheet.getRange("A1:B1").setValues([[3, "x".repeat(60000)]]); } catch (error) {} return sheet.getRange("A1:B1").getValues();`;
    expect(run(body)).toEqual([[1, 2]]);
  });
});

describe("dates", () => {
  test.each([
    ["America/New_York", "2024-03-10T05:00:00.000Z"],
    ["Asia/Kolkata", "2024-03-09T18:30:00.000Z"],
    ["Pacific/Auckland", "2024-03-09T11:00:00.000Z"],
  ])("a day in %s is %s", (timeZone, instant) => {
    expect(
      run(`return sheet.getRange("A1").getValue().toISOString();`, {
        timeZone,
        cells: [[{ day: "2024-03-10" }]],
      }),
    ).toBe(instant);
  });

  test("formatDate and parseDate go from instant to day and back in any zone", () => {
    const body = `var zone = book.getSpreadsheetTimeZone(); var day = sheet.getRange("A1").getValue();
      var text = Utilities.formatDate(day, zone, "yyyy-MM-dd HH:mm"); return [text, Utilities.parseDate(text, zone, "yyyy-MM-dd HH:mm").getTime() === day.getTime()];`;
    for (const timeZone of ["America/New_York", "Asia/Kolkata", "Pacific/Auckland"]) {
      expect(run(body, { timeZone, cells: [[{ day: "2024-11-03", time: "03:15" }]] })).toEqual([
        "2024-11-03 03:15",
        true,
      ]);
    }
  });

  test("a date written is a date read, whatever the number format of its cell says about its look", () => {
    const body = `sheet.getRange("A1").setNumberFormat("yyyy-mm-dd").setValue(new Date(Date.UTC(2024, 0, 1, 5)));
      return [sheet.getRange("A1").getValue().toISOString(), sheet.getRange("A1").getDisplayValue()];`;
    expect(run(body)).toEqual(["2024-01-01T05:00:00.000Z", "2024-01-01"]);
  });

  test("a date under the format of a number is a number", () => {
    expect(
      run(`return sheet.getRange("A1").setNumberFormat("0").getValue();`, {
        cells: [[{ day: "1900-01-01" }]],
      }),
    ).toBe(2);
  });

  test("a letter of a pattern that Java does not know as a day is refused", () => {
    expect(() => run(`Utilities.formatDate(new Date(0), "UTC", "YYYY-MM-DD");`)).toThrow(
      "The letter Y",
    );
  });
});

test.each([
  [1234.5, "#,##0.00", "1,234.50"],
  [-1234.5, "#,##0.00;[Red](#,##0.00)", "(1,234.50)"],
  [0.000012, "#,##0.00########", "0.000012"],
  [3, "#,##0.##########", "3."],
  [0.256, "0.0%", "25.6%"],
  [45332, "yyyy-mm-dd", "2024-02-10"],
  [45332.5625, "d mmm yyyy h:mm am/pm", "10 Feb 2024 1:30 PM"],
])("%s as %s shows %s", (number, numberFormat, shown) => {
  expect(
    run(`return sheet.getRange("A1").getDisplayValue();`, { cells: [[{ number, numberFormat }]] }),
  ).toBe(shown);
});

test("the formulas of totals are computed, others are a fault when their value is asked for", () => {
  const cells = [
    ["BTC", 2],
    ["ETH", 3],
    ["btc", 5],
    ["BTC", null],
  ];
  const body = `sheet.getRange("B5").setFormula('SUMPRODUCT(--($A$1:$A$3=$A4),$B$1:$B$3)'); return sheet.getRange("B5").getValue();`;
  expect(run(body, { cells })).toBe(7);
  expect(() =>
    run(`sheet.getRange("A1").setFormula("=TODAY()"); sheet.getRange("A1").getValue();`),
  ).toThrow("=TODAY()");
});

test("a product with a condition is computed, and is an error where a text is multiplied; a link shows its number", () => {
  const cells = [
    ["BTC", 2],
    ["ETH", 3],
    ["btc", 5],
    ["BTC", null],
  ];
  const formula = `sheet.getRange("C1").setFormula('SUMPRODUCT(($A$1:$A$3=$A4)*$B$1:$B$3)');`;
  expect(run(`${formula} return sheet.getRange("C1").getValue();`, { cells })).toBe(7);
  const text = `sheet.getRange("B2").setValue("three");`;
  expect(run(`${text} ${formula} return sheet.getRange("C1").getValue();`, { cells })).toBe(
    "#VALUE!",
  );
  expect(
    run(
      `sheet.getRange("A1").setFormula('HYPERLINK("#gid=1",12)'); return sheet.getRange("A1").getValue();`,
    ),
  ).toBe(12);
});

test("a formula with the other country's separators is an error under the switch", () => {
  const body = `sheet.getRange("A1").setFormula("=MAX(1,2)"); return sheet.getRange("B1").setFormula("=A1").getValue();`;
  expect(run(body, { locale: "de_DE", switches: { formulaLocale: "spreadsheet" } })).toBe(
    "#ERROR!",
  );
  expect(() => run(body, { locale: "de_DE" })).toThrow("=A1");
});
