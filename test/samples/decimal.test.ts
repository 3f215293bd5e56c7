import { expect, test } from "vitest";
import {
  cut,
  decimal,
  decimalParts,
  decimalText,
  dividedBy,
  rounded,
  times,
} from "../../samples/decimal.ts";

test.each(["0", "12.5", "-6", "0.000000000000000001", "64.024822695035460992"])(
  "%s is read and written with every digit",
  (text) => {
    expect(decimalText(decimal(text))).toBe(text);
  },
);

test.each(["", "1e3", "1,000", ".5", "0.0000000000000000001"])("%j is refused", (text) => {
  expect(() => decimal(text)).toThrow("not a plain decimal");
});

test("a half is rounded up, and cutting drops it", () => {
  expect(decimalText(rounded(decimal("2.345"), 2))).toBe("2.35");
  expect(decimalText(rounded(decimal("2.3449"), 2))).toBe("2.34");
  expect(decimalText(cut(decimal("2.349"), 2))).toBe("2.34");
});

test("products and quotients keep 18 digits", () => {
  expect(decimalText(times(decimal("0.1"), decimal("0.2")))).toBe("0.02");
  expect(decimalText(dividedBy(decimal("2"), decimal("3")))).toBe("0.666666666666666666");
});

test("parts are counted from the right", () => {
  expect(decimalText(decimalParts(4730012, 2))).toBe("47300.12");
});
