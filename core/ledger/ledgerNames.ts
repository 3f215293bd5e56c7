import { assetKey, type Asset } from "./asset.ts";
import { joinGroups } from "./identicalGroups.ts";
import type { Settings } from "./settings.ts";
import type { Account, Wallet } from "./wallet.ts";

/** The assets and wallets of a ledger: one record for each, however it is spelled. */
export type LedgerNames = {
  readonly assets: Asset[];
  readonly wallets: Wallet[];
  /** The asset of a spelling, known from then on. */
  readonly assetOf: (symbol: string) => Asset;
  /** The wallet of a name in an account, known from then on. */
  readonly walletOf: (name: string, account: Account) => Wallet;
};

/**
 * Starts the list of names. `decimals` has the keys of the assets that need more than 8 decimals
 * (see assetDecimals.ts).
 */
export function ledgerNames(
  settings: Settings,
  decimals: ReadonlyMap<string, number>,
): LedgerNames {
  const washGroups = new Map<string, string>();
  for (const group of joinGroups(settings.identical)) {
    for (const key of group) washGroups.set(key, group[0] ?? key);
  }
  const assets: Asset[] = [];
  const assetsByKey = new Map<string, Asset>();
  const knownAsset = (symbol: string): Asset => {
    const key = assetKey(symbol);
    let asset = assetsByKey.get(key);
    if (asset === undefined) {
      asset = {
        symbol: symbol.trim(),
        index: assets.length,
        decimals: decimals.get(key) ?? LEAST_DECIMALS,
        isSecurity: settings.securities === "all" || settings.securities.has(key),
        washGroup: washGroups.get(key) ?? key,
      };
      assets.push(asset);
      assetsByKey.set(key, asset);
    }
    return asset;
  };
  const wallets: Wallet[] = [];
  const walletsByKey = new Map<string, Wallet>();
  const knownWallet = (name: string, account: Account): Wallet => {
    const key = `${account}\n${name.trim().toUpperCase()}`;
    let wallet = walletsByKey.get(key);
    if (wallet === undefined) {
      wallet = { name: name.trim(), account, index: wallets.length };
      wallets.push(wallet);
      walletsByKey.set(key, wallet);
    }
    return wallet;
  };
  const walletsOf = new Map<Account, (name: string) => Wallet>();
  return {
    assets,
    wallets,
    assetOf: remembering(knownAsset),
    walletOf: (name, account) => {
      let walletOf = walletsOf.get(account);
      if (walletOf === undefined) {
        walletOf = remembering((spelling) => knownWallet(spelling, account));
        walletsOf.set(account, walletOf);
      }
      return walletOf(name);
    },
  };
}

/** Decimals of an asset no cell of which needs more; a satoshi is 10^-8 bitcoin. */
export const LEAST_DECIMALS = 8;

/** Spellings repeat on every row; each is made comparable once. */
function remembering<T>(known: (spelling: string) => T): (spelling: string) => T {
  const bySpelling = new Map<string, T>();
  return (spelling) => {
    let value = bySpelling.get(spelling);
    if (value === undefined) {
      value = known(spelling);
      bySpelling.set(spelling, value);
    }
    return value;
  };
}
