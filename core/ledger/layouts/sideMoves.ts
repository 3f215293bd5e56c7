import { quantityText, shareOf, subtract, ZERO_MONEY, type Money } from "../../money/amounts.ts";
import { NO_FEES, NO_PICKS, type LedgerSheet } from "../ledgerSheet.ts";
import { logError } from "../problemLog.ts";
import { addLeaving } from "../rowBasics.ts";
import type { TransferFee } from "../transaction.ts";
import { feeOf, warnOfDollarFee } from "./sideFees.ts";
import type { TwoSidedRow, Units } from "./twoSidedRow.ts";

/**
 * Adds a move between two wallets of the taxpayer. What is sent and does not arrive is the network's
 * fee, and so are the units in the fee columns; where both are the same units they count once.
 *
 * A row that does not name both wallets is an Error: a deposit is no purchase, and a withdrawal no
 * sale (R1.1).
 */
export function addMove(
  sheet: LedgerSheet,
  row: TwoSidedRow,
  moved: { readonly sent: Units | undefined; readonly received: Units | undefined },
): void {
  const { log } = sheet;
  const units = moved.received ?? moved.sent;
  if (units === undefined) return;
  const { asset, quantity } = units;
  if (!row.namesBothWallets) {
    logNowhere(sheet, row, { units, direction: moved.sent === undefined ? "from" : "to" });
    return;
  }
  const sent = moved.sent ?? units;
  if (sent.quantity < quantity) {
    logError(log, {
      code: "transfer-grows",
      asset: asset.symbol,
      sent: quantityText(sent.quantity, asset.decimals),
      received: quantityText(quantity, asset.decimals),
    });
    return;
  }
  const fees = transferFees(sheet, row, { sent, received: units });
  if (fees === undefined) return;
  const transfer = {
    kind: "transfer",
    row: row.row,
    at: row.at,
    day: row.day,
    asset,
    quantity,
    wallet: row.sentWallet,
    id: row.id,
    to: row.receivedWallet,
    picks: NO_PICKS,
    fees,
  } as const;
  addLeaving(sheet, transfer, row.lotText);
}

type Nowhere = { readonly units: Units; readonly direction: "to" | "from" };

function logNowhere(sheet: LedgerSheet, row: TwoSidedRow, { units, direction }: Nowhere): void {
  const { asset, quantity } = units;
  if (row.sent !== undefined && row.received !== undefined && row.sentWallet.name !== "") {
    logError(sheet.log, { code: "transfer-to-itself", wallet: row.sentWallet.name });
    return;
  }
  const facts = {
    direction,
    asset: asset.symbol,
    quantity: quantityText(quantity, asset.decimals),
  };
  logError(
    sheet.log,
    row.candidates === ""
      ? { code: "transfer-nowhere", ...facts }
      : { code: "transfer-unclear", ...facts, candidates: row.candidates },
  );
}

type Moved = { readonly sent: Units; readonly received: Units };

function transferFees(
  sheet: LedgerSheet,
  row: TwoSidedRow,
  { sent, received }: Moved,
): readonly TransferFee[] | undefined {
  if (row.fee !== undefined && row.fee.kind !== "units" && !warnOfCash(sheet, row))
    return undefined;
  const fees: TransferFee[] = [];
  for (const units of feeUnits(row, { sent, received })) {
    const value = transferFeeValue(sheet, row, { units, sent });
    if (value === undefined) return undefined;
    const { asset, quantity } = units;
    fees.push({ row: row.row, asset, quantity, value, wallet: row.sentWallet });
  }
  return fees.length === 0 ? NO_FEES : fees;
}

/** The units that did not arrive, and those of the fee columns. */
function feeUnits({ fee }: TwoSidedRow, { sent, received }: Moved): readonly Units[] {
  const { asset } = sent;
  const quantity = subtract(sent.quantity, received.quantity);
  const stated = fee?.kind === "units" ? [fee] : [];
  const isStated = stated.some((units) => units.asset === asset && units.quantity === quantity);
  return quantity === 0 || isStated ? stated : [{ kind: "units", asset, quantity }, ...stated];
}

/** Where the basis of such fees is carried over, nobody needs to know what they were worth (R1.5). */
function transferFeeValue(
  sheet: LedgerSheet,
  row: TwoSidedRow,
  { units, sent }: { readonly units: Units; readonly sent: Units },
): Money | undefined {
  const value = row.worth.kind === "dollars" ? row.worth.value : undefined;
  if (units === row.fee && row.feeWorth.kind === "dollars") return row.feeWorth.value;
  if (units.asset === sent.asset && value !== undefined) {
    return shareOf(value, units.quantity, sent.quantity);
  }
  if (sheet.settings.transferFee === "basis") return ZERO_MONEY;
  const columns = row.feeWorth.kind === "none" ? row.feeWorth.columns : "Fee Value (USD)";
  logError(sheet.log, { code: "fee-without-value", asset: units.asset.symbol, columns });
  return undefined;
}

/** Warns of a fee in cash; false and an Error where its dollar value is not known. */
function warnOfCash(sheet: LedgerSheet, row: TwoSidedRow): boolean {
  const fee = feeOf(sheet, row, row.worth.kind === "dollars" ? row.worth.value : undefined);
  if (fee !== undefined) warnOfDollarFee(sheet, fee, "Transfer");
  return fee !== undefined;
}
