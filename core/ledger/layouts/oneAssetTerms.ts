import { dayText, type Day } from "../../calendar/day.ts";
import { add, type Money } from "../../money/amounts.ts";
import { moneyOf, valueAtPrice } from "../../money/decimalNumber.ts";
import { cellIn } from "../columns.ts";
import type { LedgerSheet } from "../ledgerSheet.ts";
import { logError, logWarning } from "../problemLog.ts";
import { readDollars } from "../readCell.ts";
import { readAcquired } from "../rowBasics.ts";
import type { Origin } from "../transaction.ts";
import { readAmount, readFee, warnOfFee } from "./oneAssetAmounts.ts";
import type { OneAssetColumns, OneAssetRow, RowOf } from "./oneAssetRow.ts";

/** What units that came in cost, and since when they are held. */
export type AcquisitionTerms = {
  /** For a gain; of a gift the donor's. */
  readonly basis: Money;
  readonly holdingPeriodStart: Day;
  /** Of a gift that was worth less than the donor's basis; undefined where there is one basis. */
  readonly lossBasis: Money | undefined;
};

/**
 * Reads what units that came in cost; undefined, with Errors, where the row does not say. The costs
 * of buying are part of the basis (R1.1); fees beside anything else are a Warning.
 */
export const acquisitionTerms = (
  sheet: LedgerSheet,
  own: OneAssetColumns,
  row: RowOf<"acquisition">,
): AcquisitionTerms | undefined =>
  row.type.origin === "gift" ? giftTerms(sheet, own, row) : ownTerms(sheet, own, row);

function ownTerms(
  sheet: LedgerSheet,
  own: OneAssetColumns,
  row: RowOf<"acquisition">,
): AcquisitionTerms | undefined {
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
): AcquisitionTerms | undefined {
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
