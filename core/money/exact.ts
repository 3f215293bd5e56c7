/**
 * Whole numbers of any size, exact, and fast while they are small.
 *
 * Every amount of the core is a count of its smallest part (see amounts.ts), so all arithmetic is
 * on whole numbers. A count below 2^53 is held in a double, which is exact there and an order of
 * magnitude faster than BigInt; a larger one is a BigInt. The form is canonical: a count that fits
 * a double is never a BigInt, so `===` compares values. docs/ARCHITECTURE.md has the measurements.
 *
 * BigInt is built with the function and never a literal, because the published bundles are ES2019.
 */
export type Exact = number | bigint;

const LIMIT = Number.MAX_SAFE_INTEGER;
const BIG_LIMIT = BigInt(LIMIT);

/** The canonical form of a BigInt: a double when it fits one exactly. */
export function exactOf(value: bigint): Exact {
  return value <= BIG_LIMIT && value >= -BIG_LIMIT ? Number(value) : value;
}

/** a + b, exact. */
export function addExact(a: Exact, b: Exact): Exact {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (sum <= LIMIT && sum >= -LIMIT) return sum;
  }
  return exactOf(BigInt(a) + BigInt(b));
}

/** a - b, exact. */
export function subtractExact(a: Exact, b: Exact): Exact {
  if (typeof a === "number" && typeof b === "number") {
    const difference = a - b;
    if (difference <= LIMIT && difference >= -LIMIT) return difference;
  }
  return exactOf(BigInt(a) - BigInt(b));
}

/** -1, 0 or 1: how a compares with b. */
export function compareExact(a: Exact, b: Exact): -1 | 0 | 1 {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}

/** a * b, exact. */
export function multiplyExact(a: Exact, b: Exact): Exact {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    // `|| 0` keeps minus zero out of the canonical form.
    if (product <= LIMIT && product >= -LIMIT) return product || 0;
  }
  return exactOf(BigInt(a) * BigInt(b));
}

/**
 * a * b / c, rounded down (towards minus infinity), with no rounding in between.
 *
 * The divisor is positive; anything else is an error of the caller.
 */
export function multiplyDivideExact(a: Exact, b: Exact, c: Exact): Exact {
  if (typeof a === "number" && typeof b === "number" && typeof c === "number") {
    const product = a * b;
    if (product <= LIMIT && product >= -LIMIT) return divideDown(product, c);
    const quotient = wideMultiplyDivide(a, b, c);
    if (quotient !== undefined) return quotient;
  }
  return exactOf(floorDivide(BigInt(a) * BigInt(b), BigInt(c)));
}

/** Compares a / b with c / d for positive b and d, by cross-multiplication: -1, 0 or 1. */
export function compareRatios(a: Exact, b: Exact, c: Exact, d: Exact): -1 | 0 | 1 {
  if (
    typeof a === "number" &&
    typeof b === "number" &&
    typeof c === "number" &&
    typeof d === "number"
  ) {
    const left = a * d;
    const right = c * b;
    // Each product is off by at most one part in 2^53, so a wider gap is a certain answer.
    if (Math.abs(left - right) > (Math.abs(left) + Math.abs(right)) * 4e-16) {
      return left < right ? -1 : 1;
    }
    if (Math.abs(left) <= LIMIT && Math.abs(right) <= LIMIT) return compareExact(left, right);
  }
  return compareExact(BigInt(a) * BigInt(d), BigInt(c) * BigInt(b));
}

function divideDown(product: number, divisor: number): number {
  let quotient = Math.floor(product / divisor);
  // The quotient of two doubles may round up to the next whole number.
  if (quotient * divisor > product) quotient -= 1;
  return quotient || 0;
}

const SPLITTER = 134217729; // 2^27 + 1 (T. J. Dekker, 1971)

/** The exact product of two whole doubles, less the given rounded product. */
function productError(a: number, b: number, product: number): number {
  const aScaled = a * SPLITTER;
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = b * SPLITTER;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

/**
 * a * b / c rounded down where the product exceeds 2^53 but the quotient does not: the exact
 * product is kept as two doubles, the quotient is estimated and then corrected by the exact
 * remainder. Returns undefined where the quotient is too large for this.
 */
function wideMultiplyDivide(a: number, b: number, c: number): number | undefined {
  const product = a * b;
  const estimate = Math.floor(product / c);
  if (estimate > LIMIT - 4 || estimate < 4 - LIMIT) return undefined;
  const back = estimate * c;
  // The two products agree to within a few divisors, so their difference is exact.
  const remainder =
    product - back + (productError(a, b, product) - productError(estimate, c, back));
  if (Math.abs(remainder) > LIMIT) return undefined;
  const correction = Math.floor(remainder / c);
  const quotient = estimate + correction;
  const left = remainder - correction * c;
  if (left < 0) return quotient - 1;
  return left >= c ? quotient + 1 : quotient;
}

function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const exact = quotient * divisor === dividend;
  return exact || dividend < BigInt(0) === divisor < BigInt(0) ? quotient : quotient - BigInt(1);
}
