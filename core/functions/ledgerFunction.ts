import type { Day } from "../calendar/day.ts";
import { openBooks, type HostZones, type OpenedBooks } from "../harvest/openBooks.ts";
import type { Books } from "../harvest/books.ts";
import type { LotMethod } from "../ledger/settings.ts";
import { isUnreadable } from "../ledger/unreadable.ts";
import { always } from "../replay/methodOnRecord.ts";
import { replayLedger, type Replay } from "../replay/replayLedger.ts";
import {
  dateSystemOf,
  dayArgument,
  isError,
  methodArgument,
  requiredRange,
  yearArgument,
  type Read,
} from "./arguments.ts";
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

/** A whole ledger replayed by a method, and the tax year asked for. */
export type ReplayedYear = {
  readonly books: Books;
  readonly replay: Replay;
  /** Undefined for all years. */
  readonly taxYear: number | undefined;
};

/** What a function with the arguments transactions, method, tax_year and options works on. */
export function replayedYear(
  [transactions, methodCell, yearCell, options]: readonly Argument[],
  zones: HostZones,
): Read<ReplayedYear> {
  const method = methodArgument(methodCell);
  if (isError(method)) return method;
  const year = yearArgument(yearCell);
  if (isError(year)) return year;
  const opened = openLedger({ transactions, asOf: undefined, options }, zones);
  if (isError(opened)) return opened;
  const { books } = opened.value;
  const replay = replayBy(method.value, books, undefined);
  return { value: { books, replay, taxYear: year.value } };
}

/** The ledger replayed by the method asked for, whatever is on record; up to a day or to the end. */
export const replayBy = (method: LotMethod, books: Books, until: Day | undefined): Replay =>
  replayLedger(books.ledger.transactions, {
    settings: books.settings,
    methodAt: always(method),
    until,
  });
