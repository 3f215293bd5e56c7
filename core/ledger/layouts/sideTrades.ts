import { add, subtract, type Money, type Quantity } from "../../money/amounts.ts";
import type { LedgerSheet } from "../ledgerSheet.ts";
import type { Acquisition, DisposalReason } from "../transaction.ts";
import { feeOf, warnOfLargeFee, type RowFee } from "./sideFees.ts";
import type { Side } from "./sides.ts";
import {
  addFeeDisposal,
  addReceived,
  addSent,
  dollarsOf,
  type TwoSidedRow,
  type Units,
} from "./twoSidedRow.ts";

/** A row on which something is sent and something received. */
export type Exchange = TwoSidedRow & { readonly sent: Side; readonly received: Side };

/**
 * Adds a purchase for cash, a sale for cash, or a trade of one asset for another.
 *
 * A purchase's basis is the cash with the fee. A sale's proceeds are the cash less the fee. A trade is
 * worth what its row says: that is the basis of what was received, without any fee, and less all of
 * the fee the proceeds of what was sent. Units that pay the fee are a disposal of their own, unless
 * they are of the asset that is sent: then they are part of the one disposal.
 *
 * Source: 26 CFR 1.1001-7(b), 1.1012-1(h) and (j)(3)(iii); R1.1.
 */
export function addExchange(sheet: LedgerSheet, row: Exchange): void {
  const { sent, received } = row;
  if (sent.kind === "units" && received.kind === "units") addTrade(sheet, row, { sent, received });
  else if (sent.kind === "units") addSale(sheet, row, sent);
  else if (received.kind === "units") addPurchase(sheet, row, received);
  else addCashOnly(sheet, row);
}

/** Adds the fee in units of a row that moves nothing but cash, which is never a lot. */
export function addCashOnly(sheet: LedgerSheet, row: TwoSidedRow): void {
  const fee = feeOf(sheet, row, undefined);
  if (fee?.kind === "units") {
    addFeeDisposal(sheet, row, { units: fee.units, value: fee.value, takenFrom: undefined });
  } else if (fee !== undefined) sheet.withoutEffect.push(row.row);
}

/** Adds what left for a value, with its fee: a sale, a payment, or units spent on a fee. */
export function addDisposalForValue(
  sheet: LedgerSheet,
  row: TwoSidedRow,
  sold: { readonly units: Units; readonly value: Money; readonly reason: DisposalReason },
): void {
  const fee = disposalFee(sheet, row, sold);
  if (fee !== undefined) addSold(sheet, row, { ...sold, fee, received: undefined });
}

function addPurchase(sheet: LedgerSheet, row: Exchange, units: Units): void {
  const cash = cashValue(sheet, row, { side: row.sent, type: "Buy" });
  const fee = cash === undefined ? undefined : feeOf(sheet, row, cash);
  if (cash === undefined || fee === undefined) return;
  const basis = add(cash, fee.value);
  const acquisition = addReceived(sheet, row, { units, origin: "purchase", basis });
  if (fee.kind !== "units") return;
  const takenFrom = fee.units.asset === units.asset ? acquisition : undefined;
  addFeeDisposal(sheet, row, { units: fee.units, value: fee.value, takenFrom });
}

function addSale(sheet: LedgerSheet, row: Exchange, units: Units): void {
  const reason = row.meaning === "spend" ? "Spend" : "Sell";
  const value = cashValue(sheet, row, { side: row.received, type: reason });
  if (value !== undefined) addDisposalForValue(sheet, row, { units, value, reason });
}

type Traded = { readonly sent: Units; readonly received: Units };

function addTrade(sheet: LedgerSheet, row: Exchange, { sent, received }: Traded): void {
  const value = dollarsOf(sheet, row.worth, "Trade");
  if (value === undefined) return;
  const fee = disposalFee(sheet, row, { units: sent, value });
  if (fee === undefined) return;
  const terms = { units: received, origin: "exchange", basis: value } as const;
  const acquisition = addReceived(sheet, row, terms);
  addSold(sheet, row, { units: sent, value, reason: "Sell", fee, received: acquisition });
}

/** A fee in the asset that leaves joins that disposal; any other is a fee of its own. */
type DisposalFee = RowFee | { readonly kind: "joined"; readonly quantity: Quantity };

function disposalFee(
  sheet: LedgerSheet,
  row: TwoSidedRow,
  sold: { readonly units: Units; readonly value: Money },
): DisposalFee | undefined {
  const { fee } = row;
  return fee?.kind === "units" && fee.asset === sold.units.asset
    ? { kind: "joined", quantity: fee.quantity }
    : feeOf(sheet, row, sold.value);
}

type Sold = {
  readonly units: Units;
  readonly value: Money;
  readonly reason: DisposalReason;
  readonly fee: DisposalFee;
  readonly received: Acquisition | undefined;
};

function addSold(sheet: LedgerSheet, row: TwoSidedRow, sold: Sold): void {
  const { units, value, reason, fee, received } = sold;
  const { asset } = units;
  if (fee.kind === "joined") {
    const quantity = add(units.quantity, fee.quantity);
    addSent(sheet, row, { asset, quantity, reason, proceeds: value });
    return;
  }
  warnOfLargeFee(sheet, fee.value, value);
  const proceeds = subtract(value, fee.value);
  addSent(sheet, row, { asset, quantity: units.quantity, reason, proceeds });
  if (fee.kind !== "units") return;
  const takenFrom = received?.asset === fee.units.asset ? received : undefined;
  addFeeDisposal(sheet, row, { units: fee.units, value: fee.value, takenFrom });
}

type CashSide = { readonly side: Side; readonly type: string };

/** Dollars are worth themselves; another currency what its row says. */
const cashValue = (
  sheet: LedgerSheet,
  row: TwoSidedRow,
  { side, type }: CashSide,
): Money | undefined => (side.kind === "dollars" ? side.value : dollarsOf(sheet, row.worth, type));
