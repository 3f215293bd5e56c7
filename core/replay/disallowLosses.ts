import type { Disallowance, RealizedLot } from "../disposals/lotDisposal.ts";
import type { Disposal } from "../ledger/transaction.ts";
import { basisUpTo, openLot, type OpenLot } from "../lots/lot.ts";
import { LOT_ORDERS } from "../lots/lotMethod.ts";
import { takeUnits } from "../lots/lotPool.ts";
import type { RelievedUnits } from "../lots/relieveLots.ts";
import {
  add,
  magnitude,
  subtract,
  ZERO_MONEY,
  ZERO_QUANTITY,
  type Money,
} from "../money/amounts.ts";
import { disallowLoss, type WashMatch } from "../washSales/disallowLoss.ts";
import type { Replacement, Replacements } from "../washSales/replacements.ts";
import { bookLot } from "./lotBook.ts";
import type { ReplayState } from "./replayState.ts";

/** Units of one lot sold, with their share of the proceeds and the gain on them. */
export type SoldPiece = {
  readonly units: RelievedUnits;
  readonly proceeds: Money;
  readonly lot: RealizedLot;
};

/**
 * Applies the wash-sale rule to the losses among the pieces of one disposal, the oldest purchase
 * first: each loss is matched with replacements, and basis and holding period go over to exactly
 * the units matched. Returns what is disallowed of each piece; undefined when nothing is.
 *
 * Source: Treas. Reg. § 1.1091-1(b); the rest as in disallowLoss. Decision: D-25.
 */
export function disallowLosses(
  disposal: Disposal,
  pieces: readonly SoldPiece[],
  state: ReplayState,
): readonly (Disallowance | undefined)[] | undefined {
  const { replacements } = state.book;
  if (replacements === undefined || pieces.every(({ lot }) => lot.gain >= 0)) return undefined;
  const disallowances = new Array<Disallowance | undefined>(pieces.length).fill(undefined);
  const oldestFirst = pieces
    .map((piece, index) => ({ piece, index }))
    .sort((a, b) => LOT_ORDERS.FIFO(a.piece.units, b.piece.units));
  for (const { piece, index } of oldestFirst) {
    const { units, lot } = piece;
    if (lot.gain >= 0) continue;
    const matches = disallowLoss(
      {
        acquisition: units.tranche.acquisition,
        sold: disposal.day,
        quantity: units.quantity,
        loss: magnitude(lot.gain),
        holdingPeriodStart: lot.holdingPeriodStart,
      },
      replacements,
    );
    for (const match of matches) {
      applyMatch(match, replacements, state);
      state.matches.push({ disposal, match });
    }
    if (matches.length > 0) disallowances[index] = totalOf(matches);
  }
  return disallowances;
}

function totalOf(matches: readonly WashMatch[]): Disallowance {
  let disallowed = ZERO_MONEY;
  let permanently = ZERO_MONEY;
  for (const match of matches) {
    disallowed = add(disallowed, match.disallowed);
    if (match.isPermanent) permanently = add(permanently, match.disallowed);
  }
  return { disallowed, permanently };
}

/** Uses the matched units up as replacements, and carries the loss over to them. */
function applyMatch(match: WashMatch, replacements: Replacements, state: ReplayState): void {
  const replacement = replacements.of.get(match.replacement) as Replacement;
  const { book } = state;
  const { quantity, holdingPeriodStart } = match;
  const addedBasis = match.isPermanent ? ZERO_MONEY : match.disallowed;
  replacement.free = subtract(replacement.free, quantity);
  book.splits += 1;
  const splitOrder = book.splits;
  if (match.lot === undefined) {
    replacement.waiting.push({ quantity, addedBasis, holdingPeriodStart, splitOrder });
    return;
  }
  const { tranche, wallet } = match.lot;
  const basis = add(takeMatched(match.lot, match), addedBasis);
  const adjusted = {
    ...tranche,
    quantity,
    basis,
    holdingPeriodStart,
    splitOrder,
    hasReplaced: true,
  };
  const method = state.rules.methodAt(wallet, match.replacement.day);
  bookLot(book, openLot(adjusted, wallet, { from: ZERO_QUANTITY, to: quantity }), method);
}

/** Takes the matched units off the front of their lot; returns the basis that goes with them. */
function takeMatched(lot: OpenLot, { quantity }: WashMatch): Money {
  const basisSoFar = basisUpTo(lot.tranche, add(lot.from, quantity));
  const basis = subtract(basisSoFar, lot.basisBefore);
  takeUnits(lot, { quantity, basisSoFar });
  return basis;
}
