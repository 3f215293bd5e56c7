import { addExact, compareExact, multiplyDivideExact, subtractExact, type Exact } from "./exact.ts";

declare const unit: unique symbol;

/** US dollars, counted in ten-billionths of a dollar. A loss is negative. */
export type Money = Exact & { readonly [unit]: "money" };

/**
 * Units of one asset, counted in the asset's smallest part: 10^-decimals of a unit, where decimals
 * belongs to the asset (see ledger/asset.ts). Quantities of assets of one wash group share decimals.
 */
export type Quantity = Exact & { readonly [unit]: "quantity" };

type Amount = Money | Quantity;

/** Digits behind the point that every dollar amount is kept to. Nothing is rounded to cents. */
export const MONEY_DECIMALS = 10;

/** No dollars. */
export const ZERO_MONEY = 0 as Money;

/** No units. */
export const ZERO_QUANTITY = 0 as Quantity;

/** a + b. Both must be of one kind: dollars and units do not add up. */
export const add = <A extends Amount>(a: A, b: NoInfer<A>): A => addExact(a, b) as A;

/** a - b. Both must be of one kind. */
export const subtract = <A extends Amount>(a: A, b: NoInfer<A>): A => subtractExact(a, b) as A;

/** The same amount with the opposite sign. */
export const negate = <A extends Amount>(a: A): A => subtractExact(0, a) as A;

/** -1, 0 or 1: how a compares with b. */
export const compare = <A extends Amount>(a: A, b: NoInfer<A>): -1 | 0 | 1 => compareExact(a, b);

/** The smaller of two amounts of one kind. */
export const smaller = <A extends Amount>(a: A, b: NoInfer<A>): A =>
  compareExact(a, b) <= 0 ? a : b;

/** The larger of two amounts of one kind. */
export const larger = <A extends Amount>(a: A, b: NoInfer<A>): A =>
  compareExact(a, b) >= 0 ? a : b;

/** The amount without its sign. */
export const magnitude = <A extends Amount>(a: A): A => (a < 0 ? negate(a) : a);

/**
 * The share of a whole that falls on a part of its units, rounded down to the smallest part of a
 * dollar. To split a whole over several parts, take the differences of the shares of the running
 * totals: then the parts always sum to the whole.
 */
export const shareOf = (whole: Money, part: Quantity, of: Quantity): Money =>
  part === of ? whole : (multiplyDivideExact(whole, part, of) as Money);

/** Dollars as the nearest number, for a cell. Not for further arithmetic. */
export const moneyNumber = (value: Money): number => toNumber(value, MONEY_DECIMALS);

/** Units as the nearest number, for a cell. Not for further arithmetic. */
export const quantityNumber = (value: Quantity, decimals: number): number =>
  toNumber(value, decimals);

/**
 * Dollars a unit as a number, for a cell; undefined where there are no units.
 *
 * Good to the last digit of a double; an amount of at most eight places is that very decimal, so
 * that a price paid comes back as it was written.
 */
export const unitAmountNumber = (
  total: Money,
  quantity: Quantity,
  decimals: number,
): number | undefined => {
  if (quantity === 0) return undefined;
  const amount = (Number(total) / Number(quantity)) * 10 ** (decimals - MONEY_DECIMALS);
  const short = Math.round(amount * 1e8) / 1e8;
  return Math.abs(amount - short) <= Math.abs(amount) * 4 * Number.EPSILON ? short : amount;
};

/** Dollars as plain decimal text without trailing zeros: 1234.5, -0.00000001. */
export const moneyText = (value: Money): string => exactText(value, MONEY_DECIMALS);

/** Units as plain decimal text without trailing zeros. */
export const quantityText = (value: Quantity, decimals: number): string =>
  exactText(value, decimals);

const POWERS = Array.from({ length: 23 }, (_, power) => 10 ** power);

function toNumber(value: Exact, decimals: number): number {
  const power = POWERS[decimals];
  // Both are exact doubles, so the quotient is the double nearest to the true value.
  if (typeof value === "number" && power !== undefined) return value / power;
  return Number(exactText(value, decimals));
}

function exactText(value: Exact, decimals: number): string {
  const negative = value < 0;
  const digits = (negative ? -BigInt(value) : BigInt(value)).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, "");
  return (negative ? "-" : "") + whole + (fraction === "" ? "" : "." + fraction);
}
