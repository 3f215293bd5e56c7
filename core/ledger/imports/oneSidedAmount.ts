import type { CellValue } from "../cells.ts";
import { isBelowZero, isNothing, sizeOf } from "./exportRow.ts";
import type { Amount } from "./importedRow.ts";

/** The side on which a signed amount stands: what is below zero was sent. */
export const sideOf = (
  amount: CellValue,
  asset: string,
): { readonly sent: Amount } | { readonly received: Amount } =>
  isBelowZero(amount) ? { sent: [sizeOf(amount), asset] } : { received: [amount, asset] };

/** An amount without its sign, of an asset; undefined where the cell is blank or zero. */
export const statedAmount = (amount: CellValue, asset: string): Amount | undefined =>
  isNothing(amount) ? undefined : [sizeOf(amount), asset];
