import type { Asset } from "../ledger/asset.ts";
import { MONEY_DECIMALS, quantityText, type Money, type Quantity } from "../money/amounts.ts";
import { scaleDecimal } from "../money/decimalNumber.ts";

/** Dollars and cents for a sentence: `$1,234.56`, `-$0.50`. */
export function dollarWords(amount: Money): string {
  const cents = scaleDecimal({ coefficient: amount, decimals: MONEY_DECIMALS }, 2).toString();
  const digits = cents.replace("-", "").padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${cents.startsWith("-") ? "-" : ""}$${whole}.${digits.slice(-2)}`;
}

/** Units for a sentence, cut after the eighth decimal: `0.0125 BTC`. */
export function unitWords(quantity: Quantity, { symbol, decimals }: Asset): string {
  const [whole = "0", fraction = ""] = quantityText(quantity, decimals).split(".");
  const short = fraction.slice(0, 8).replace(/0+$/, "");
  return `${whole}${short === "" ? "" : `.${short}`} ${symbol}`;
}

/** `1 time`, `3 times`. */
export const countWords = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? "" : "s"}`;
