import { moneyText, type Quantity } from "../../money/amounts.ts";
import { valueAtPrice } from "../../money/decimalNumber.ts";
import type { CellValue } from "../cells.ts";
import { sizeOf } from "../imports/exportRow.ts";
import { isNumber, parseNumber } from "../parseNumber.ts";

/** Dollars of an amount at a price a unit, as text; undefined where one of them is no number. */
export function productText(price: CellValue, amount: CellValue): string | undefined {
  const each = parseNumber(price);
  const units = parseNumber(sizeOf(amount));
  if (!isNumber(each) || !isNumber(units) || units.decimals < 0) return undefined;
  return moneyText(valueAtPrice(each, units.coefficient as Quantity, units.decimals));
}
