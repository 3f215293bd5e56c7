import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalToNumber, scaleDecimal } from "../../../core/money/decimalNumber.ts";
import { isNumber, parseNumber, parseRate } from "../../../core/ledger/parseNumber.ts";

const plain = (cell: Parameters<typeof parseNumber>[0]): number | string | undefined => {
  const reading = parseNumber(cell);
  return isNumber(reading) ? decimalToNumber(reading) : reading;
};

describe("text numbers", () => {
  test.each([
    ["1234.5", 1234.5],
    [" 1234.5 ", 1234.5],
    ["1,234.50", 1234.5],
    ["1,234,567", 1234567],
    ["$1,234.50", 1234.5],
    ["-$5", -5],
    ["$-5", -5],
    ["US$ 5", 5],
    ["5 USD", 5],
    ["USD 5", 5],
    ["($1,234.50)", -1234.5],
    ["(5)", -5],
    ["$(5)", -5],
    ["\u22125", -5],
    ["\u20135", -5],
    ["1 234.5", 1234.5],
    ["1\u00A0234\u202F567.5", 1234567.5],
    ["+5", 5],
    [".5", 0.5],
    ["5.", 5],
    ["1.2E-7", 1.2e-7],
    ["0", 0],
  ])("%s is %d", (text, value) => {
    expect(plain(text)).toBe(value);
  });
  test.each([
    ["1.234,56", "decimal-comma"],
    ["1234,56", "decimal-comma"],
    ["0,5", "decimal-comma"],
    ["0,123", "decimal-comma"],
    ["1.234.567", "decimal-comma"],
    ["1,55444E+13", "decimal-comma"],
    ["12,34,567", "not-a-number"],
    ["12 34", "not-a-number"],
    ["abc", "not-a-number"],
    ["5 BTC", "not-a-number"],
    ["$", "not-a-number"],
    ["--5", "not-a-number"],
    ["((5))", "not-a-number"],
    ["5%", "not-a-number"],
    ["1e999", "not-a-number"],
    ["=1+1", "not-a-number"],
  ])("%s is refused: %s", (text, fault) => {
    expect(plain(text)).toBe(fault);
  });
  test("keep all of 18 decimals", () => {
    expect(parseNumber("1.123456789012345678")).toEqual({
      coefficient: BigInt("1123456789012345678"),
      decimals: 18,
    });
  });
});

describe("other cells", () => {
  test("a double is what the host shows of it", () => {
    expect(plain(0.1 + 0.2)).toBe(0.3);
  });
  test.each([
    [null, undefined],
    [undefined, undefined],
    ["", undefined],
    ["  ", undefined],
    [true, "not-a-number"],
    [NaN, "not-a-number"],
    [Infinity, "not-a-number"],
    [{ fault: "error", text: "#N/A" } as const, "cell-fault"],
  ])("%j is %s", (cell, expected) => {
    expect(plain(cell)).toBe(expected);
  });
});

test.each([
  ["24%", 0.24],
  ["0.24", 0.24],
  [0.24, 0.24],
  ["3.8 %", 0.038],
])("the rate %s is %d", (cell, value) => {
  const rate = parseRate(cell);
  expect(isNumber(rate) && decimalToNumber(rate)).toBe(value);
});

test("reading what was written gives the same number", () => {
  const parts = fc.bigInt({ min: -(BigInt(10) ** BigInt(30)), max: BigInt(10) ** BigInt(30) });
  fc.assert(
    fc.property(parts, fc.integer({ min: 0, max: 18 }), (coefficient, decimals) => {
      const digits = coefficient
        .toString()
        .replace("-", "")
        .padStart(decimals + 1, "0");
      const whole = digits.slice(0, digits.length - decimals);
      const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
      const fraction = decimals === 0 ? "" : "." + digits.slice(digits.length - decimals);
      const sign = coefficient < BigInt(0) ? "-" : "";
      for (const text of [`${sign}${whole}${fraction}`, `${sign}$${grouped}${fraction}`]) {
        const reading = parseNumber(text);
        expect(isNumber(reading) && BigInt(scaleDecimal(reading, decimals))).toBe(coefficient);
      }
    }),
  );
});
