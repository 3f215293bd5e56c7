/** An exact fraction in lowest terms; the denominator is above zero. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

/** numerator / denominator, reduced. The denominator must not be zero. */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  const top = BigInt(numerator);
  const bottom = BigInt(denominator);
  if (bottom === 0n) throw new Error("A fraction has no zero denominator.");
  const divisor = greatestCommonDivisor(top, bottom) * (bottom < 0n ? -1n : 1n);
  return { numerator: top / divisor, denominator: bottom / divisor };
}

/** Zero. */
export const ZERO = fraction(0n);

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(
    a.numerator * b.denominator + b.numerator * a.denominator,
    a.denominator * b.denominator,
  );

export const negative = (a: Fraction): Fraction => fraction(-a.numerator, a.denominator);

export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, negative(b));

export const times = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.numerator, a.denominator * b.denominator);

export const over = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator, a.denominator * b.numerator);

/** Below zero, zero or above zero: how a compares with b. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

export const sum = (values: readonly Fraction[]): Fraction => values.reduce(plus, ZERO);

/** The largest fraction of which both are whole multiples. */
export const commonMeasure = (a: Fraction, b: Fraction): Fraction =>
  fraction(
    greatestCommonDivisor(a.numerator * b.denominator, b.numerator * a.denominator),
    a.denominator * b.denominator,
  );

/** How many times a measure goes into a whole multiple of it. */
export function countOf(value: Fraction, measure: Fraction): number {
  const count = over(value, measure);
  if (count.denominator !== 1n) throw new Error("The value is no whole multiple of the measure.");
  return Number(count.numerator);
}

/** Reads plain decimal text such as -12.5, with an exponent where there is one. */
export function fractionOfText(text: string): Fraction {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/i.exec(text);
  if (match === null) throw new Error(`Not a decimal number: ${text}`);
  const [, sign = "", whole = "", decimals = "", exponent = "0"] = match;
  const digits = BigInt(sign + whole + decimals);
  const shift = decimals.length - Number(exponent);
  return shift >= 0
    ? fraction(digits, 10n ** BigInt(shift))
    : fraction(digits * 10n ** BigInt(-shift));
}

/** The fraction as decimal text, cut after fifteen digits behind the point. */
export function fractionText({ numerator, denominator }: Fraction): string {
  const size = numerator < 0n ? -numerator : numerator;
  const digits = ((size * 10n ** 15n) / denominator).toString().padStart(16, "0");
  return `${numerator < 0n ? "-" : ""}${digits.slice(0, -15)}.${digits.slice(-15)}`;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
