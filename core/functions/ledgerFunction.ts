import type { Day } from "../calendar/day.ts";
import { openBooks, type HostZones, type OpenedBooks } from "../harvest/openBooks.ts";
import type { Books } from "../harvest/books.ts";
import type { LotMethod } from "../ledger/settings.ts";
import { isUnreadable } from "../ledger/unreadable.ts";
import { always } from "../replay/methodOnRecord.ts";
import { replayLedger, type Replay } from "../replay/replayLedger.ts";
import { dateSystemOf, dayArgument, isError, requiredRange, type Read } from "./arguments.ts";
import { callError, type Argument } from "./functionSpec.ts";

/** The books of a function that needs no prices. */
export function openLedger(
  from: { readonly transactions: Argument; readonly asOf: Argument; readonly options: Argument },
  zones: HostZones,
): Read<OpenedBooks> {
  const transactions = requiredRange(from.transactions, "transactions");
  if (isError(transactions)) return transactions;
  const asOf = dayArgument(from.asOf, "as_of", dateSystemOf(from.options));
  if (isError(asOf)) return asOf;
  const opened = openBooks(
    {
      transactions: transactions.value,
      prices: undefined,
      options: from.options,
      asOf: asOf.value,
    },
    zones,
  );
  return isUnreadable(opened) ? { error: callError(opened.unreadable) } : { value: opened };
}

/** The ledger replayed by the method asked for, whatever is on record; up to a day or to the end. */
export const replayBy = (method: LotMethod, books: Books, until: Day | undefined): Replay =>
  replayLedger(books.ledger.transactions, {
    settings: books.settings,
    methodAt: always(method),
    until,
  });
