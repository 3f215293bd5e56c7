import { ZERO_MONEY, type Money } from "../../money/amounts.ts";
import { dayText } from "../../calendar/day.ts";
import type { LedgerSheet } from "../ledgerSheet.ts";
import { logError, logWarning } from "../problemLog.ts";
import { openingLot, type OpeningTerms } from "../openingLotsRow.ts";
import type { Acquisition, Origin, Removal } from "../transaction.ts";
import { feeOf, warnOfDollarFee } from "./sideFees.ts";
import type { SideMeaning } from "./sideMeanings.ts";
import { addMove } from "./sideMoves.ts";
import { addDisposalForValue } from "./sideTrades.ts";
import {
  addFeeDisposal,
  addReceived,
  addRemoved,
  dollarsOf,
  type TwoSidedRow,
  type Units,
} from "./twoSidedRow.ts";

/** Adds units that were only received: income, a gift, an inheritance; a deposit is an Error. */
export function addOnlyReceived(sheet: LedgerSheet, row: TwoSidedRow, units: Units): void {
  if (row.meaning === "move") addMove(sheet, row, { sent: undefined, received: units });
  else if (row.meaning === "gift") addGift(sheet, row, units);
  else {
    const origin = ORIGINS[row.meaning];
    if (origin === undefined) logAgainstSides(sheet, row, "received");
    else addAtValue(sheet, row, { units, origin });
  }
}

/** Adds units that were only sent: spent, given, donated, lost; a withdrawal is an Error. */
export function addOnlySent(sheet: LedgerSheet, row: TwoSidedRow, units: Units): void {
  if (row.meaning === "move") {
    addMove(sheet, row, { sent: units, received: undefined });
    return;
  }
  if (row.meaning === "spend" || row.meaning === "fee") {
    addSpent(sheet, row, { units, reason: row.meaning === "fee" ? "Fee" : "Spend" });
    return;
  }
  const reason = REMOVALS[row.meaning];
  if (reason === undefined) logAgainstSides(sheet, row, "sent");
  else addRemovedWithFee(sheet, row, { units, reason });
}

/** Notes a label that needs other sides than the row has. */
export function logAgainstSides(
  sheet: LedgerSheet,
  row: TwoSidedRow,
  sides: "sent" | "received" | "both",
): void {
  logError(sheet.log, { code: "label-against-sides", found: row.word, sides });
}

const ORIGINS: Readonly<Partial<Record<SideMeaning, Origin>>> = {
  income: "income",
  airdrop: "airdrop",
  inherited: "inheritance",
  opening: "opening",
};

const REMOVALS: Readonly<Partial<Record<SideMeaning, Removal["reason"]>>> = {
  gift: "Gift sent",
  donation: "Donation",
  lost: "Lost",
};

const TYPE_NAMES: Readonly<Partial<Record<Origin, string>>> = {
  income: "Income",
  airdrop: "Income",
  inheritance: "Inherited",
  opening: "Opening lot",
};

type Received = { readonly units: Units; readonly origin: Origin };

function addAtValue(sheet: LedgerSheet, row: TwoSidedRow, { units, origin }: Received): void {
  const type = TYPE_NAMES[origin] ?? "Income";
  // An opening lot is worth its basis, where a column states that.
  const stated =
    origin === "opening" && row.receivedBasis.kind === "dollars" ? row.receivedBasis : row.worth;
  const value = dollarsOf(sheet, stated, type);
  const fee = value === undefined ? undefined : feeOf(sheet, row, value);
  if (value === undefined || fee === undefined) return;
  warnOfDollarFee(sheet, fee, type);
  const acquisition =
    row.opening === undefined
      ? addReceived(sheet, row, { units, origin, basis: value })
      : addOpeningLot(sheet, row, { units, basis: value, terms: row.opening });
  if (fee.kind === "units") addFee(sheet, row, { fee, acquisition });
}

type Opened = { readonly units: Units; readonly basis: Money; readonly terms: OpeningTerms };

function addOpeningLot(sheet: LedgerSheet, row: TwoSidedRow, opened: Opened): Acquisition {
  const { units, basis, terms } = opened;
  const { asset, quantity } = units;
  const { receivedWallet: wallet, id } = row;
  const lot = openingLot({ row: row.row, asset, quantity, wallet, id, basis }, terms);
  sheet.transactions.push(lot);
  return lot;
}

/** A gift keeps the donor's basis and date (26 U.S.C. § 1015(a), § 1223(2)). */
function addGift(sheet: LedgerSheet, row: TwoSidedRow, units: Units): void {
  const { log } = sheet;
  const { receivedBasis, acquired, day } = row;
  if (receivedBasis.kind !== "dollars") {
    logError(log, { code: "gift-without-basis", columns: "Received Cost Basis" });
    return;
  }
  if (acquired !== undefined && acquired > day) {
    logError(log, { code: "acquired-after-gift", found: dayText(acquired) });
    return;
  }
  const basis = receivedBasis.value;
  const value = row.worth.kind === "dollars" ? row.worth.value : basis;
  const fee = feeOf(sheet, row, value);
  if (fee === undefined) return;
  if (acquired === undefined && basis !== ZERO_MONEY)
    logWarning(log, { code: "gift-without-date" });
  warnOfDollarFee(sheet, fee, "Gift received");
  const acquisition = addReceived(sheet, row, {
    units,
    origin: "gift",
    basis,
    holdingPeriodStart: acquired,
    lossBasis: value < basis ? value : undefined,
  });
  if (fee.kind === "units") addFee(sheet, row, { fee, acquisition });
}

type PaidFee = {
  readonly fee: { readonly units: Units; readonly value: Money };
  readonly acquisition: Acquisition;
};

function addFee(sheet: LedgerSheet, row: TwoSidedRow, { fee, acquisition }: PaidFee): void {
  const takenFrom = fee.units.asset === acquisition.asset ? acquisition : undefined;
  addFeeDisposal(sheet, row, { units: fee.units, value: fee.value, takenFrom });
}

type Spent = { readonly units: Units; readonly reason: "Fee" | "Spend" };

/** A fee of its own may be that of a transfer with the same id. */
function addSpent(sheet: LedgerSheet, row: TwoSidedRow, { units, reason }: Spent): void {
  const value = dollarsOf(sheet, row.worth, reason);
  if (value === undefined) return;
  const index = sheet.transactions.length;
  addDisposalForValue(sheet, row, { units, value, reason });
  if (reason === "Fee" && row.id !== "" && sheet.transactions.length > index) {
    sheet.feeRows.push({ index, value: "stated" });
  }
}

type Removed = { readonly units: Units; readonly reason: Removal["reason"] };

function addRemovedWithFee(sheet: LedgerSheet, row: TwoSidedRow, { units, reason }: Removed): void {
  const worth = row.worth.kind === "dollars" ? row.worth.value : undefined;
  const fee = feeOf(sheet, row, worth);
  if (fee === undefined) return;
  warnOfDollarFee(sheet, fee, reason);
  addRemoved(sheet, row, { units, reason });
  if (fee.kind !== "units") return;
  addFeeDisposal(sheet, row, { units: fee.units, value: fee.value, takenFrom: undefined });
}
