import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  add,
  moneyNumber,
  moneyText,
  quantityNumber,
  quantityText,
  shareOf,
  subtract,
  unitAmountNumber,
  ZERO_MONEY,
  type Money,
  type Quantity,
} from "../../../core/money/amounts.ts";
import { exactOf } from "../../../core/money/exact.ts";
import { units, usd } from "../../support/transactions.ts";

test("dollars and units do not mix", () => {
  // @ts-expect-error dollars and units are of two kinds
  add(usd(1), units(1));
  expect(add(usd("0.1"), usd("0.2"))).toBe(usd("0.3"));
});

test("amounts are shown as the nearest double, and as plain text", () => {
  expect(moneyNumber(usd("1234.56"))).toBe(1234.56);
  expect(moneyNumber(usd("-0.0000000001"))).toBe(-1e-10);
  expect(moneyText(usd("-1234.50"))).toBe("-1234.5");
  expect(moneyText(usd("123456789012345.67"))).toBe("123456789012345.67");
  expect(quantityText(units("0.00000001"), 8)).toBe("0.00000001");
  expect(quantityNumber(123456789012345678901n as Quantity, 18)).toBe(123.456789012345678901);
});

describe("dollars a unit", () => {
  test("are good to the last digit of a double", () => {
    const amount = unitAmountNumber(usd("0.07"), units("0.00000123"), 8)!;
    expect(Math.abs(amount / (0.07 / 0.00000123) - 1)).toBeLessThan(1e-15);
    expect(unitAmountNumber(usd(100), units(3), 8)).toBeCloseTo(100 / 3, 12);
    expect(unitAmountNumber(usd(1), units(0), 8)).toBeUndefined();
  });
  test.each([65000.01, 0.00001234, 97123.45, 39.75, 1.1])("%s comes back as written", (price) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (parts) => {
        const quantity = (parts * 1e6) as Quantity;
        const total = BigInt(Math.round(price * 1e8)) * BigInt(parts);
        expect(unitAmountNumber(exactOf(total) as Money, quantity, 8)).toBe(price);
      }),
    );
  });
});

test("differences of running shares are parts that sum to the whole", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1000, max: 1000 }),
      fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 6 }),
      (whole, parts) => {
        const of = parts.reduce((sum, part) => sum + part, 0) as Quantity;
        let upTo = 0 as Quantity;
        let before = ZERO_MONEY;
        let sum = ZERO_MONEY;
        for (const part of parts) {
          upTo = add(upTo, part as Quantity);
          const share = shareOf(whole as Money, upTo, of);
          const slice = subtract(share, before);
          // No part strays from its exact share by the smallest part of a dollar.
          expect(Math.abs(Number(slice) - (whole * part) / Number(of))).toBeLessThan(1);
          sum = add(sum, slice);
          before = share;
        }
        expect(sum).toBe(whole);
      },
    ),
    { numRuns: 5000 },
  );
});
