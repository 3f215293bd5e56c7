import { magnitude, ZERO_MONEY, type Money, type Quantity } from "../../money/amounts.ts";
import { moneyOf, type DecimalNumber } from "../../money/decimalNumber.ts";
import { assetKey, type Asset } from "../asset.ts";
import type { CellValue } from "../cells.ts";
import { cellIn, type SheetColumn } from "../columns.ts";
import { FIAT_CURRENCIES, isDollars } from "../fiatCurrencies.ts";
import type { LedgerSheet } from "../ledgerSheet.ts";
import { logError } from "../problemLog.ts";
import { isZeroWord, numberFacts, readNumber, readText } from "../readCell.ts";
import { readQuantity, readQuantityLeaving } from "../readQuantity.ts";

/** What one side of a row holds: units of an asset, dollars, or another state's currency. */
export type Side =
  | { readonly kind: "units"; readonly asset: Asset; readonly quantity: Quantity }
  | { readonly kind: "dollars"; readonly value: Money }
  | { readonly kind: "currency"; readonly code: string; readonly amount: DecimalNumber };

/** Which side: what is sent may be written with a minus, and a fee of 0 is none. */
export type SideKind = "sent" | "received" | "fee";

/** The two columns of a side. */
export type SideColumns = {
  readonly amount: SheetColumn;
  readonly asset: SheetColumn;
  readonly side: SideKind;
};

/**
 * Reads one side of a row; undefined when it is blank, and when it cannot be read, which is an Error.
 * Dollars may be the word `zero`; a fee that says so is none.
 */
export function readSide(
  sheet: LedgerSheet,
  cells: readonly CellValue[],
  place: SideColumns,
): Side | undefined {
  const { log } = sheet;
  const errors = log.errors;
  const cell = cellIn(cells, place.amount);
  const symbol = symbolOf(readText(log, cellIn(cells, place.asset), place.asset));
  if (isZeroWord(cell) && (isDollars(symbol) || place.side === "fee")) {
    return place.side === "fee" ? undefined : { kind: "dollars", value: ZERO_MONEY };
  }
  const amount = readNumber(log, cell, place.amount);
  if (log.errors > errors) return undefined;
  if (amount === undefined || amount.coefficient === 0) {
    if (symbol !== "" && place.side !== "fee") {
      logError(log, { code: "incomplete-side", column: place.amount.text, missing: "amount" });
    }
    return undefined;
  }
  if (symbol === "") {
    logError(log, { code: "incomplete-side", column: place.amount.text, missing: "currency" });
    return undefined;
  }
  return FIAT_CURRENCIES.has(assetKey(symbol))
    ? cashSide(sheet, { cell, column: place.amount, side: place.side }, { symbol, amount })
    : unitsSide(sheet, { cell, column: place.amount, side: place.side }, symbol);
}

type SideCell = {
  readonly cell: CellValue | undefined;
  readonly column: SheetColumn;
  readonly side: SideKind;
};

function unitsSide(sheet: LedgerSheet, placed: SideCell, symbol: string): Side | undefined {
  const asset = sheet.names.assetOf(symbol);
  const read = placed.side === "sent" ? readQuantityLeaving : readQuantity;
  const quantity = read(sheet.log, placed, asset);
  return quantity === undefined ? undefined : { kind: "units", asset, quantity };
}

type Cash = { readonly symbol: string; readonly amount: DecimalNumber };

function cashSide(
  sheet: LedgerSheet,
  placed: SideCell,
  { symbol, amount }: Cash,
): Side | undefined {
  if (amount.coefficient < 0 && placed.side !== "sent") {
    logError(sheet.log, numberFacts(placed, "negative"));
    return undefined;
  }
  const code = assetKey(symbol);
  if (isDollars(code)) return { kind: "dollars", value: magnitude(moneyOf(amount)) };
  return { kind: "currency", code, amount };
}

/** Some exports put their own number of the asset behind its symbol: `BTC;1`. */
const symbolOf = (text: string): string => text.replace(/;\d+$/, "");
