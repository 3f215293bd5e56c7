import type { Money } from "../../../core/money/amounts.ts";
import { decimalOfNumber, moneyOf } from "../../../core/money/decimalNumber.ts";

/** Dollars as an amount. */
export const dollars = (amount: number): Money => moneyOf(decimalOfNumber(amount)!);
