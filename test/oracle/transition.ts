import type { Asset } from "../../core/ledger/asset.ts";
import type { Transaction } from "../../core/ledger/transaction.ts";
import type { Wallet } from "../../core/ledger/wallet.ts";
import { minus, over, plus, ZERO, type Fraction } from "./fraction.ts";
import { oldestFirst, quantityOf, type Unit } from "./unit.ts";

/**
 * Rev. Proc. 2024-28, global allocation by FIFO: the units of each account and asset go, oldest
 * first, to the wallets in the order of their first dealings in the asset, as many as each wallet
 * really holds. The past is in order of time.
 */
export function allocateToWallets(
  units: readonly Unit[],
  past: readonly Transaction[],
  size: Fraction,
): void {
  for (const [asset, holdings] of holdingsByAsset(past)) {
    const left = units
      .filter((unit) => unit.state === "held" && unit.acquisition.asset === asset)
      .sort(oldestFirst);
    for (const [wallet, held] of holdings) {
      const isOfAccount = (unit: Unit): boolean => unit.wallet.account === wallet.account;
      // A whole number of units; below zero where the wallet gave more than it got.
      for (let count = over(held, size).numerator; count > 0n; count -= 1n) {
        const next = left.findIndex(isOfAccount);
        if (next < 0) break;
        for (const unit of left.splice(next, 1)) unit.wallet = wallet;
      }
    }
  }
}

/** Units that came into each wallet less those that went out. */
function holdingsByAsset(past: readonly Transaction[]): Map<Asset, Map<Wallet, Fraction>> {
  const holdings = new Map<Asset, Map<Wallet, Fraction>>();
  const put = (asset: Asset, wallet: Wallet, change: Fraction): void => {
    const ofAsset = holdings.get(asset) ?? new Map<Wallet, Fraction>();
    holdings.set(asset, ofAsset.set(wallet, plus(ofAsset.get(wallet) ?? ZERO, change)));
  };
  for (const transaction of past) {
    const { asset, wallet } = transaction;
    const quantity = quantityOf(transaction.quantity, asset);
    put(asset, wallet, transaction.kind === "acquisition" ? quantity : minus(ZERO, quantity));
    if (transaction.kind === "transfer") {
      put(asset, transaction.to, quantity);
      for (const fee of transaction.fees) {
        put(fee.asset, fee.wallet, minus(ZERO, quantityOf(fee.quantity, fee.asset)));
      }
    }
  }
  return holdings;
}
