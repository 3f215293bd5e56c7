import type { Day } from "../calendar/day.ts";
import { assetKey, type Asset } from "../ledger/asset.ts";
import { compareText } from "../ledger/compareText.ts";
import type { Settings } from "../ledger/settings.ts";
import type { Transaction } from "../ledger/transaction.ts";
import type { Account, Wallet } from "../ledger/wallet.ts";
import type { OpenLot } from "../lots/lot.ts";
import { unitsOf } from "../lots/lot.ts";
import { add, subtract, ZERO_QUANTITY, type Quantity } from "../money/amounts.ts";
import { isPooledUniversally } from "../positions/positionsAt.ts";
import { statedAllocation } from "../replay/walletTransition.ts";
import { unitsCheck, type Check } from "./check.ts";

/** Units of one asset in one wallet, or in one account where its wallets share their lots. */
export type UnitBalance = {
  readonly asset: Asset;
  /** Empty where the wallets of an account share their lots. */
  readonly wallet: string;
  readonly account: Account;
  acquired: Quantity;
  transferredIn: Quantity;
  disposed: Quantity;
  /** Given, donated or lost. */
  removed: Quantity;
  transferredOut: Quantity;
  /** Used up by transfers. */
  fees: Quantity;
  /** What the lots hold. */
  held: Quantity;
};

/** What balances are added up from. */
export type BalanceInputs = {
  readonly transactions: readonly Transaction[];
  readonly lots: readonly OpenLot[];
  readonly settings: Settings;
  /** The last day that counts. */
  readonly until: Day;
};

/**
 * The units that the transactions up to a day leave in each wallet, added up without lots, beside
 * those in the lots. By asset, wallet and account.
 *
 * An opening lot that only states how an earlier history was allocated (D-10) adds no units.
 * Decision: D-62.
 */
export function unitBalances(inputs: BalanceInputs): readonly UnitBalance[] {
  const { transactions, lots, settings, until } = inputs;
  const balanceAt = balances(isPooledUniversally(settings, until));
  const allocations: ReadonlySet<Transaction> =
    settings.scope === "transition" ? statedAllocation(transactions) : new Set();
  for (const event of transactions) {
    if (event.day <= until && !allocations.has(event)) count(event, balanceAt.of);
  }
  for (const lot of lots) {
    const balance = balanceAt.of(lot.tranche.acquisition.asset, lot.wallet);
    balance.held = add(balance.held, unitsOf(lot));
  }
  return balanceAt.all().sort(byAssetAndWallet);
}

/** What came in less what went out. Below zero where more left than came. */
export const unitsComputed = (balance: UnitBalance): Quantity =>
  subtract(
    add(balance.acquired, balance.transferredIn),
    add(
      add(balance.disposed, balance.removed),
      add<Quantity>(balance.transferredOut, balance.fees),
    ),
  );

/** The units in the lots of each wallet are those that its transactions leave there. */
export const unitChecks = (all: readonly UnitBalance[]): readonly Check[] =>
  all.map((balance) =>
    unitsCheck(
      {
        rule: "Units acquired and moved in = units gone and moved out + units in lots",
        asset: balance.asset,
        wallet: balance.wallet,
        account: balance.account,
      },
      unitsComputed(balance),
      balance.held,
    ),
  );

type BalanceOf = (asset: Asset, wallet: Wallet) => UnitBalance;

function balances(pooled: boolean): { of: BalanceOf; all: () => UnitBalance[] } {
  const byAsset = new Map<Asset, Map<Wallet | Account, UnitBalance>>();
  const of: BalanceOf = (asset, wallet) => {
    let ofAsset = byAsset.get(asset);
    if (ofAsset === undefined) {
      ofAsset = new Map<Wallet | Account, UnitBalance>();
      byAsset.set(asset, ofAsset);
    }
    const holder = pooled ? wallet.account : wallet;
    let balance = ofAsset.get(holder);
    if (balance === undefined) {
      balance = {
        asset,
        wallet: pooled ? "" : wallet.name,
        account: wallet.account,
        acquired: ZERO_QUANTITY,
        transferredIn: ZERO_QUANTITY,
        disposed: ZERO_QUANTITY,
        removed: ZERO_QUANTITY,
        transferredOut: ZERO_QUANTITY,
        fees: ZERO_QUANTITY,
        held: ZERO_QUANTITY,
      };
      ofAsset.set(holder, balance);
    }
    return balance;
  };
  return { of, all: () => [...byAsset.values()].flatMap((ofAsset) => [...ofAsset.values()]) };
}

function count(event: Transaction, of: BalanceOf): void {
  const { quantity } = event;
  const balance = of(event.asset, event.wallet);
  switch (event.kind) {
    case "acquisition":
      balance.acquired = add(balance.acquired, quantity);
      return;
    case "disposal":
      balance.disposed = add(balance.disposed, quantity);
      return;
    case "removal":
      balance.removed = add(balance.removed, quantity);
      return;
    case "transfer": {
      const other = of(event.asset, event.to);
      balance.transferredOut = add(balance.transferredOut, quantity);
      other.transferredIn = add(other.transferredIn, quantity);
      for (const fee of event.fees) {
        const payer = of(fee.asset, fee.wallet);
        payer.fees = add(payer.fees, fee.quantity);
      }
      return;
    }
  }
}

const byAssetAndWallet = (a: UnitBalance, b: UnitBalance): number =>
  compareText(assetKey(a.asset.symbol), assetKey(b.asset.symbol)) ||
  compareText(a.wallet.toUpperCase(), b.wallet.toUpperCase()) ||
  compareText(a.account, b.account);
