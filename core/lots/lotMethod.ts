import type { LotMethod } from "../ledger/settings.ts";
import { compareWallets } from "../ledger/wallet.ts";
import { compare } from "../money/amounts.ts";
import { compareRatios } from "../money/exact.ts";
import type { OpenLot, Tranche } from "./lot.ts";

/** Units of a tranche somewhere: a lot, or what was taken out of one. */
type Placed = Pick<OpenLot, "tranche" | "wallet" | "from">;

/** Negative when the first lot is relieved before the second; never zero for two lots. */
export type LotOrder = (a: Placed, b: Placed) => number;

/**
 * Oldest real acquisition first, whatever day a wash sale tacked on. Of one purchase the part with
 * the earliest holding period first, then in the order of matching, what replaced nothing last.
 */
const oldestFirst: LotOrder = (a, b) => {
  const left = a.tranche;
  const right = b.tranche;
  return (
    left.acquisition.at - right.acquisition.at ||
    left.acquisition.row - right.acquisition.row ||
    left.holdingPeriodStart - right.holdingPeriodStart ||
    orderOfMatching(left) - orderOfMatching(right) ||
    compare(a.from, b.from) ||
    compareWallets(a.wallet, b.wallet)
  );
};

const orderOfMatching = ({ splitOrder }: Tranche): number =>
  splitOrder === 0 ? Number.MAX_SAFE_INTEGER : splitOrder;

const newestFirst: LotOrder = (a, b) => oldestFirst(b, a);

const byUnitBasis = (a: Placed, b: Placed): number =>
  compareRatios(a.tranche.basis, a.tranche.quantity, b.tranche.basis, b.tranche.quantity);

const highestBasisFirst: LotOrder = (a, b) => byUnitBasis(b, a) || oldestFirst(a, b);

const lowestBasisFirst: LotOrder = (a, b) => byUnitBasis(a, b) || oldestFirst(a, b);

/**
 * The order in which each method relieves the lots of a wallet.
 *
 * Source: Treas. Reg. § 1.1012-1(c)(1)(i), (c)(8), (j)(1) to (j)(4): first in, first out, unless the
 * units are identified; LIFO, HIFO and LOFO are standing orders that identify them. Decision: D-02.
 */
export const LOT_ORDERS: Readonly<Record<LotMethod, LotOrder>> = {
  FIFO: oldestFirst,
  LIFO: newestFirst,
  HIFO: highestBasisFirst,
  LOFO: lowestBasisFirst,
  // Lots that the user names are taken first (relieveLots.ts); the rest is not identified.
  SPECIFIC: oldestFirst,
};
