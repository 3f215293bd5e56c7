import { assetKey, type Asset } from "../ledger/asset.ts";
import { compareText } from "../ledger/compareText.ts";
import { isOnReturn } from "../ledger/wallet.ts";
import { basisOf } from "../lots/lot.ts";
import { add, ZERO_MONEY, ZERO_QUANTITY, type Money, type Quantity } from "../money/amounts.ts";
import type { Position } from "../positions/position.ts";
import { dollarsCheck, unitsCheck, type Check } from "./check.ts";
import { unitsComputed, type BalanceInputs, type UnitBalance } from "./unitBalances.ts";

/**
 * What the Summary says is held, by asset over the accounts on the return: its units are those that
 * the transactions leave, and its cost basis is that of the lots. Decision: D-62.
 */
export function positionChecks(
  positions: readonly Position[],
  balances: readonly UnitBalance[],
  { lots, settings }: BalanceInputs,
): readonly Check[] {
  const byAsset = new Map<Asset, Holding>();
  const of = (asset: Asset): Holding => {
    let holding = byAsset.get(asset);
    if (holding === undefined) {
      holding = emptyHolding(asset);
      byAsset.set(asset, holding);
    }
    return holding;
  };
  for (const balance of balances) {
    if (!isOnReturn(balance.account, settings.filingStatus)) continue;
    const holding = of(balance.asset);
    holding.computed = add(holding.computed, unitsComputed(balance));
  }
  for (const lot of lots) {
    if (!isOnReturn(lot.wallet.account, settings.filingStatus)) continue;
    const holding = of(lot.tranche.acquisition.asset);
    holding.lotBasis = add(holding.lotBasis, basisOf(lot));
  }
  for (const { asset, quantity, basis } of positions) {
    const holding = of(asset);
    holding.shown = add(holding.shown, quantity);
    holding.shownBasis = add(holding.shownBasis, basis);
  }
  return [...byAsset.values()]
    .sort((a, b) => compareText(assetKey(a.asset.symbol), assetKey(b.asset.symbol)))
    .flatMap(checksOf);
}

type Holding = {
  readonly asset: Asset;
  computed: Quantity;
  shown: Quantity;
  lotBasis: Money;
  shownBasis: Money;
};

const emptyHolding = (asset: Asset): Holding => ({
  asset,
  computed: ZERO_QUANTITY,
  shown: ZERO_QUANTITY,
  lotBasis: ZERO_MONEY,
  shownBasis: ZERO_MONEY,
});

const checksOf = ({ asset, computed, shown, lotBasis, shownBasis }: Holding): readonly Check[] => [
  unitsCheck({ rule: "Units by the ledger = units in Summary by FIFO", asset }, computed, shown),
  dollarsCheck(
    { rule: "Basis of open lots = cost basis in Summary by FIFO", asset },
    lotBasis,
    shownBasis,
  ),
];
