import { addDays, type Day } from "../calendar/day.ts";
import type { Settings } from "../ledger/settings.ts";
import type { Acquisition } from "../ledger/transaction.ts";
import { compareWallets, type Account } from "../ledger/wallet.ts";
import { unitsOf, type OpenLot } from "../lots/lot.ts";
import {
  add,
  compare,
  shareOf,
  smaller,
  subtract,
  ZERO_MONEY,
  ZERO_QUANTITY,
  type Money,
  type Quantity,
} from "../money/amounts.ts";
import { isCovered, isRetirementAccount } from "./replacementRules.ts";
import { inWindow, replacementsFor, type Replacement, type Replacements } from "./replacements.ts";

/** Units of one purchase sold at a loss. */
export type LossOnUnits = {
  readonly acquisition: Acquisition;
  readonly sold: Day;
  readonly quantity: Quantity;
  /** Positive dollars on all units. */
  readonly loss: Money;
  /** From which the holding period of the units counted. */
  readonly holdingPeriodStart: Day;
};

/** Units sold and the units that replace them, share for share. */
export type WashMatch = {
  readonly quantity: Quantity;
  /** Positive dollars, disallowed on these units. */
  readonly disallowed: Money;
  readonly replacement: Acquisition;
  /** Where the replacement units are. */
  readonly account: Account;
  readonly isPermanent: boolean;
  /** From which the holding period of the replacement units counts now. */
  readonly holdingPeriodStart: Day;
  /** The lot that holds the replacement units; undefined while they are yet to be bought. */
  readonly lot: OpenLot | undefined;
};

/**
 * Matches units sold at a loss with the units that replace them: those acquired within 30 days
 * before or after the sale, in whatever account, earliest first, each unit once.
 *
 * Left out are units that were sold before or with the loss, that have replaced others, and (unless
 * the settings count them) what is left of the very purchase sold. Only the loss on units that are
 * replaced is disallowed. Nothing is changed here; applying the matches is the replay's.
 *
 * Source: 26 U.S.C. § 1091(a), (b), (d); Treas. Reg. § 1.1091-1(b) to (e); Rev. Rul. 56-602.
 * Decisions: D-25, D-26, D-27.
 */
export function disallowLoss(sale: LossOnUnits, all: Replacements): readonly WashMatch[] {
  const { acquisition, sold } = sale;
  const { settings } = all;
  if (!isCovered(acquisition.asset, settings.wash)) return [];
  const matches: WashMatch[] = [];
  let matched = ZERO_QUANTITY;
  let disallowed = ZERO_MONEY;
  const match = (units: Quantity, by: Replacement, lot: OpenLot | undefined): void => {
    matched = add(matched, units);
    // Differences of running shares, so that the parts sum to the loss.
    const upTo = shareOf(sale.loss, matched, sale.quantity);
    const wallet = lot?.wallet ?? by.acquisition.wallet;
    const isPermanent = isRetirementAccount(wallet.account);
    matches.push({
      quantity: units,
      disallowed: subtract(upTo, disallowed),
      replacement: by.acquisition,
      account: wallet.account,
      isPermanent,
      holdingPeriodStart: isPermanent
        ? by.acquisition.holdingPeriodStart
        : tackedStart(by.acquisition.day, sale, settings.tacking),
      lot,
    });
    disallowed = upTo;
  };
  for (const replacement of inWindow(replacementsFor(acquisition.asset, all), sold)) {
    if (replacement.acquisition === acquisition && settings.sameLot === "exclude") continue;
    const left = subtract(sale.quantity, matched);
    const units = smaller(replacement.free, left);
    if (replacement.isBooked) matchLots(replacement, units, match);
    else match(units, replacement, undefined);
    if (matched === sale.quantity) break;
  }
  return matches;
}

/**
 * The day from which the holding period of replacement units counts.
 *
 * Bought after the sale, they are held for as many days longer as the units sold were held. Bought
 * before it and still held, days on which both were held count once (`union`) or twice (`add`).
 *
 * Source: 26 U.S.C. § 1223(3). Decision: D-28.
 */
export function tackedStart(
  acquired: Day,
  sale: Pick<LossOnUnits, "sold" | "holdingPeriodStart">,
  tacking: Settings["tacking"],
): Day {
  if (acquired < sale.sold && tacking === "union") {
    return sale.holdingPeriodStart < acquired ? sale.holdingPeriodStart : acquired;
  }
  return addDays(acquired, sale.holdingPeriodStart - sale.sold);
}

/** Spreads units over the lots that hold them, by wallet and then from the front. */
function matchLots(
  replacement: Replacement,
  units: Quantity,
  match: (units: Quantity, by: Replacement, lot: OpenLot) => void,
): void {
  replacement.lots = replacement.lots
    .filter((lot) => lot.from !== lot.to)
    .sort((a, b) => compareWallets(a.wallet, b.wallet) || compare(a.from, b.from));
  let left = units;
  for (const lot of replacement.lots) {
    if (left === ZERO_QUANTITY) break;
    const part = smaller(unitsOf(lot), left);
    match(part, replacement, lot);
    left = subtract(left, part);
  }
}
