import type { Day } from "../../core/calendar/day.ts";
import { dayIn, type Moment } from "../moment.ts";
import { seededBetween } from "../seeded.ts";
import type { Happening, LedgerBook, SampleWallet } from "./ledgerBook.ts";

/** Something that will happen in a wallet at a moment, and writes its rows then. */
export type LedgerEvent = {
  readonly at: Moment;
  readonly write: (book: LedgerBook) => void;
};

/** When and where an event happens; the event adds the asset. */
export type Place = Pick<Happening, "at" | "wallet">;

/** An event on a day, at a time of the day that depends on the wallet and the day. */
export function onDay(
  day: string | Day,
  wallet: SampleWallet,
  write: (book: LedgerBook, place: Place) => void,
): LedgerEvent {
  const on = typeof day === "string" ? dayIn(day) : day;
  const key = `time ${wallet.prefix} ${on.toString()}`;
  const hasTime = wallet.dateStyle !== "day";
  const at = { day: on, second: hasTime ? 60 * seededBetween(key, 8 * 60, 21 * 60) : undefined };
  return {
    at,
    write: (book) => {
      write(book, { at, wallet });
    },
  };
}
