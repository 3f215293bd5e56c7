import { magnitude, moneyText, subtract, ZERO_MONEY, type Money } from "../../money/amounts.ts";
import { moneyOf, valueAtPrice } from "../../money/decimalNumber.ts";
import type { CellValue } from "../cells.ts";
import { cellIn } from "../columns.ts";
import { isDollars } from "../fiatCurrencies.ts";
import type { LedgerSheet } from "../ledgerSheet.ts";
import { logError, logWarning } from "../problemLog.ts";
import { readDollars, readMoney, readText } from "../readCell.ts";
import type { OneAssetColumns, OneAssetRow } from "./oneAssetRow.ts";

/**
 * The dollars of a row: the total, else price times quantity; undefined and an Error where there is
 * neither. The total wins, with a Warning when they differ by more than a cent.
 */
export function readAmount(
  sheet: LedgerSheet,
  own: OneAssetColumns,
  { cells, quantity, asset, type }: OneAssetRow,
): Money | undefined {
  const { log } = sheet;
  const errors = log.errors;
  const total = readMoney(log, cellIn(cells, own.total), own.total);
  const price = readDollars(log, cellIn(cells, own.price), own.price);
  checkCurrency(sheet, own, cells);
  if (log.errors > errors) return undefined;
  const product = price === undefined ? undefined : valueAtPrice(price, quantity, asset.decimals);
  if (total === undefined) {
    if (product === undefined) {
      logError(log, { code: "no-amount", type: type.name, columns: amountColumns(own) });
    }
    return product;
  }
  if (product !== undefined && magnitude(subtract(total, product)) > CENT) {
    const facts = { total: moneyText(total), product: moneyText(product) };
    logWarning(log, { code: "amount-mismatch", ...facts });
  }
  return total;
}

/** The dollars of the fee; undefined when there is none. A fee in units is an Error. */
export function readFee(
  sheet: LedgerSheet,
  own: OneAssetColumns,
  cells: readonly CellValue[],
): Money | undefined {
  const fee = readMoney(sheet.log, cellIn(cells, own.fee), own.fee);
  if (fee === undefined || fee === ZERO_MONEY) return undefined;
  const currency = readText(sheet.log, cellIn(cells, own.feeAsset), own.feeAsset);
  if (currency === "" || isDollars(currency)) return fee;
  logError(sheet.log, { code: "fee-in-units", currency });
  return undefined;
}

/** Warns of a dollar fee where it is part of neither basis nor proceeds. */
export function warnOfFee(sheet: LedgerSheet, own: OneAssetColumns, row: OneAssetRow): void {
  const fee = readFee(sheet, own, row.cells);
  if (fee === undefined) return;
  logWarning(sheet.log, { code: "fee-not-counted", fee: moneyText(fee), type: row.type.name });
}

const CENT = moneyOf({ coefficient: 1, decimals: 2 });

function checkCurrency(
  sheet: LedgerSheet,
  own: OneAssetColumns,
  cells: readonly CellValue[],
): void {
  const currency = readText(sheet.log, cellIn(cells, own.currency), own.currency);
  if (currency === "" || isDollars(currency)) return;
  const column = own.total.index < 0 ? own.price.text : own.total.text;
  logError(sheet.log, { code: "amount-not-dollars", column, currency });
}

/** The money columns that the sheet has, or that it should have. */
function amountColumns({ price, total }: OneAssetColumns): string {
  if (total.index < 0 && price.index >= 0) return price.text;
  return price.index < 0 ? total.text : `${total.text} or ${price.text}`;
}
