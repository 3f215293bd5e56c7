import type { Day } from "../calendar/day.ts";
import type { LotMethod, StandingOrder } from "../ledger/settings.ts";
import type { Wallet } from "../ledger/wallet.ts";

/** The method that relieves a wallet's lots on a day. */
export type MethodAt = (wallet: Wallet, day: Day) => LotMethod;

/** The same method for every wallet and day. */
export const always =
  (method: LotMethod): MethodAt =>
  () =>
    method;

/**
 * The methods on record: in each wallet the latest standing order that has begun, given for that
 * wallet or for all; of two that begin on one day the wallet's own. FIFO before the first.
 *
 * Source: Treas. Reg. § 1.1012-1(c)(8), (j)(2), (j)(3)(ii), (j)(4): a standing order identifies the
 * units, from the day it is on record and never backwards. Decision: D-07.
 */
export function methodsOnRecord(orders: readonly StandingOrder[]): MethodAt {
  const byWallet = new Map<number, readonly StandingOrder[]>();
  return (wallet, day) => {
    let own = byWallet.get(wallet.index);
    if (own === undefined) {
      own = ordersOf(wallet, orders);
      byWallet.set(wallet.index, own);
    }
    return own.find((order) => order.since <= day)?.method ?? "FIFO";
  };
}

/** The orders that concern a wallet, latest first. */
function ordersOf(wallet: Wallet, orders: readonly StandingOrder[]): readonly StandingOrder[] {
  const name = walletKey(wallet.name);
  return orders
    .filter((order) => order.wallet === undefined || walletKey(order.wallet) === name)
    .sort((a, b) => b.since - a.since || specificity(b) - specificity(a));
}

const specificity = (order: StandingOrder): number => (order.wallet === undefined ? 0 : 1);

const walletKey = (name: string): string => name.trim().toUpperCase();
