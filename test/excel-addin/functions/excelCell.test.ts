import { describe, expect, test } from "vitest";
import { cellValue } from "../../../excel-addin/functions/excelCell.ts";

test("plain values are what they are; a missing one is blank", () => {
  expect(["BTC", "", 0, 1.5, true, null, undefined].map(cellValue)).toEqual([
    ...["BTC", "", 0, 1.5, true, null, null],
  ]);
});

describe("data types", () => {
  test("a number, text or truth value in a box is what formulas see of it", () => {
    const boxed = [
      { type: "FormattedNumber", basicValue: 46000, numberFormat: "yyyy-mm-dd" },
      { type: "Double", basicType: "Double", basicValue: 0.5, numberFormat: "0%" },
      { type: "Double", primitive: 7 },
      { type: "String", basicType: "String", basicValue: "Kraken" },
      { type: "Boolean", basicType: "Boolean", basicValue: false },
      { type: "Empty", basicType: "Empty", basicValue: "" },
    ];
    expect(boxed.map(cellValue)).toEqual([46000, 0.5, 7, "Kraken", false, ""]);
  });

  test("a record such as a currency is the text that its cell shows", () => {
    const bitcoin = {
      type: "LinkedEntity",
      basicType: "Error",
      basicValue: "#VALUE!",
      text: "BTC",
    };
    expect(cellValue(bitcoin)).toBe("BTC");
  });

  test("a picture has nothing to read and is an error", () => {
    const picture = { type: "WebImage", basicType: "Error", basicValue: "#VALUE!" };
    expect(cellValue(picture)).toEqual({ fault: "error", text: "#VALUE!" });
  });
});

test("errors keep their text, in the shapes of every version of Excel", () => {
  const errors = [
    { type: "Error", basicType: "Error", basicValue: "#N/A", errorType: "NotAvailable" },
    { type: "CustomFunctionError", code: "#DIV/0!" },
    Object.assign(new Error(""), { type: "Error", code: "#REF!", basicValue: "#REF!" }),
    { type: "Error" },
  ];
  expect(errors.map(cellValue)).toEqual(
    ["#N/A", "#DIV/0!", "#REF!", "#VALUE!"].map((text) => ({ fault: "error", text })),
  );
});
