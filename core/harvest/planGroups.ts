import { assetKey, type Asset } from "../ledger/asset.ts";
import type { LotMethod, Settings } from "../ledger/settings.ts";
import { add, moneyNumber, ZERO_MONEY } from "../money/amounts.ts";
import type { Position } from "../positions/position.ts";
import type { Day } from "../calendar/day.ts";
import { washWindow } from "../washSales/washWindow.ts";
import type { PricedLot } from "./planLot.ts";
import type { WashOutlook } from "./washExposure.ts";

/**
 * Lots that can only be sold in this order: those of a position under a fixed order, or a single
 * lot where the seller is free to name lots.
 *
 * The amounts are running totals in dollars, as numbers, for comparing one sale with another: of
 * the first 0, 1, 2 … lots. What a plan states is computed again in exact amounts.
 */
export type PlanChain = {
  /** The place of the position in the list that the plan was asked for. */
  readonly place: number;
  readonly lots: readonly PricedLot[];
  /** Loss realized, positive; before disallowance. */
  readonly loss: readonly number[];
  /** Of that, short-term. */
  readonly short: readonly number[];
  readonly proceeds: readonly number[];
};

/** Chains that must be looked at together. */
export type PlanGroup = {
  readonly chains: readonly PlanChain[];
  /** True where the sale of one can wash, or keep from being washed, the loss of another. */
  readonly washes: boolean;
};

/** What can be sold, and how it hangs together. */
export type PlanGround = {
  readonly positions: readonly Position[];
  readonly method: LotMethod;
  readonly settings: Settings;
  readonly asOf: Day;
  readonly outlook: WashOutlook;
};

/**
 * The chains of all positions with a price, in groups that have nothing to do with each other.
 *
 * Left out is what no plan could use: lots behind the last loss of a fixed order, gains where lots
 * are free to choose, both unless their sale keeps them from replacing others; and positions that
 * cannot lose `min_loss`. Decision: D-33.
 */
export function planGroups(ground: PlanGround): readonly PlanGroup[] {
  const { positions, settings, outlook } = ground;
  const rootOf = linkedAssets(positions, outlook);
  const together = new Map<Asset, PlanChain[]>();
  const groups: PlanGroup[] = [];
  positions.forEach((position, place) => {
    const root = rootOf(position.asset);
    const chains = chainsOf(position, place, { ...ground, mayReplace: root !== undefined });
    if (chains.length === 0 || mostLoss(chains) < moneyNumber(settings.minLoss)) return;
    if (root !== undefined) {
      const known = together.get(root);
      if (known === undefined) together.set(root, [...chains]);
      else for (const chain of chains) known.push(chain);
    } else if (settings.minLoss > 0) groups.push({ chains, washes: false });
    // A row's worth is judged as a whole only by min_loss; otherwise each lot is a choice of its own.
    else for (const chain of chains) groups.push({ chains: [chain], washes: false });
  });
  for (const chains of together.values()) groups.push({ chains, washes: true });
  return groups;
}

/** The most that chains could lose, if nothing were disallowed. */
const mostLoss = (chains: readonly PlanChain[]): number =>
  chains.reduce((sum, { loss }) => sum + loss.reduce((most, at) => Math.max(most, at), 0), 0);

function chainsOf(
  position: Position,
  place: number,
  by: PlanGround & { readonly mayReplace: boolean },
): readonly PlanChain[] {
  const lots: PricedLot[] = [];
  for (const { lot, sale } of position.lots) if (sale !== undefined) lots.push({ lot, sale });
  const { first } = washWindow(by.asOf);
  const isOfUse = ({ lot, sale }: PricedLot): boolean =>
    sale.realized.gain < 0 || (by.mayReplace && lot.tranche.acquisition.day >= first);
  if (by.method === "SPECIFIC") {
    return lots.filter(isOfUse).map((lot) => chainOf([lot], place));
  }
  let end = lots.length;
  while (end > 0 && !isOfUse(lots[end - 1] as PricedLot)) end -= 1;
  return end === 0 ? [] : [chainOf(lots.slice(0, end), place)];
}

function chainOf(lots: readonly PricedLot[], place: number): PlanChain {
  const totals = { loss: [0], short: [0], proceeds: [0] };
  let gain = ZERO_MONEY;
  let shortGain = ZERO_MONEY;
  let proceeds = ZERO_MONEY;
  for (const { sale } of lots) {
    const { realized } = sale;
    gain = add(gain, realized.gain);
    if (realized.term === "Short") shortGain = add(shortGain, realized.gain);
    proceeds = add(proceeds, sale.proceeds);
    totals.loss.push(-moneyNumber(gain));
    totals.short.push(-moneyNumber(shortGain));
    totals.proceeds.push(moneyNumber(proceeds));
  }
  return { place, lots, ...totals };
}

/**
 * For each asset of which a loss could be washed, or whose units could wash one, the asset that
 * stands for all that it hangs together with; undefined for the others.
 */
function linkedAssets(
  positions: readonly Position[],
  outlook: WashOutlook,
): (asset: Asset) => Asset | undefined {
  const above = new Map<string, Asset>();
  const rootOf = (asset: Asset): Asset => {
    let root = asset;
    for (;;) {
      const next = above.get(assetKey(root.symbol)) ?? root;
      if (next === root) return root;
      root = next;
    }
  };
  const linked = new Set<Asset>();
  for (const asset of new Set(positions.map((position) => position.asset))) {
    for (const replacer of outlook.replacedBy(asset)) {
      linked.add(asset).add(replacer);
      above.set(assetKey(rootOf(asset).symbol), rootOf(replacer));
    }
  }
  return (asset) => (linked.has(asset) ? rootOf(asset) : undefined);
}
