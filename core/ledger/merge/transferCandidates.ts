import { compare, subtract, type Quantity } from "../../money/amounts.ts";
import { multiplyExact } from "../../money/exact.ts";
import type { ComparableRow, ComparableSide } from "./comparableRow.ts";

/** Units may take so long from one wallet to the other. */
export const LATEST_ARRIVAL_HOURS = 12;

/** The clocks of two services differ by so much that units seem to arrive before they leave. */
export const EARLIEST_ARRIVAL_MINUTES = 10;

/** Two rows with one transaction on the chain are one move, although a zone may be wrong. */
export const SAME_HASH_HOURS = 48;

/** Shorter ids are numbers that two services may both have given. */
export const SHORTEST_HASH = 20;

/** A fee that no file states is at most this part of what left. */
export const MOST_FEE_PERCENT = 5;

/** So many arrivals are looked at on either side of a departure in time. */
const MOST_SCANNED = 32;

/** A row with units of one asset that leave a wallet, or arrive in one. */
export type Move = {
  readonly row: ComparableRow;
  readonly units: ComparableSide;
  readonly wallet: string;
};

/** A departure with an arrival that may be its other end. */
export type Candidate = {
  readonly departure: Move;
  readonly arrival: Move;
  /** 0 is surest: one hash and the amount less the fee, one hash, that amount, an amount close to it. */
  readonly rank: 0 | 1 | 2 | 3;
  /** Milliseconds between them; 0 where a row stands for a whole day that covers the other. */
  readonly gap: number;
};

/**
 * All pairs that may be one transfer: the same asset, different wallets of one account, an arrival
 * within hours, and an amount that is what left, or that less its fee.
 *
 * Both lists are in order of time. Each departure looks only at arrivals of its asset near in time,
 * and of these at not more than 64 for each way to match, so that the work grows with the rows.
 */
export function transferCandidates(
  departures: readonly Move[],
  arrivals: readonly Move[],
): readonly Candidate[] {
  const byHash = indexOf(arrivals, ({ row, units }) =>
    row.id.length < SHORTEST_HASH ? [] : [`${units.asset} ${row.id.toLowerCase()}`],
  );
  const byAmount = indexOf(arrivals, ({ units }) => [amountKey(units)]);
  const bySize = indexOf(arrivals, ({ units }) => [sizeKey(units.asset, sizeClass(units))]);
  return departures.flatMap((departure) => {
    const { row, units } = departure;
    const found = new Map<Move, Candidate>();
    const look = (list: readonly Move[] | undefined): void => {
      for (const arrival of nearInTime(list ?? [], departure)) {
        if (found.has(arrival)) continue;
        const candidate = candidateOf(departure, arrival);
        if (candidate !== undefined) found.set(arrival, candidate);
      }
    };
    look(byHash.get(`${units.asset} ${row.id.toLowerCase()}`));
    for (const amount of arrivingAmounts(departure)) look(byAmount.get(amountKey(amount)));
    if (row.fee === undefined) {
      const own = sizeClass(units);
      for (const one of [own - 1, own]) look(bySize.get(sizeKey(units.asset, one)));
    }
    return [...found.values()];
  });
}

function indexOf(
  moves: readonly Move[],
  keysOf: (move: Move) => readonly string[],
): ReadonlyMap<string, readonly Move[]> {
  const index = new Map<string, Move[]>();
  for (const move of moves) {
    for (const key of keysOf(move)) {
      const known = index.get(key);
      if (known === undefined) index.set(key, [move]);
      else known.push(move);
    }
  }
  return index;
}

const amountKey = ({ asset, amount }: ComparableSide): string => `${asset} ${amount.toString()}`;

/** Amounts that differ by less than the highest fee are in one class, or in two that are next. */
const sizeClass = ({ amount }: ComparableSide): number =>
  Math.floor(Math.log(Number(amount)) / -Math.log(1 - MOST_FEE_PERCENT / 100));

const sizeKey = (asset: string, size: number): string => `${asset} ${size}`;

/** What may arrive: all that left, as where the fee comes on top, or that less the fee. */
function arrivingAmounts({ row: { fee }, units }: Move): readonly ComparableSide[] {
  if (fee?.asset !== units.asset) return [units];
  const rest = subtract(units.amount as Quantity, fee.amount as Quantity);
  return rest > 0 ? [units, { ...units, amount: rest }] : [units];
}

/** The arrivals around a departure, the nearest before and after it. */
function nearInTime(arrivals: readonly Move[], departure: Move): readonly Move[] {
  const { at } = departure.row;
  let low = 0;
  let high = arrivals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((arrivals[middle]?.row.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return arrivals.slice(Math.max(0, low - MOST_SCANNED), low + MOST_SCANNED);
}

function candidateOf(departure: Move, arrival: Move): Candidate | undefined {
  const [from, to] = [departure.wallet, arrival.wallet];
  if (from === to || accountIn(from) !== accountIn(to)) return undefined;
  const hasOneHash =
    departure.row.id.length >= SHORTEST_HASH &&
    departure.row.id.toLowerCase() === arrival.row.id.toLowerCase();
  const gap = gapBetween(departure.row, arrival.row, hasOneHash);
  const fit = fitOf(departure, arrival);
  if (gap === undefined || fit === undefined || (fit === "less" && !hasOneHash)) return undefined;
  const rank = (hasOneHash ? 0 : 2) + (fit === "exact" ? 0 : 1);
  return { departure, arrival, rank: rank as Candidate["rank"], gap };
}

const accountIn = (wallet: string): string => wallet.slice(0, wallet.indexOf("\n"));

/** How the amount that arrives fits: exactly, by a fee that nobody states, or as some smaller amount. */
function fitOf(departure: Move, arrival: Move): "exact" | "fee" | "less" | undefined {
  const left = departure.units.amount as Quantity;
  const arrived = arrival.units.amount as Quantity;
  if (arrivingAmounts(departure).some(({ amount }) => amount === arrived)) return "exact";
  if (compare(arrived, left) >= 0) return undefined;
  const fee = multiplyExact(subtract(left, arrived), 100) as Quantity;
  const most = multiplyExact(left, MOST_FEE_PERCENT) as Quantity;
  return departure.row.fee === undefined && compare(fee, most) <= 0 ? "fee" : "less";
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Undefined where they are too far apart. A row without a time of day may be at any time of it. */
function gapBetween(
  departure: ComparableRow,
  arrival: ComparableRow,
  hasOneHash: boolean,
): number | undefined {
  const soonest = arrival.at - departure.at - (departure.source.isWholeDay ? DAY : 0);
  const latest = arrival.at - departure.at + (arrival.source.isWholeDay ? DAY : 0);
  const most = (hasOneHash ? SAME_HASH_HOURS : LATEST_ARRIVAL_HOURS) * HOUR;
  const least = hasOneHash ? -most : -EARLIEST_ARRIVAL_MINUTES * 60_000;
  if (soonest > most || latest < least) return undefined;
  return Math.max(0, soonest, -latest);
}
