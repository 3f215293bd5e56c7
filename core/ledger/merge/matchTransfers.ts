import { transferCandidates, type Candidate, type Move } from "./transferCandidates.ts";
import type { ComparableRow } from "./comparableRow.ts";

/** Of two arrivals in different wallets the nearer one is clear if it is nearer by so much. */
export const CLEAR_LEAD_MINUTES = 30;

/** Transfers that were found, and moves whose other end could be several rows. */
export type MatchedTransfers = {
  readonly matched: readonly Candidate[];
  /** By move, all moves that it could belong to. */
  readonly unclear: ReadonlyMap<ComparableRow, readonly ComparableRow[]>;
};

/**
 * Finds the transfers among units that leave one wallet and arrive in another.
 *
 * Surest pairs go first, then the nearest in time; each row is in one pair at most. A pair is left
 * alone where a row of another wallet fits as well and is hardly farther: then all of them are
 * unclear. Rows of one wallet with the same amount are alike, and the nearest are paired. `rows` are
 * in order of time, which settles ties. Decision: D-56.
 */
export function matchTransfers(rows: readonly ComparableRow[]): MatchedTransfers {
  const departures = rows.flatMap((row) => moveOf(row, "sent"));
  const arrivals = rows.flatMap((row) => moveOf(row, "received"));
  const candidates = [...transferCandidates(departures, arrivals)];
  const byMove = new Map<Move, Candidate[]>();
  for (const candidate of candidates) {
    for (const move of [candidate.departure, candidate.arrival]) {
      const known = byMove.get(move);
      if (known === undefined) byMove.set(move, [candidate]);
      else known.push(candidate);
    }
  }
  // The sort is stable: equal gaps stay in order of departure.
  candidates.sort((a, b) => a.rank - b.rank || a.gap - b.gap);
  const settled = new Set<Move>();
  const matched: Candidate[] = [];
  for (const candidate of candidates) {
    const { departure, arrival } = candidate;
    if (settled.has(departure) || settled.has(arrival)) continue;
    settled.add(departure).add(arrival);
    if (!hasRival(candidate, byMove, settled)) matched.push(candidate);
  }
  return { matched, unclear: unclearMoves(byMove, matched) };
}

/** Units of one asset on one side, which nothing says were bought, earned, given or spent. */
function moveOf(row: ComparableRow, side: "sent" | "received"): readonly Move[] {
  const units = row[side];
  const other = row[side === "sent" ? "received" : "sent"];
  if (row.meaning !== "move" || units === undefined || units.isCash || other !== undefined) {
    return [];
  }
  const { sentWallet, receivedWallet, namesBothWallets, fee } = row;
  // The fee of an arrival would be lost in a transfer.
  if (namesBothWallets || (side === "received" && fee !== undefined)) return [];
  return [{ row, units, wallet: side === "sent" ? sentWallet : receivedWallet }];
}

/** True where another pair of one of the two rows, with another wallet, is about as good. */
function hasRival(
  candidate: Candidate,
  byMove: ReadonlyMap<Move, readonly Candidate[]>,
  settled: ReadonlySet<Move>,
): boolean {
  const { departure, arrival, rank, gap } = candidate;
  const isRival = (other: Candidate, end: "departure" | "arrival"): boolean =>
    other.rank === rank &&
    other.gap <= gap + CLEAR_LEAD_MINUTES * 60_000 &&
    other[end].wallet !== candidate[end].wallet &&
    !settled.has(other[end]);
  return (
    (byMove.get(departure) ?? []).some((other) => isRival(other, "arrival")) ||
    (byMove.get(arrival) ?? []).some((other) => isRival(other, "departure"))
  );
}

function unclearMoves(
  byMove: ReadonlyMap<Move, readonly Candidate[]>,
  matched: readonly Candidate[],
): ReadonlyMap<ComparableRow, readonly ComparableRow[]> {
  const used = new Set(matched.flatMap(({ departure, arrival }) => [departure, arrival]));
  const unclear = new Map<ComparableRow, readonly ComparableRow[]>();
  for (const [move, candidates] of byMove) {
    if (used.has(move)) continue;
    const ends = candidates
      .map(({ departure, arrival }) => (departure === move ? arrival : departure))
      .filter((end) => !used.has(end));
    if (ends.length > 0)
      unclear.set(
        move.row,
        ends.map(({ row }) => row),
      );
  }
  return unclear;
}
