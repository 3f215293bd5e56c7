import type { Asset } from "../ledger/asset.ts";
import { add, ZERO_MONEY, type Money } from "../money/amounts.ts";
import type { ReplayState } from "./replayState.ts";

/**
 * Notes basis that left the lots of an asset and is in no listed disposal: of units given, donated
 * or lost, of units sold in accounts that are not on the return, of units used for a fee whose basis
 * others carry on (which is negative for those others), and of a gift the part of the donor's basis
 * that counts for no loss. Dollars.
 */
export function noteBasis(
  { leftWithoutGain }: Pick<ReplayState, "leftWithoutGain">,
  asset: Asset,
  basis: Money,
): void {
  if (basis === ZERO_MONEY) return;
  leftWithoutGain.set(asset, add(leftWithoutGain.get(asset) ?? ZERO_MONEY, basis));
}
