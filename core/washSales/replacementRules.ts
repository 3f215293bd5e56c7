import { assetKey, type Asset } from "../ledger/asset.ts";
import type { Settings } from "../ledger/settings.ts";
import type { Acquisition } from "../ledger/transaction.ts";
import type { Account } from "../ledger/wallet.ts";

/**
 * True for assets that the policy applies the wash-sale rule to: securities under current law,
 * every asset under the conservative reading, none when it is off.
 *
 * Source: 26 U.S.C. § 1091(a) (stock or securities); Notice 2014-21 (coins are property);
 * Instructions for Schedule D (2025) p. 5. Decision: D-21.
 */
export const isCovered = (asset: Asset, wash: Settings["wash"]): boolean =>
  wash === "conservative" || (wash === "securities" && asset.isSecurity);

/**
 * True for acquisitions that can replace what was sold: purchases and taxable exchanges, options
 * among them; income where the settings count it; no gift, inheritance, airdrop or fork.
 *
 * Source: Treas. Reg. § 1.1091-1(f); IRS Pub. 550 (2025) pp. 86-87. Decision: D-22.
 */
export function canReplace({ origin }: Acquisition, settings: Settings): boolean {
  switch (origin) {
    case "purchase":
    case "exchange":
    case "opening":
      return true;
    case "income":
      return settings.incomeCounts === "yes";
    case "airdrop":
    case "gift":
    case "inheritance":
      return false;
  }
}

/**
 * True when buying one asset replaces the other: the same asset, one that the user lists as
 * substantially identical, or one that the user says replaces it.
 *
 * Source: 26 U.S.C. § 1091(a); the lists are the user's, because what is substantially identical
 * depends on facts (IRS Pub. 550 (2025) p. 87). Decision: D-23.
 */
export const replaces = (bought: Asset, sold: Asset, settings: Settings): boolean =>
  bought.washGroup === sold.washGroup ||
  settings.replaces.some(
    ({ buying, replaced }) =>
      buying === assetKey(bought.symbol) && replaced === assetKey(sold.symbol),
  );

/**
 * True for accounts in which a replacement swallows the loss for good: no basis is added anywhere.
 *
 * Source: Rev. Rul. 2008-5. Decision: D-24.
 */
export const isRetirementAccount = (account: Account): boolean =>
  account === "IRA" || account === "Roth IRA" || account === "Spouse IRA";
