import type { Acquisition } from "../ledger/transaction.ts";
import { openLot, trancheOf } from "../lots/lot.ts";
import {
  add,
  shareOf,
  subtract,
  ZERO_MONEY,
  ZERO_QUANTITY,
  type Quantity,
} from "../money/amounts.ts";
import { bookLot } from "./lotBook.ts";
import type { ReplayState } from "./replayState.ts";

/**
 * Books the lots of an acquisition: one, or where losses have waited for its units one for each of
 * them, with the loss in its basis, and one for what is left.
 *
 * Source: 26 U.S.C. §§ 1091(d), 1223(3). Decision: D-26.
 */
export function bookAcquisition(acquisition: Acquisition, { book, rules }: ReplayState): void {
  const { wallet, day, quantity } = acquisition;
  const method = rules.methodAt(wallet, day);
  const whole = trancheOf(acquisition);
  const replacement = book.replacements?.of.get(acquisition);
  let from: Quantity = ZERO_QUANTITY;
  let basisSoFar = ZERO_MONEY;
  if (replacement !== undefined) replacement.isBooked = true;
  for (const loss of replacement?.waiting ?? []) {
    from = add(from, loss.quantity);
    const upTo = shareOf(acquisition.basis, from, quantity);
    const tranche = {
      ...whole,
      quantity: loss.quantity,
      basis: add(subtract(upTo, basisSoFar), loss.addedBasis),
      holdingPeriodStart: loss.holdingPeriodStart,
      splitOrder: loss.splitOrder,
      hasReplaced: true,
    };
    basisSoFar = upTo;
    bookLot(book, openLot(tranche, wallet, { from: ZERO_QUANTITY, to: loss.quantity }), method);
  }
  if (from !== quantity) bookLot(book, openLot(whole, wallet, { from, to: quantity }), method);
}
