import { dayText, type Day } from "../../calendar/day.ts";
import {
  add,
  moneyText,
  quantityText,
  subtract,
  ZERO_MONEY,
  type Money,
} from "../../money/amounts.ts";
import { moneyOf, valueAtPrice } from "../../money/decimalNumber.ts";
import { cellIn } from "../columns.ts";
import { NO_FEES, NO_PICKS, type LedgerSheet } from "../ledgerSheet.ts";
import { logError, logWarning } from "../problemLog.ts";
import { readDollars, readText } from "../readCell.ts";
import { openingLot, readOpeningTerms } from "../openingLotsRow.ts";
import { addLeaving, readAcquired, readBrokerReport } from "../rowBasics.ts";
import type { Acquisition, Disposal, Origin, Removal, Transfer } from "../transaction.ts";
import { isEmpty } from "../words.ts";
import { readAmount, readFee, warnOfFee } from "./oneAssetAmounts.ts";
import type { OneAssetColumns, OneAssetRow, RowOf } from "./oneAssetRow.ts";

/** Adds units that came in. Basis is the total, with the fee where they were bought (R1.1). */
export function addAcquisition(
  sheet: LedgerSheet,
  own: OneAssetColumns,
  row: RowOf<"acquisition">,
): void {
  const { log } = sheet;
  const { type, at, day, asset, quantity, wallet, id } = row;
  const errors = log.errors;
  if (type.origin === "opening") {
    addOpeningLot(sheet, own, row);
    return;
  }
  const terms = type.origin === "gift" ? giftTerms(sheet, own, row) : ownTerms(sheet, own, row);
  if (terms === undefined || log.errors > errors) return;
  const acquisition: Acquisition = {
    kind: "acquisition",
    row: log.row,
    at,
    day,
    asset,
    quantity,
    wallet,
    id,
    origin: type.origin,
    basis: terms.basis,
    holdingPeriodStart: terms.holdingPeriodStart,
    lossBasis: terms.lossBasis,
  };
  sheet.transactions.push(acquisition);
}

function addOpeningLot(sheet: LedgerSheet, own: OneAssetColumns, row: RowOf<"acquisition">): void {
  const { log } = sheet;
  const { asset, quantity, wallet, id, cells, at, day } = row;
  const errors = log.errors;
  const basis = readAmount(sheet, own, row);
  const terms = readOpeningTerms(sheet, own, { at, day, cells, basis: basis ?? ZERO_MONEY });
  warnOfFee(sheet, own, row);
  if (basis === undefined || log.errors > errors) return;
  const units = { row: log.row, asset, quantity, wallet, id, basis };
  sheet.transactions.push(openingLot(units, terms));
}

/** Adds units that left for value. Proceeds are the total less the fee (R1.1). */
export function addDisposal(
  sheet: LedgerSheet,
  own: OneAssetColumns,
  row: RowOf<"disposal">,
): void {
  const { log } = sheet;
  const { type, at, day, asset, quantity, wallet, id, cells } = row;
  const errors = log.errors;
  const mayLackValue = mayBeTransferFee(sheet, own, row);
  const proceeds = mayLackValue ? ZERO_MONEY : readProceeds(sheet, own, row);
  const brokerReport = readBrokerReport(sheet, own, cells);
  const lotText = readText(log, cellIn(cells, own.lot), own.lot);
  if (proceeds === undefined || log.errors > errors) return;
  if (type.reason === "Fee" && id !== "") {
    const value = mayLackValue ? "missing" : "stated";
    sheet.feeRows.push({ index: sheet.transactions.length, value });
  }
  const disposal: Disposal = {
    kind: "disposal",
    row: log.row,
    at,
    day,
    asset,
    quantity,
    wallet,
    id,
    reason: type.reason,
    proceeds,
    picks: NO_PICKS,
    brokerReport,
  };
  addLeaving(sheet, disposal, lotText);
}

/** Adds units that were given, donated or lost. */
export function addRemoval(sheet: LedgerSheet, own: OneAssetColumns, row: RowOf<"removal">): void {
  const { log } = sheet;
  const { type, at, day, asset, quantity, wallet, id, cells } = row;
  const errors = log.errors;
  warnOfFee(sheet, own, row);
  const lotText = readText(log, cellIn(cells, own.lot), own.lot);
  if (log.errors > errors) return;
  const removal: Removal = {
    kind: "removal",
    row: log.row,
    at,
    day,
    asset,
    quantity,
    wallet,
    id,
    reason: type.reason,
    picks: NO_PICKS,
  };
  addLeaving(sheet, removal, lotText);
}

/** Adds a move between wallets. A withdrawal with the receiving wallet is a transfer; a deposit does not say from where. */
export function addTransfer(sheet: LedgerSheet, own: OneAssetColumns, row: OneAssetRow): void {
  const { log, names } = sheet;
  const { at, day, asset, quantity, wallet, id, cells } = row;
  const direction = row.type.kind === "nowhere" ? row.type.direction : "to";
  const errors = log.errors;
  const name = readText(log, cellIn(cells, own.toWallet), own.toWallet);
  if (direction === "from" || name === "") {
    const units = quantityText(quantity, asset.decimals);
    logError(log, { code: "transfer-nowhere", direction, asset: asset.symbol, quantity: units });
    return;
  }
  const to = names.walletOf(name, wallet.account);
  if (to === wallet) logError(log, { code: "transfer-to-itself", wallet: wallet.name });
  warnOfFee(sheet, own, row);
  const lotText = readText(log, cellIn(cells, own.lot), own.lot);
  if (log.errors > errors) return;
  const transfer: Transfer = {
    kind: "transfer",
    row: log.row,
    at,
    day,
    asset,
    quantity,
    wallet,
    id,
    to,
    picks: NO_PICKS,
    fees: NO_FEES,
  };
  addLeaving(sheet, transfer, lotText);
}

type Terms = {
  readonly basis: Money;
  readonly holdingPeriodStart: Day;
  readonly lossBasis: Money | undefined;
};

function ownTerms(
  sheet: LedgerSheet,
  own: OneAssetColumns,
  row: RowOf<"acquisition">,
): Terms | undefined {
  const { type, day } = row;
  const amount = readAmount(sheet, own, row);
  if (COST_COUNTS[type.origin] === "no") warnOfFee(sheet, own, row);
  const fee = COST_COUNTS[type.origin] === "yes" ? readFee(sheet, own, row.cells) : undefined;
  if (amount === undefined) return undefined;
  const basis = fee === undefined ? amount : add(amount, fee);
  return { basis, holdingPeriodStart: day, lossBasis: undefined };
}

/** Only the costs of buying are part of the basis. */
const COST_COUNTS: Readonly<Record<Origin, "yes" | "no">> = {
  purchase: "yes",
  exchange: "no",
  income: "no",
  airdrop: "no",
  gift: "no",
  inheritance: "no",
  opening: "no",
};

/**
 * A gift keeps the donor's basis and date. Its value when given counts for a loss where it was lower
 * (26 U.S.C. § 1015(a); § 1223(2)).
 */
function giftTerms(
  sheet: LedgerSheet,
  own: OneAssetColumns,
  row: RowOf<"acquisition">,
): Terms | undefined {
  const { log } = sheet;
  const { cells, day, quantity, asset } = row;
  const total = readDollars(log, cellIn(cells, own.total), own.total);
  const price = readDollars(log, cellIn(cells, own.price), own.price);
  warnOfFee(sheet, own, row);
  const errors = log.errors;
  const acquired = giftAcquired(sheet, own, row);
  const isUndated = acquired === undefined && log.errors === errors;
  if (total === undefined) {
    logError(log, { code: "gift-without-basis", columns: own.total.text });
    return undefined;
  }
  const basis = moneyOf(total);
  const value = price === undefined ? basis : valueAtPrice(price, quantity, asset.decimals);
  if (isUndated && total.coefficient !== 0) logWarning(log, { code: "gift-without-date" });
  return {
    basis,
    holdingPeriodStart: acquired ?? day,
    lossBasis: value < basis ? value : undefined,
  };
}

function giftAcquired(
  sheet: LedgerSheet,
  own: OneAssetColumns,
  { cells, day }: OneAssetRow,
): Day | undefined {
  const acquired = readAcquired(sheet, own, cells);
  if (acquired === undefined || acquired <= day) return acquired;
  logError(sheet.log, { code: "acquired-after-gift", found: dayText(acquired) });
  return undefined;
}

/**
 * True for a fee without a value that may be a transfer's: where the basis of such fees is carried
 * over, nobody needs to know what they were worth (R1.5).
 */
function mayBeTransferFee(
  sheet: LedgerSheet,
  own: OneAssetColumns,
  { type, id, cells }: RowOf<"disposal">,
): boolean {
  return (
    type.reason === "Fee" &&
    id !== "" &&
    sheet.settings.transferFee === "basis" &&
    isEmpty(cellIn(cells, own.total)) &&
    isEmpty(cellIn(cells, own.price))
  );
}

function readProceeds(
  sheet: LedgerSheet,
  own: OneAssetColumns,
  row: RowOf<"disposal">,
): Money | undefined {
  const amount = readAmount(sheet, own, row);
  if (row.type.reason === "Fee") {
    warnOfFee(sheet, own, row);
    return amount;
  }
  const fee = readFee(sheet, own, row.cells);
  if (amount === undefined || fee === undefined) return amount;
  if (fee > amount) {
    logWarning(sheet.log, {
      code: "fee-above-amount",
      fee: moneyText(fee),
      amount: moneyText(amount),
    });
  }
  return subtract(amount, fee);
}
