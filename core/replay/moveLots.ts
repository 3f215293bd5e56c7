import type { Transfer } from "../ledger/transaction.ts";
import { openLot, type Tranche } from "../lots/lot.ts";
import { relieveLots, type RelievedUnits, type Relief } from "../lots/relieveLots.ts";
import {
  add,
  negate,
  shareOf,
  subtract,
  ZERO_MONEY,
  ZERO_QUANTITY,
  type Money,
} from "../money/amounts.ts";
import { bookLot, poolOf, sharePool, unitsLeft } from "./lotBook.ts";
import { noteBasis } from "./leftWithoutGain.ts";
import { feeOversold } from "./reliefProblems.ts";
import type { ReplayState } from "./replayState.ts";

/** False where a transfer changes no lot: both wallets share a pool, and no fee's basis is carried. */
export const movesLots = (transfer: Transfer, { book, rules }: ReplayState): boolean =>
  !sharePool(book, transfer.wallet, transfer.to) ||
  (rules.settings.transferFee === "basis" && transfer.fees.length > 0);

/**
 * Puts the lots that left one wallet into another, with their basis and dates: moving units between
 * one's own wallets is no disposal, and the date of the move counts for nothing.
 *
 * Under `transfer_fee=basis` the basis of units used up as the fee is added to the units moved, in
 * proportion to their number.
 *
 * Source: Treas. Reg. § 1.1012-1(j)(1), (j)(3)(i), (j)(5) Ex. 3-4. Decisions: D-06, D-08.
 */
export function moveLots(transfer: Transfer, relief: Relief, state: ReplayState): void {
  const carried = carriedFeeBasis(transfer, state);
  const moved = subtract(transfer.quantity, relief.missing);
  const method = state.rules.methodAt(transfer.to, transfer.day);
  // Within one pool nothing moves: the lots come back where they were, with the fee's basis.
  const isMove = !sharePool(state.book, transfer.wallet, transfer.to);
  noteBasis(state, transfer.asset, negate(carried));
  let movedSoFar = ZERO_QUANTITY;
  let carriedSoFar = ZERO_MONEY;
  for (const units of relief.units) {
    movedSoFar = add(movedSoFar, units.quantity);
    const upTo = shareOf(carried, movedSoFar, moved);
    const tranche = withAddedBasis(units, subtract(upTo, carriedSoFar), state);
    carriedSoFar = upTo;
    const place = tranche === units.tranche ? units : { from: ZERO_QUANTITY, to: units.quantity };
    bookLot(state.book, openLot(tranche, isMove ? transfer.to : units.wallet, place), method);
  }
}

/** Takes the fee's units out of their wallet and returns the basis that left with them. */
function carriedFeeBasis(transfer: Transfer, state: ReplayState): Money {
  const { book, rules, problems } = state;
  let basis = ZERO_MONEY;
  if (rules.settings.transferFee !== "basis") return basis;
  for (const fee of transfer.fees) {
    const method = rules.methodAt(fee.wallet, transfer.day);
    const pool = poolOf(book, fee.asset, fee.wallet, method);
    const relief = relieveLots(pool, fee.quantity, { method, picks: [] });
    for (const units of relief.units) {
      basis = add(basis, units.basis);
      noteBasis(state, fee.asset, units.basis);
    }
    unitsLeft(book, relief.units);
    if (relief.missing !== ZERO_QUANTITY) problems.push(feeOversold(fee, relief.missing));
  }
  return basis;
}

function withAddedBasis(units: RelievedUnits, added: Money, state: ReplayState): Tranche {
  const { tranche, quantity, lossBasis } = units;
  if (added === ZERO_MONEY) return tranche;
  state.book.splits += 1;
  return {
    acquisition: tranche.acquisition,
    quantity,
    basis: add(units.basis, added),
    lossBasis: lossBasis === undefined ? undefined : add(lossBasis, added),
    holdingPeriodStart: tranche.holdingPeriodStart,
    splitOrder: state.book.splits,
    hasReplaced: tranche.hasReplaced,
  };
}
