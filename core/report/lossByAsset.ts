import type { Portfolio } from "../harvest/portfolio.ts";
import { add, compare, ZERO_MONEY, type Money } from "../money/amounts.ts";

/** An asset with the harvestable loss of all its positions, positive dollars. */
export type AssetLoss = { readonly asset: string; readonly loss: Money };

/** The harvestable losses by asset, largest first; assets without one are left out. */
export function lossByAsset({ harvests }: Pick<Portfolio, "harvests">): readonly AssetLoss[] {
  const losses = new Map<string, Money>();
  for (const { position, stop } of harvests) {
    if (stop === undefined || stop.lots === 0) continue;
    const { symbol } = position.asset;
    losses.set(symbol, add(losses.get(symbol) ?? ZERO_MONEY, stop.loss));
  }
  return [...losses]
    .map(([asset, loss]) => ({ asset, loss }))
    .sort((a, b) => compare(b.loss, a.loss));
}
