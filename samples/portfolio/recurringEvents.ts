import { addDays, dayOf, type Day } from "../../core/calendar/day.ts";
import { cut, decimal, decimalParts, times, type Decimal } from "../decimal.ts";
import { dayIn } from "../moment.ts";
import { seededBetween } from "../seeded.ts";
import { buyFor, earn, holding } from "./ledgerBook.ts";
import { onDay, type LedgerEvent } from "./ledgerEvent.ts";
import { COINBASE, GEMINI, KRAKEN, LEDGER, METAMASK } from "./wallets.ts";

/** Standing purchases and staking rewards, from January 2022 to November 2026. */
export const recurringEvents = (): LedgerEvent[] => [
  ...fortnightly("2022-01-03", "2023-12-31").map((day) =>
    onDay(day, KRAKEN, (book, place) => {
      buyFor(book, { ...place, asset: "BTC" }, "250");
    }),
  ),
  ...fortnightly("2024-01-01", "2026-11-20").map((day) =>
    onDay(day, KRAKEN, (book, place) => {
      buyFor(book, { ...place, asset: "BTC" }, "400");
    }),
  ),
  ...monthly({ from: "2022-01", to: "2026-11", every: 1, on: 5 }).map((day) =>
    onDay(day, COINBASE, (book, place) => {
      buyFor(book, { ...place, asset: "ETH" }, "300");
    }),
  ),
  ...monthly({ from: "2022-02", to: "2026-10", every: 2, on: 20 }).map((day) =>
    onDay(day, GEMINI, (book, place) => {
      buyFor(book, { ...place, asset: "SOL" }, "200");
    }),
  ),
  ...monthly({ from: "2022-02", to: "2026-08", every: 3, on: 14 }).map((day) =>
    onDay(day, COINBASE, (book, place) => {
      buyFor(book, { ...place, asset: "LINK" }, "180");
    }),
  ),
  ...monthly({ from: "2023-06", to: "2026-11", every: 1, on: 1 }).map((day) =>
    onDay(day, METAMASK, (book, place) => {
      const quantity = stakingReward(day, holding(book, METAMASK, "ETH"), 18);
      earn(book, { ...place, asset: "ETH" }, { type: "Staking", quantity });
    }),
  ),
  ...monthly({ from: "2024-02", to: "2026-11", every: 1, on: 3 }).map((day) =>
    onDay(day, LEDGER, (book, place) => {
      const quantity = stakingReward(day, holding(book, LEDGER, "SOL"), 9);
      earn(book, { ...place, asset: "SOL" }, { type: "Staking", quantity });
    }),
  ),
  ...monthly({ from: "2024-03", to: "2026-09", every: 3, on: 30 }).map((day) =>
    onDay(day, COINBASE, (book, place) => {
      const quantity = cut(times(holding(book, COINBASE, "USDC"), decimal("0.0115")), 2);
      earn(book, { ...place, asset: "USDC" }, { type: "Interest", quantity });
    }),
  ),
];

/** A month's reward of about 3.2% a year, with all the digits that the chain counts. */
function stakingReward(day: Day, staked: Decimal, places: number): Decimal {
  const key = `reward ${day.toString()} ${places.toString()}`;
  const rate = decimalParts(seededBetween(key, 255_000_000, 280_000_000), 11);
  const dust = decimalParts(seededBetween(`${key} dust`, 1, 1_000_000_000), places);
  return cut(times(staked, rate) + dust, places);
}

function fortnightly(from: string, to: string): Day[] {
  const first = dayIn(from);
  const count = Math.floor((dayIn(to) - first) / 14) + 1;
  return Array.from({ length: count }, (_, index) => addDays(first, 14 * index));
}

type Months = {
  /** The first month and the last that may have one, `2022-01`. */
  readonly from: string;
  readonly to: string;
  readonly every: number;
  readonly on: number;
};

function monthly({ from, to, every, on }: Months): Day[] {
  const first = monthNumber(from);
  const count = Math.floor((monthNumber(to) - first) / every) + 1;
  return Array.from({ length: count }, (_, index) => {
    const month = first + index * every;
    return dayOf(Math.floor(month / 12), (month % 12) + 1, on)!;
  });
}

function monthNumber(text: string): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1;
}
