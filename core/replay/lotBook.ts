import type { Asset } from "../ledger/asset.ts";
import type { Settings, LotMethod } from "../ledger/settings.ts";
import type { Acquisition, Transaction } from "../ledger/transaction.ts";
import type { Account, Wallet } from "../ledger/wallet.ts";
import type { OpenLot } from "../lots/lot.ts";
import { addLot, emptyPool, openLots, type LotPool } from "../lots/lotPool.ts";
import type { RelievedUnits } from "../lots/relieveLots.ts";
import {
  addFreeLot,
  findReplacements,
  loseFreeUnits,
  type Replacements,
} from "../washSales/replacements.ts";

/** Whether lots are pooled by wallet or, as before 2025, over all wallets of an account (R1.3). */
export type PoolScope = "wallet" | "universal";

/** All lots held, in their pools. */
export type LotBook = {
  scope: PoolScope;
  readonly pools: Map<number, LotPool>;
  /** Acquisitions whose lots must be found again by name. */
  readonly tracked: ReadonlySet<Acquisition>;
  /** Tranches split off so far, for their order. */
  splits: number;
  /** What can replace units sold at a loss; undefined where nothing can, or nothing more shall. */
  replacements: Replacements | undefined;
};

/** A book without lots, for these transactions in the order of events. */
export function emptyBook(transactions: readonly Transaction[], settings: Settings): LotBook {
  const tracked = new Set<Acquisition>();
  for (const transaction of transactions) {
    if (transaction.kind === "acquisition") continue;
    for (const pick of transaction.picks) tracked.add(pick.acquisition);
  }
  return {
    // A transition begins universally; walletTransition.ts ends that.
    scope: settings.scope === "wallet" ? "wallet" : "universal",
    pools: new Map(),
    tracked,
    splits: 0,
    replacements: findReplacements(transactions, settings),
  };
}

/** The pool that an asset's lots of a wallet belong to. */
export function poolOf(book: LotBook, asset: Asset, wallet: Wallet, method: LotMethod): LotPool {
  const key = poolKey(book.scope, asset, wallet);
  let pool = book.pools.get(key);
  if (pool === undefined) {
    pool = emptyPool(method);
    book.pools.set(key, pool);
  }
  return pool;
}

/** True when an asset's lots of two wallets are in one pool, so that moving units moves no lot. */
export const sharePool = (book: LotBook, a: Wallet, b: Wallet): boolean =>
  book.scope === "wallet" ? a === b : a.account === b.account;

/** Puts a lot into the pool of its wallet, and its units among those that can replace others. */
export function bookLot(book: LotBook, lot: OpenLot, method: LotMethod): void {
  const { acquisition, hasReplaced } = lot.tranche;
  poolLot(book, lot, method);
  if (hasReplaced) return;
  const replacement = book.replacements?.of.get(acquisition);
  if (replacement !== undefined) addFreeLot(replacement, lot);
}

/** Puts a lot into the pool of its wallet. */
export function poolLot(book: LotBook, lot: OpenLot, method: LotMethod): void {
  const { acquisition } = lot.tranche;
  const pool = poolOf(book, acquisition.asset, lot.wallet, method);
  addLot(pool, lot, book.tracked.has(acquisition) ? "track" : "queue only");
}

/** Takes note of units that left for good: they replace nothing any more. */
export function unitsLeft(book: LotBook, units: readonly RelievedUnits[]): void {
  if (book.replacements === undefined) return;
  for (const { tranche, quantity } of units) {
    if (!tranche.hasReplaced) loseFreeUnits(book.replacements, tranche.acquisition, quantity);
  }
}

/** Every lot with units left, pool by pool. */
export const allLots = (book: LotBook): OpenLot[] => [...book.pools.values()].flatMap(openLots);

const ACCOUNT_INDEX: Readonly<Record<Account, number>> = {
  Taxable: 0,
  IRA: 1,
  "Roth IRA": 2,
  Spouse: 3,
  "Spouse IRA": 4,
  "Controlled entity": 5,
};

/** More than any ledger has assets, so that each pair of holder and asset has a number. */
const HOLDER_STEP = 2 ** 26;

function poolKey(scope: PoolScope, asset: Asset, wallet: Wallet): number {
  const holder = scope === "wallet" ? wallet.index : ACCOUNT_INDEX[wallet.account];
  return holder * HOLDER_STEP + asset.index;
}
