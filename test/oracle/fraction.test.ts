import { describe, expect, it } from "vitest";
import {
  commonMeasure,
  compareFractions,
  countOf,
  fraction,
  fractionOfText,
  fractionText,
  minus,
  over,
  plus,
  times,
} from "./fraction.ts";

const third = fraction(1, 3);
const half = fraction(1, 2);

describe("fractions", () => {
  it("are kept in lowest terms with the sign above the line", () => {
    expect(fraction(6, -4)).toEqual({ numerator: -3n, denominator: 2n });
  });

  it("add, subtract, multiply and divide exactly", () => {
    expect(plus(third, half)).toEqual(fraction(5, 6));
    expect(minus(third, half)).toEqual(fraction(-1, 6));
    expect(times(third, half)).toEqual(fraction(1, 6));
    expect(over(third, half)).toEqual(fraction(2, 3));
  });

  it("compare by value, below zero too", () => {
    expect(compareFractions(fraction(-1, 2), fraction(-1, 3))).toBeLessThan(0);
    expect(compareFractions(fraction(2, 4), half)).toBe(0);
  });

  it("have a largest common measure, which zero leaves alone", () => {
    expect(commonMeasure(half, third)).toEqual(fraction(1, 6));
    expect(commonMeasure(fraction(0), fraction(7500))).toEqual(fraction(7500));
    expect(countOf(fraction(3, 2), half)).toBe(3);
    expect(() => countOf(third, half)).toThrow();
  });

  it("are read from decimals with an exponent and written with fifteen digits", () => {
    expect(fractionOfText("-12.50")).toEqual(fraction(-25, 2));
    expect(fractionOfText("1.5e-7")).toEqual(fraction(3, 20_000_000));
    expect(fractionOfText("2e+3")).toEqual(fraction(2000));
    expect(fractionText(fraction(-1, 3))).toBe("-0.333333333333333");
    expect(() => fractionOfText("1,000")).toThrow();
  });
});
