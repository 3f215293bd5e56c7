import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addExact,
  compareRatios,
  exactOf,
  multiplyDivideExact,
  multiplyExact,
  subtractExact,
  type Exact,
} from "../../../core/money/exact.ts";

/** Whole numbers of every size, those around 2^53 above all. */
const whole: fc.Arbitrary<Exact> = fc.oneof(
  fc.integer({ min: -9, max: 9 }),
  fc.maxSafeInteger(),
  fc.bigInt(-(2n ** 90n), 2n ** 90n).map(exactOf),
  fc
    .tuple(fc.constantFrom(2n ** 53n, 2n ** 27n, 2n ** 64n), fc.bigInt(-3n, 3n))
    .map(([near, off]) => exactOf(near + off)),
);
const positive = whole.filter((value) => value > 0);

const floorDivide = (a: bigint, b: bigint): bigint => {
  const quotient = a / b;
  return quotient * b !== a && a < 0n !== b < 0n ? quotient - 1n : quotient;
};

/** Canonical: a double when it fits, never minus zero. */
const expectCanonical = (value: Exact, expected: bigint): void => {
  expect(BigInt(value)).toBe(expected);
  expect(typeof value).toBe(
    expected <= BigInt(Number.MAX_SAFE_INTEGER) && expected >= -BigInt(Number.MAX_SAFE_INTEGER)
      ? "number"
      : "bigint",
  );
  expect(Object.is(value, -0)).toBe(false);
};

describe("whole numbers of any size agree with BigInt", () => {
  test("sums, differences and products", () => {
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        expectCanonical(addExact(a, b), BigInt(a) + BigInt(b));
        expectCanonical(subtractExact(a, b), BigInt(a) - BigInt(b));
        expectCanonical(multiplyExact(a, b), BigInt(a) * BigInt(b));
      }),
      { numRuns: 5000 },
    );
  });

  test("multiply and divide rounds once, and down", () => {
    fc.assert(
      fc.property(whole, whole, positive, (a, b, c) => {
        expectCanonical(
          multiplyDivideExact(a, b, c),
          floorDivide(BigInt(a) * BigInt(b), BigInt(c)),
        );
      }),
      { numRuns: 20000 },
    );
  });

  test("a part of a whole, where the product passes 2^53 and the quotient does not", () => {
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (total, of, fraction) => {
          const part = Math.floor(of * fraction);
          expectCanonical(
            multiplyDivideExact(total, part, of),
            floorDivide(BigInt(total) * BigInt(part), BigInt(of)),
          );
        },
      ),
      { numRuns: 20000 },
    );
  });

  test("ratios compare without dividing", () => {
    fc.assert(
      fc.property(whole, positive, whole, positive, (a, b, c, d) => {
        const left = BigInt(a) * BigInt(d);
        const right = BigInt(c) * BigInt(b);
        expect(compareRatios(a, b, c, d)).toBe(left < right ? -1 : left > right ? 1 : 0);
        expect(compareRatios(a, b, a, b)).toBe(0);
      }),
      { numRuns: 10000 },
    );
  });
});

test("the limits themselves", () => {
  const most = Number.MAX_SAFE_INTEGER;
  expect(addExact(most, 1)).toBe(2n ** 53n);
  expect(subtractExact(addExact(most, 1), 1)).toBe(most);
  expect(multiplyDivideExact(-1, 1, 3)).toBe(-1);
  expect(multiplyDivideExact(most, most, most)).toBe(most);
});
