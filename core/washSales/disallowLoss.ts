import { addDays, type Day } from "../calendar/day.ts";
import type { Disallowance } from "../disposals/lotDisposal.ts";
import type { Settings } from "../ledger/settings.ts";
import type { Acquisition } from "../ledger/transaction.ts";
import type { Account } from "../ledger/wallet.ts";
import { unitsOf, type OpenLot } from "../lots/lot.ts";
import {
  add,
  shareOf,
  smaller,
  subtract,
  ZERO_MONEY,
  ZERO_QUANTITY,
  type Money,
  type Quantity,
} from "../money/amounts.ts";
import { isCovered, isRetirementAccount } from "./replacementRules.ts";
import {
  firstFree,
  firstFreeLot,
  nextFree,
  replacementsFor,
  type Replacement,
  type Replacements,
} from "./replacements.ts";
import { washWindow } from "./washWindow.ts";

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
};

/**
 * Uses the matched units up: they must leave the lot that holds them, and its free units. There is
 * no lot while the units are yet to be bought.
 */
export type UseUp = (match: WashMatch, replacement: Replacement, lot: OpenLot | undefined) => void;

/**
 * Matches units sold at a loss with the units that replace them: those acquired within 30 days
 * before or after the sale, in whatever account, earliest first, each unit once. Returns what that
 * disallows of the loss; undefined when nothing replaces the units.
 *
 * Left out are units that were sold before or with the loss, that have replaced others, and (unless
 * the settings count them) what is left of the very purchase sold. Only the loss on units that are
 * replaced is disallowed.
 *
 * Source: 26 U.S.C. § 1091(a), (b), (d); Treas. Reg. § 1.1091-1(b) to (e); Rev. Rul. 56-602.
 * Decisions: D-25, D-26, D-27.
 */
export function disallowLoss(
  sale: LossOnUnits,
  all: Replacements,
  useUp: UseUp,
): Disallowance | undefined {
  const { acquisition, quantity, sold } = sale;
  const { settings } = all;
  if (!isCovered(acquisition.asset, settings.wash)) return undefined;
  const queue = replacementsFor(acquisition.asset, all);
  const { first, last } = washWindow(sold);
  const matching: Matching = {
    sale,
    tacking: settings.tacking,
    useUp,
    matched: ZERO_QUANTITY,
    disallowed: ZERO_MONEY,
    permanently: ZERO_MONEY,
  };
  let place = firstFree(queue, first);
  while (matching.matched !== quantity) {
    const replacement = queue.replacements[place];
    if (replacement === undefined || replacement.acquisition.day > last) break;
    if (replacement.acquisition !== acquisition || settings.sameLot === "count") {
      matchWith(replacement, matching);
    }
    place = nextFree(queue, place + 1);
  }
  const { matched, disallowed, permanently } = matching;
  return matched === ZERO_QUANTITY ? undefined : { disallowed, permanently };
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

/** How far the units of one sale have been matched. */
type Matching = {
  readonly sale: LossOnUnits;
  readonly tacking: Settings["tacking"];
  readonly useUp: UseUp;
  matched: Quantity;
  /** On the units matched. */
  disallowed: Money;
  /** Of that, what is lost for good. */
  permanently: Money;
};

/** Matches the units left with free ones of a replacement, lot by lot where it has been bought. */
function matchWith(replacement: Replacement, matching: Matching): void {
  let left = smaller(replacement.free, subtract(matching.sale.quantity, matching.matched));
  if (!replacement.isBooked) {
    matchUnits(left, { replacement, lot: undefined }, matching);
    return;
  }
  while (left !== ZERO_QUANTITY) {
    const lot = firstFreeLot(replacement);
    if (lot === undefined) return;
    const units = smaller(unitsOf(lot), left);
    matchUnits(units, { replacement, lot }, matching);
    left = subtract(left, units);
  }
}

function matchUnits(
  quantity: Quantity,
  { replacement, lot }: { readonly replacement: Replacement; readonly lot: OpenLot | undefined },
  matching: Matching,
): void {
  const { sale } = matching;
  const { acquisition } = replacement;
  const { account } = lot?.wallet ?? acquisition.wallet;
  const isPermanent = isRetirementAccount(account);
  matching.matched = add(matching.matched, quantity);
  // Differences of running shares, so that the parts sum to the loss.
  const upTo = shareOf(sale.loss, matching.matched, sale.quantity);
  const disallowed = subtract(upTo, matching.disallowed);
  matching.disallowed = upTo;
  if (isPermanent) matching.permanently = add(matching.permanently, disallowed);
  const holdingPeriodStart = isPermanent
    ? acquisition.holdingPeriodStart
    : tackedStart(acquisition.day, sale, matching.tacking);
  matching.useUp(
    { quantity, disallowed, replacement: acquisition, account, isPermanent, holdingPeriodStart },
    replacement,
    lot,
  );
}
