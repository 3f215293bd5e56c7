import { utcSeconds } from "../moment.ts";
import { damagedEvents } from "./damagedEvents.ts";
import { emptyBook } from "./ledgerBook.ts";
import type { LedgerRow } from "./ledgerRow.ts";
import { recurringEvents } from "./recurringEvents.ts";
import { singleEvents } from "./singleEvents.ts";

/** The rows of the sample ledger, oldest first. */
export function portfolioRows(): readonly LedgerRow[] {
  const events = [...recurringEvents(), ...singleEvents(), ...damagedEvents()];
  events.sort((a, b) => utcSeconds(a.at) - utcSeconds(b.at));
  const book = emptyBook();
  for (const event of events) event.write(book);
  return book.rows;
}
