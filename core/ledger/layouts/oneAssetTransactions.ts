import { moneyText, quantityText, subtract, ZERO_MONEY, type Money } from "../../money/amounts.ts";
import { cellIn } from "../columns.ts";
import { NO_FEES, NO_PICKS, type LedgerSheet } from "../ledgerSheet.ts";
import { logError, logWarning } from "../problemLog.ts";
import { readText } from "../readCell.ts";
import { openingLot, readOpeningTerms } from "../openingLotsRow.ts";
import { addLeaving, readBrokerReport } from "../rowBasics.ts";
import type { Acquisition, Disposal, Removal, Transfer } from "../transaction.ts";
import { isEmpty } from "../words.ts";
import { readAmount, readFee, warnOfFee } from "./oneAssetAmounts.ts";
import { acquisitionTerms } from "./oneAssetTerms.ts";
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
  const terms = acquisitionTerms(sheet, own, row);
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
