import type { LotMethod } from "../ledger/settings.ts";
import type { LotPick } from "../ledger/transaction.ts";
import type { Wallet } from "../ledger/wallet.ts";
import {
  add,
  compare,
  smaller,
  subtract,
  ZERO_QUANTITY,
  type Money,
  type Quantity,
} from "../money/amounts.ts";
import { basisUpTo, lossBasisBetween, unitsOf, type OpenLot, type Tranche } from "./lot.ts";
import { LOT_ORDERS } from "./lotMethod.ts";
import { lotsOfAcquisition, nextLot, takeUnits, type LotPool } from "./lotPool.ts";

/** Units taken out of one lot, with the basis that leaves with them. */
export type RelievedUnits = {
  readonly tranche: Tranche;
  /** Where they were held. */
  readonly wallet: Wallet;
  /** The units' place in their tranche. */
  readonly from: Quantity;
  readonly to: Quantity;
  readonly quantity: Quantity;
  readonly basis: Money;
  readonly lossBasis: Money | undefined;
};

/** A named lot that could not give what it should. */
export type PickShortfall = {
  readonly pick: LotPick;
  readonly requested: Quantity;
  readonly held: Quantity;
};

/** What a pool gave, in the order in which it was taken, and how far it fell short. */
export type Relief = {
  readonly units: readonly RelievedUnits[];
  /** Units asked for beyond what the pool held. */
  readonly missing: Quantity;
  readonly shortfalls: readonly PickShortfall[];
};

/**
 * Takes units out of a pool: from the lots that the user named, then in the order of the method.
 *
 * Naming a lot is specific identification and goes before every method. A named lot that no longer
 * holds enough gives what it has; the rest follows the method, and the shortfall is reported.
 *
 * Source: Treas. Reg. § 1.1012-1(j)(2), (j)(3). Decisions: D-02, D-03.
 */
export function relieveLots(
  pool: LotPool,
  quantity: Quantity,
  by: { readonly method: LotMethod; readonly picks: readonly LotPick[] },
): Relief {
  const units: RelievedUnits[] = [];
  const shortfalls: PickShortfall[] = [];
  let left = quantity;
  for (const pick of by.picks) {
    left = subtract(
      left,
      takePicked({ pool, pick, method: by.method, most: left }, units, shortfalls),
    );
  }
  while (left !== ZERO_QUANTITY) {
    const lot = nextLot(pool, by.method);
    if (lot === undefined) break;
    left = subtract(left, takeFromLot({ lot, most: left }, units));
  }
  return { units, missing: left, shortfalls };
}

type PickedFrom = {
  readonly pool: LotPool;
  readonly pick: LotPick;
  /** Parts of a named lot leave in the order of the method. */
  readonly method: LotMethod;
  readonly most: Quantity;
};

function takePicked(
  { pool, pick, method, most }: PickedFrom,
  units: RelievedUnits[],
  shortfalls: PickShortfall[],
): Quantity {
  const lots = [...lotsOfAcquisition(pool, pick.acquisition)].sort(LOT_ORDERS[method]);
  const wanted = pick.quantity === undefined ? most : smaller(pick.quantity, most);
  let taken = ZERO_QUANTITY;
  for (const lot of lots) {
    if (taken === wanted) break;
    taken = add(taken, takeFromLot({ lot, most: subtract(wanted, taken) }, units));
  }
  if (compare(taken, wanted) < 0) shortfalls.push({ pick, requested: wanted, held: taken });
  return taken;
}

function takeFromLot(
  { lot, most }: { readonly lot: OpenLot; readonly most: Quantity },
  units: RelievedUnits[],
): Quantity {
  const { tranche, from } = lot;
  const quantity = smaller(unitsOf(lot), most);
  const to = add(from, quantity);
  const basisSoFar = basisUpTo(tranche, to);
  units.push({
    tranche,
    wallet: lot.wallet,
    from,
    to,
    quantity,
    basis: subtract(basisSoFar, lot.basisBefore),
    lossBasis: lossBasisBetween(tranche, from, to),
  });
  takeUnits(lot, { quantity, basisSoFar });
  return quantity;
}
