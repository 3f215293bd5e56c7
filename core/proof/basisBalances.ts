import { assetKey, type Asset } from "../ledger/asset.ts";
import { compareText } from "../ledger/compareText.ts";
import type { Transaction } from "../ledger/transaction.ts";
import { basisOf } from "../lots/lot.ts";
import { add, subtract, ZERO_MONEY, type Money } from "../money/amounts.ts";
import type { Replay } from "../replay/replayLedger.ts";
import { statedAllocation } from "../replay/walletTransition.ts";
import { dollarsCheck, type Check } from "./check.ts";
import type { BalanceInputs } from "./unitBalances.ts";

/** The basis of one asset: where it came from and where it is. Dollars. */
export type BasisBalance = {
  readonly asset: Asset;
  /** Of the acquisitions in the ledger. */
  acquired: Money;
  /** Disallowed losses that went into the basis of units held or sold since. */
  disallowedAdded: Money;
  /** In the disposals of the gain rows. */
  ofDisposals: Money;
  /** Of units given, donated, lost or sold off the return, and what transfers' fees carried. */
  leftWithoutGain: Money;
  /** In the open lots. */
  ofLots: Money;
};

/**
 * The basis of every asset over all wallets and accounts: what the acquisitions up to a day brought
 * and wash sales added, beside what disposals took and what the lots still have.
 *
 * A disallowed loss adds to the basis of its replacement only from the day on which that is bought,
 * and never in a retirement account. Assets whose history an opening lot restates (D-10) are left
 * out: their basis begins anew. Decision: D-63.
 */
export function basisBalances(inputs: BalanceInputs, replay: Replay): readonly BasisBalance[] {
  const { transactions, settings, until } = inputs;
  const byAsset = new Map<Asset, BasisBalance>();
  const of = (asset: Asset): BasisBalance => {
    let balance = byAsset.get(asset);
    if (balance === undefined) {
      balance = emptyBalance(asset);
      byAsset.set(asset, balance);
    }
    return balance;
  };
  for (const event of transactions) {
    if (event.kind !== "acquisition" || event.day > until) continue;
    const balance = of(event.asset);
    balance.acquired = add(balance.acquired, event.basis);
  }
  for (const { match } of replay.matches) {
    if (match.isPermanent || match.replacement.day > until) continue;
    const balance = of(match.replacement.asset);
    balance.disallowedAdded = add(balance.disallowedAdded, match.disallowed);
  }
  for (const { disposal, lot } of replay.disposals) {
    const balance = of(disposal.asset);
    balance.ofDisposals = add(balance.ofDisposals, lot?.basis ?? ZERO_MONEY);
  }
  for (const [asset, basis] of replay.leftWithoutGain) of(asset).leftWithoutGain = basis;
  for (const lot of replay.lots) {
    const balance = of(lot.tranche.acquisition.asset);
    balance.ofLots = add(balance.ofLots, basisOf(lot));
  }
  const restated = restatedAssets(transactions, settings.scope);
  return [...byAsset.values()]
    .filter(({ asset }) => !restated.has(asset))
    .sort((a, b) => compareText(assetKey(a.asset.symbol), assetKey(b.asset.symbol)));
}

/** The basis that came in is all in disposals, in lots, or gone without gain. */
export const basisChecks = (all: readonly BasisBalance[]): readonly Check[] =>
  all.map((balance) =>
    dollarsCheck(
      {
        rule: "Basis acquired + disallowed losses added = basis of disposals + left without gain + of open lots",
        asset: balance.asset,
      },
      add(balance.acquired, balance.disallowedAdded),
      basisFound(balance),
    ),
  );

/** Basis in disposals, in lots and gone without gain. */
export const basisFound = ({ ofDisposals, leftWithoutGain, ofLots }: BasisBalance): Money =>
  add(add(ofDisposals, leftWithoutGain), ofLots);

/** Found less expected. */
export const basisDifference = (balance: BasisBalance): Money =>
  subtract(basisFound(balance), add(balance.acquired, balance.disallowedAdded));

const restatedAssets = (
  transactions: readonly Transaction[],
  scope: BalanceInputs["settings"]["scope"],
): ReadonlySet<Asset> =>
  new Set(
    scope === "transition" ? [...statedAllocation(transactions)].map(({ asset }) => asset) : [],
  );

const emptyBalance = (asset: Asset): BasisBalance => ({
  asset,
  acquired: ZERO_MONEY,
  disallowedAdded: ZERO_MONEY,
  ofDisposals: ZERO_MONEY,
  leftWithoutGain: ZERO_MONEY,
  ofLots: ZERO_MONEY,
});
