import { partsOf, type Day } from "../../calendar/day.ts";
import { MONEY_DECIMALS, type Money } from "../../money/amounts.ts";
import { scaleDecimal } from "../../money/decimalNumber.ts";

/**
 * Dollars to the cent as tax software reads them, such as -1234.50: no sign of the currency, no
 * separator of thousands. Half a cent is rounded away from zero.
 *
 * Source: Instructions for Form 8949 (2025) p. 3. Decision: D-48.
 */
export function centsText(amount: Money): string {
  const cents = scaleDecimal({ coefficient: amount, decimals: MONEY_DECIMALS }, 2).toString();
  const digits = cents.replace("-", "").padStart(3, "0");
  return `${cents.startsWith("-") ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `11/20/2026`. */
export function usDate(day: Day): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return [two(month), two(dayOfMonth), String(year).padStart(4, "0")].join("/");
}

/** Text on one line: control characters of a ledger would end a field or a record. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");

const two = (value: number): string => String(value).padStart(2, "0");
