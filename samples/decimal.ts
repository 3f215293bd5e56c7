/** A decimal number exactly, counted in parts of 10^-18. The samples do all their sums in it. */
export type Decimal = bigint;

const PLACES = 18;
const ONE = 10n ** 18n;

/** Nothing. */
export const ZERO: Decimal = 0n;

/** Reads plain decimal text of up to 18 digits behind the point; throws on anything else. */
export function decimal(text: string): Decimal {
  const match = /^(-?)(\d+)(?:\.(\d{1,18}))?$/.exec(text);
  if (match === null) throw new Error(`not a plain decimal: ${text}`);
  const value = BigInt((match[2] ?? "") + (match[3] ?? "").padEnd(PLACES, "0"));
  return match[1] === "-" ? -value : value;
}

/** A whole count of 10^-places. */
export const decimalParts = (count: number, places: number): Decimal =>
  BigInt(count) * 10n ** BigInt(PLACES - places);

/** Plain text without trailing zeros. */
export function decimalText(value: Decimal): string {
  const digits = (value < 0n ? -value : value).toString().padStart(PLACES + 1, "0");
  const fraction = digits.slice(-PLACES).replace(/0+$/, "");
  const whole = digits.slice(0, -PLACES);
  return (value < 0n ? "-" : "") + whole + (fraction === "" ? "" : `.${fraction}`);
}

/** a × b, cut to 18 digits. Neither is negative. */
export const times = (a: Decimal, b: Decimal): Decimal => (a * b) / ONE;

/** a ÷ b, cut to 18 digits. Neither is negative. */
export const dividedBy = (a: Decimal, b: Decimal): Decimal => (a * ONE) / b;

/** Rounded to so many digits behind the point, a half upwards. The value is not negative. */
export function rounded(value: Decimal, places: number): Decimal {
  const part = 10n ** BigInt(PLACES - places);
  return ((value + part / 2n) / part) * part;
}

/** Cut to so many digits behind the point. The value is not negative. */
export function cut(value: Decimal, places: number): Decimal {
  const part = 10n ** BigInt(PLACES - places);
  return (value / part) * part;
}
