import type { Acquisition } from "../ledger/transaction.ts";
import { openLot, trancheOf } from "../lots/lot.ts";
import { add, ZERO_QUANTITY } from "../money/amounts.ts";
import { addFreeLot } from "../washSales/replacements.ts";
import { poolLot } from "./lotBook.ts";
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
  const replacement = book.replacements?.of.get(acquisition);
  let from = ZERO_QUANTITY;
  if (replacement?.waiting !== undefined) {
    for (const tranche of replacement.waiting) {
      from = add(from, tranche.quantity);
      const all = { from: ZERO_QUANTITY, to: tranche.quantity };
      poolLot(book, openLot(tranche, wallet, all), method);
    }
  }
  if (replacement !== undefined) replacement.isBooked = true;
  if (from === quantity) return;
  const lot = openLot(trancheOf(acquisition), wallet, { from, to: quantity });
  poolLot(book, lot, method);
  if (replacement !== undefined) addFreeLot(replacement, lot);
}
