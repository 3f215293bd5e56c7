import { MONEY_DECIMALS, type Money, type Quantity } from "./amounts.ts";
import { exactOf, multiplyDivideExact, multiplyExact, subtractExact, type Exact } from "./exact.ts";

/**
 * A decimal number exactly as written: coefficient × 10^-decimals.
 *
 * Used for what is neither dollars nor units yet: a cell, a price a unit, a rate.
 */
export type DecimalNumber = { readonly coefficient: Exact; readonly decimals: number };

/** Digits behind the point that a quantity can have; a wei is 10^-18 ether. */
export const MOST_DECIMALS = 18;

const PLAIN_DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * Reads plain decimal text such as `-12.50`, `.5` or `1.2E-7`, keeping every digit.
 *
 * Undefined when it is anything else; thousands separators and currency signs are the caller's.
 */
export function decimalOfText(text: string): DecimalNumber | undefined {
  const match = PLAIN_DECIMAL.exec(text);
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const digits = whole + fraction;
  const decimals = fraction.length - Number(exponent);
  if (digits === "" || digits.length > 60 || decimals > 80 || decimals < -60) return undefined;
  const coefficient = wholeNumber(digits, sign);
  return decimals >= 0
    ? { coefficient, decimals }
    : { coefficient: multiplyExact(coefficient, exactOf(powerOfTen(-decimals))), decimals: 0 };
}

/**
 * Reads a number of a host: a double, taken by its shortest text at 15 significant digits, which is
 * what the host shows (0.1 + 0.2 in a cell is 0.3). Undefined when it is not finite.
 */
export function decimalOfNumber(value: number): DecimalNumber | undefined {
  // Nearly every cell is whole or has at most 8 decimals: no text needed.
  if (Math.abs(value) < 1e15) {
    const whole = Math.round(value);
    if (whole === value) return { coefficient: whole || 0, decimals: 0 };
    const scaled = Math.round(value * 1e8);
    if (Math.abs(scaled) < 1e15 && scaled / 1e8 === value) {
      return { coefficient: scaled, decimals: 8 };
    }
  }
  return Number.isFinite(value) ? decimalOfText(value.toPrecision(15)) : undefined;
}

/** The value in whole parts of 10^-decimals; a half is rounded away from zero. */
export function scaleDecimal(value: DecimalNumber, decimals: number): Exact {
  const shift = decimals - value.decimals;
  if (shift === 0) return value.coefficient;
  if (shift > 0) {
    return multiplyExact(value.coefficient, shift <= 15 ? 10 ** shift : exactOf(powerOfTen(shift)));
  }
  return divideHalfUp(value.coefficient, powerOfTen(-shift));
}

/** Dollars, to the smallest part that the core keeps. */
export const moneyOf = (value: DecimalNumber): Money =>
  scaleDecimal(value, MONEY_DECIMALS) as Money;

/** Units of an asset with this many decimals. */
export const quantityOf = (value: DecimalNumber, decimals: number): Quantity =>
  scaleDecimal(value, decimals) as Quantity;

/** True when the value has a digit other than zero behind this many decimals. */
export function exceedsDecimals(value: DecimalNumber, decimals: number): boolean {
  if (value.decimals <= decimals) return false;
  return BigInt(value.coefficient) % powerOfTen(value.decimals - decimals) !== BigInt(0);
}

/** Dollars that a quantity is worth at a price a unit, rounded down to the smallest part. */
export function valueAtPrice(price: DecimalNumber, quantity: Quantity, decimals: number): Money {
  const shift = price.decimals + decimals - MONEY_DECIMALS;
  if (shift >= 0) {
    const divisor = shift <= 15 ? 10 ** shift : exactOf(powerOfTen(shift));
    return multiplyDivideExact(price.coefficient, quantity, divisor) as Money;
  }
  const product = multiplyExact(price.coefficient, quantity);
  return multiplyExact(product, exactOf(powerOfTen(-shift))) as Money;
}

/** A price less a percentage of it, exactly: 0.5 takes off half a percent. */
export function lessPercent(price: DecimalNumber, percent: DecimalNumber): DecimalNumber {
  if (percent.coefficient === 0) return price;
  const decimals = percent.decimals + 2;
  const rest = exactOf(powerOfTen(decimals) - BigInt(percent.coefficient));
  return {
    coefficient: multiplyExact(price.coefficient, rest),
    decimals: price.decimals + decimals,
  };
}

/** Dollars times a rate given as a fraction, rounded down to the smallest part of a dollar. */
export const atRate = (amount: Money, rate: DecimalNumber): Money =>
  multiplyDivideExact(amount, rate.coefficient, exactOf(powerOfTen(rate.decimals))) as Money;

/** The nearest double, for a cell. */
export function decimalToNumber(value: DecimalNumber): number {
  if (typeof value.coefficient === "number" && value.decimals <= 22) {
    return value.coefficient / 10 ** value.decimals;
  }
  return Number(`${value.coefficient.toString()}e-${value.decimals.toString()}`);
}

function wholeNumber(digits: string, sign: string): Exact {
  const value = digits.length <= 15 ? Number(digits) : exactOf(BigInt(digits));
  return sign === "-" ? subtractExact(0, value) : value;
}

function powerOfTen(exponent: number): bigint {
  return BigInt(10) ** BigInt(exponent);
}

function divideHalfUp(value: Exact, divisor: bigint): Exact {
  const dividend = BigInt(value);
  const half = divisor / BigInt(2);
  return exactOf((dividend < BigInt(0) ? dividend - half : dividend + half) / divisor);
}
