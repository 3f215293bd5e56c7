import { addDays, dayOf, partsOf, type Day } from "../calendar/day.ts";
import { always, methodsOnRecord } from "../replay/methodOnRecord.ts";
import { replayLedger, type Replay } from "../replay/replayLedger.ts";
import type { LotMethod } from "../ledger/settings.ts";
import type { Books } from "./books.ts";

/** The tax year that tabs are about: the one in the settings, else that of the as-of day. */
export const taxYearOf = ({ settings, asOf }: Books): number =>
  settings.taxYear ?? partsOf(asOf).year;

/**
 * The ledger replayed to the end of the tax year, by the methods on record, else FIFO: what the
 * year's forms are made from, which know no as-of day.
 *
 * `replayFor` gives replays up to the as-of day; where the year has nothing later, that is enough.
 * Decision: D-07.
 */
export function replayOfTaxYear(books: Books, replayFor: (method: LotMethod) => Replay): Replay {
  const { ledger, settings, asOf } = books;
  const year = taxYearOf(books);
  const first = dayOf(year, 1, 1) ?? asOf;
  const until = lastDayOf(year, asOf);
  const isComplete = ledger.transactions.every(({ day }) => day <= asOf || day > until);
  if (isComplete) return replayFor("FIFO");
  const methodAt =
    settings.methodSince.length > 0 ? methodsOnRecord(settings.methodSince) : always("FIFO");
  return replayLedger(ledger.transactions, { settings, methodAt, until, listFrom: first });
}

function lastDayOf(year: number, otherwise: Day): Day {
  const next = dayOf(year + 1, 1, 1);
  return next === undefined ? otherwise : addDays(next, -1);
}
