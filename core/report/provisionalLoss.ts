import type { Day } from "../calendar/day.ts";
import type { LotDisposal } from "../disposals/lotDisposal.ts";
import type { Settings } from "../ledger/settings.ts";
import { add, negate, ZERO_MONEY, type Money } from "../money/amounts.ts";
import { isCovered } from "../washSales/replacementRules.ts";
import { washWindow } from "../washSales/washWindow.ts";

/** As of when, and by which policy, a loss may still turn out to be washed. */
export type ProvisionalAs = { readonly asOf: Day; readonly wash: Settings["wash"] };

/**
 * The part of a loss that a purchase after the as-of day can still wash: positive dollars, 0 where
 * there is none.
 */
export function provisionalLoss(
  { disposal, lot, disallowance }: LotDisposal,
  { asOf, wash }: ProvisionalAs,
): Money {
  if (lot === undefined || lot.gain >= 0 || !isCovered(disposal.asset, wash)) return ZERO_MONEY;
  const allowed = add(lot.gain, disallowance?.disallowed ?? ZERO_MONEY);
  return allowed < 0 && washWindow(disposal.day).last > asOf ? negate(allowed) : ZERO_MONEY;
}
