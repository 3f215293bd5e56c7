import type { LotDisposal, RealizedLot } from "../disposals/lotDisposal.ts";
import { basisUpTo, openLot, replacementTranche, type OpenLot, type Tranche } from "../lots/lot.ts";
import { LOT_ORDERS } from "../lots/lotMethod.ts";
import { takeUnits } from "../lots/lotPool.ts";
import type { RelievedUnits } from "../lots/relieveLots.ts";
import { add, magnitude, subtract, ZERO_QUANTITY, type Money } from "../money/amounts.ts";
import { disallowLoss, type WashMatch } from "../washSales/disallowLoss.ts";
import { waitForUnits, type Replacement } from "../washSales/replacements.ts";
import { poolLot } from "./lotBook.ts";
import { tooManyMatches } from "./reliefProblems.ts";
import type { ReplayState } from "./replayState.ts";

/** Units of one lot sold, with the gain on them, before it is known what is disallowed of a loss. */
export type SoldPiece = Omit<LotDisposal, "lot" | "disallowance"> & {
  readonly lot: RealizedLot;
  disallowance: LotDisposal["disallowance"];
};

/**
 * Applies the wash-sale rule to the losses among the pieces of one disposal, the oldest purchase
 * first: each loss is matched with replacements, and basis and holding period go over to exactly
 * the units matched. Each piece is that of the units in the same place.
 *
 * Each match parts a lot, and each part can be sold at a loss and matched again. Where highest cost
 * is sold first from a ledger of many trades, the pieces can come to more than a machine can hold;
 * past a limit no more losses are matched, and a problem says from which sale on.
 *
 * Source: Treas. Reg. § 1.1091-1(b); the rest as in disallowLoss. Decision: D-25.
 */
export function disallowLosses(
  pieces: readonly SoldPiece[],
  units: readonly RelievedUnits[],
  state: ReplayState,
): void {
  const { replacements } = state.book;
  if (replacements === undefined) return;
  const losses = lossesOldestFirst(pieces, units);
  const [first] = losses;
  if (first === undefined) return;
  if (state.matches.length >= state.mostMatches) {
    state.book.replacements = undefined;
    state.problems.push(tooManyMatches((pieces[first] as SoldPiece).disposal, state.mostMatches));
    return;
  }
  for (const place of losses) {
    const piece = pieces[place] as SoldPiece;
    const { disposal, quantity, lot } = piece;
    piece.disallowance = disallowLoss(
      {
        acquisition: lot.tranche.acquisition,
        sold: disposal.day,
        quantity,
        loss: magnitude(lot.gain),
        holdingPeriodStart: lot.holdingPeriodStart,
      },
      replacements,
      (match, replacement, freeLot) => {
        state.matches.push({ disposal, match });
        if (freeLot === undefined) carryToUnitsToCome(match, replacement, state);
        else carryToLot(match, freeLot, state);
        replacement.free = subtract(replacement.free, match.quantity);
      },
    );
  }
}

/** Places of the losses. */
function lossesOldestFirst(
  pieces: readonly SoldPiece[],
  units: readonly RelievedUnits[],
): readonly number[] {
  const losses: number[] = [];
  pieces.forEach(({ lot }, place) => {
    if (lot.gain < 0) losses.push(place);
  });
  return losses.sort((a, b) =>
    LOT_ORDERS.FIFO(units[a] as RelievedUnits, units[b] as RelievedUnits),
  );
}

/** Carries a loss over to the next units of a purchase that is yet to be made. */
function carryToUnitsToCome(
  match: WashMatch,
  replacement: Replacement,
  { book }: ReplayState,
): void {
  const { acquisition, free } = replacement;
  // Until it is made, units leave it only by being matched.
  const from = subtract(acquisition.quantity, free);
  const to = add(from, match.quantity);
  const ownBasis = subtract(basisUpTo(acquisition, to), basisUpTo(acquisition, from));
  book.splits += 1;
  waitForUnits(replacement, matchedTranche(match, ownBasis, book.splits));
}

/** Carries a loss over to the first units of a lot, which become a lot of their own. */
function carryToLot(match: WashMatch, lot: OpenLot, { book, rules }: ReplayState): void {
  const { replacement, quantity } = match;
  const basisSoFar = basisUpTo(lot.tranche, add(lot.from, quantity));
  const ownBasis = subtract(basisSoFar, lot.basisBefore);
  takeUnits(lot, { quantity, basisSoFar });
  book.splits += 1;
  const tranche = matchedTranche(match, ownBasis, book.splits);
  const method = rules.methodAt(lot.wallet, replacement.day);
  poolLot(book, openLot(tranche, lot.wallet, { from: ZERO_QUANTITY, to: quantity }), method);
}

/** The matched units with their own basis and, unless it is lost for good, the loss. */
const matchedTranche = (match: WashMatch, ownBasis: Money, splitOrder: number): Tranche =>
  replacementTranche(match.replacement, {
    quantity: match.quantity,
    basis: match.isPermanent ? ownBasis : add(ownBasis, match.disallowed),
    holdingPeriodStart: match.holdingPeriodStart,
    splitOrder,
  });
