import type { CellValue } from "../cells.ts";
import { cellIn, columnOf } from "../columns.ts";
import { isDollars } from "../fiatCurrencies.ts";
import type { Layout, LedgerSheet, RowReader } from "../ledgerSheet.ts";
import { logError } from "../problemLog.ts";
import { readText } from "../readCell.ts";
import { readQuantity, readQuantityLeaving } from "../readQuantity.ts";
import { basicColumns, readAccount, readDate } from "../rowBasics.ts";
import { transactionType, type TransactionType } from "../transactionTypes.ts";
import { wordKey } from "../words.ts";
import { isRowOf, type OneAssetColumns, type OneAssetRow } from "./oneAssetRow.ts";
import { addAcquisition, addDisposal, addRemoval, addTransfer } from "./oneAssetTransactions.ts";

/**
 * Rows with one asset each: `Date | Type | Asset | Quantity | Price and/or Total | Fee | Wallet |
 * Account | To wallet | Lot | Id | Acquired | 1099 | Notes`.
 */
export const oneAsset: Layout = {
  fits: (columns) =>
    columns.date !== undefined &&
    (columns.type ?? columns.label) !== undefined &&
    columns.asset !== undefined &&
    columns.quantity !== undefined,
  amounts: [
    { asset: "asset", amount: "quantity" },
    { asset: "asset", amount: "lot" },
  ],
  rowReader: oneAssetReader,
};

function oneAssetReader(sheet: LedgerSheet): RowReader {
  const { columns } = sheet;
  const own: OneAssetColumns = {
    ...basicColumns(sheet),
    type: columnOf(columns, columns.type === undefined ? "label" : "type", "Type"),
    asset: columnOf(columns, "asset", "Asset"),
    quantity: columnOf(columns, "quantity", "Quantity"),
    price: columnOf(columns, "price", "Price"),
    total: columnOf(columns, "total", "Total"),
    currency: columnOf(columns, "amountCurrency", "Price currency"),
    fee: columnOf(columns, "fee", "Fee"),
    feeAsset: columnOf(columns, "feeAsset", "Fee currency"),
    wallet: columnOf(columns, columns.wallet === undefined ? "sentWallet" : "wallet", "Wallet"),
    toWallet: columnOf(columns, "receivedWallet", "To wallet"),
  };
  const types = new Map<string, TransactionType | undefined>();
  const typeOf = (word: string): TransactionType | undefined => {
    if (!types.has(word)) types.set(word, transactionType(wordKey(word)));
    return types.get(word);
  };
  return (cells) => {
    const errors = sheet.log.errors;
    const word = readText(sheet.log, cellIn(cells, own.type), own.type);
    const type = typeOf(word);
    if (sheet.log.errors === errors) checkType(sheet, own, { word, type });
    readRow(sheet, own, { cells, type, errors });
  };
}

type TypedRow = {
  readonly cells: readonly CellValue[];
  readonly type: TransactionType | undefined;
  /** Errors before this row. */
  readonly errors: number;
};

function readRow(sheet: LedgerSheet, own: OneAssetColumns, typed: TypedRow): void {
  const { log, names } = sheet;
  const { cells, type, errors } = typed;
  const at = readDate(sheet, own, cells);
  const symbol = readSymbol(sheet, own, cells);
  const account = readAccount(sheet, own, cells);
  const walletName = readText(log, cellIn(cells, own.wallet), own.wallet);
  const id = readText(log, cellIn(cells, own.id), own.id);
  if (symbol === undefined || type === undefined || type.kind === "refused") return;
  if (isDollars(symbol)) {
    if (isTradeOfDollars(type)) logError(log, { code: "dollars-as-asset", type: type.name });
    if (log.errors === errors) sheet.withoutEffect.push(log.row);
    return;
  }
  const asset = names.assetOf(symbol);
  const placed = { cell: cellIn(cells, own.quantity), column: own.quantity };
  const leaves = type.kind === "disposal" || type.kind === "removal";
  const quantity = (leaves ? readQuantityLeaving : readQuantity)(log, placed, asset);
  if (at === undefined || quantity === undefined || log.errors > errors) return;
  const wallet = names.walletOf(walletName, account);
  const day = sheet.zone.dayAt(at);
  addTransaction(sheet, own, { type, cells, at, day, asset, quantity, wallet, id });
}

function addTransaction(sheet: LedgerSheet, own: OneAssetColumns, row: OneAssetRow): void {
  if (isRowOf(row, "acquisition")) addAcquisition(sheet, own, row);
  else if (isRowOf(row, "disposal")) addDisposal(sheet, own, row);
  else if (isRowOf(row, "removal")) addRemoval(sheet, own, row);
  else addTransfer(sheet, own, row);
}

/** The type as the user wrote it, and what it means. */
type TypeWord = { readonly word: string; readonly type: TransactionType | undefined };

function checkType(sheet: LedgerSheet, own: OneAssetColumns, { word, type }: TypeWord): void {
  if (type === undefined) {
    logError(
      sheet.log,
      word === ""
        ? { code: "missing-cell", column: own.type.text, expected: "the type, such as Buy or Sell" }
        : { code: "unknown-type", column: own.type.text, found: word },
    );
  } else if (type.kind === "refused") {
    logError(sheet.log, { code: "refused-type", found: word, refused: type.refused });
  }
}

/** Dollars bought or sold stand for the other leg of some row; all else of dollars moves no lot. */
const isTradeOfDollars = (type: TransactionType): boolean =>
  type.name === "Buy" || type.name === "Sell";

function readSymbol(
  sheet: LedgerSheet,
  own: OneAssetColumns,
  cells: readonly CellValue[],
): string | undefined {
  const errors = sheet.log.errors;
  const symbol = readText(sheet.log, cellIn(cells, own.asset), own.asset);
  if (symbol !== "") return symbol;
  if (sheet.log.errors === errors) {
    const expected = "the asset, such as BTC";
    logError(sheet.log, { code: "missing-cell", column: own.asset.text, expected });
  }
  return undefined;
}
