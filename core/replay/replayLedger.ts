import type { LotDisposal } from "../disposals/lotDisposal.ts";
import { realizeGain } from "../disposals/realizeGain.ts";
import type { Asset } from "../ledger/asset.ts";
import type { Problem } from "../ledger/problem.ts";
import type { Disposal, Removal, Transaction, Transfer } from "../ledger/transaction.ts";
import { isOnReturn } from "../ledger/wallet.ts";
import type { OpenLot } from "../lots/lot.ts";
import { relieveLots, type Relief, type RelievedUnits } from "../lots/relieveLots.ts";
import { add, shareOf, subtract, ZERO_MONEY, ZERO_QUANTITY, type Money } from "../money/amounts.ts";
import { feeDisposal, inEventOrder } from "./eventOrder.ts";
import { bookAcquisition } from "./bookAcquisition.ts";
import { noteBasis } from "./leftWithoutGain.ts";
import { disallowLosses, type SoldPiece } from "./disallowLosses.ts";
import { allLots, emptyBook, poolOf, unitsLeft } from "./lotBook.ts";
import { oversold, pickedLotShort } from "./reliefProblems.ts";
import { moveLots, movesLots } from "./moveLots.ts";
import type { MatchedLoss, ReplayRules, ReplayState } from "./replayState.ts";
import { walletTransition } from "./walletTransition.ts";

/** What the ledger comes to: the lots disposed of in order of time, and those still held. */
export type Replay = {
  /** Only of accounts on the taxpayer's return; what is sold inside an IRA is in none. */
  readonly disposals: readonly LotDisposal[];
  /** Every match of units sold at a loss with units that replace them, in order of the sales. */
  readonly matches: readonly MatchedLoss[];
  /** Of every account, in no particular order. */
  readonly lots: readonly OpenLot[];
  /** Basis that left without being in a listed disposal, by asset; see leftWithoutGain.ts. */
  readonly leftWithoutGain: ReadonlyMap<Asset, Money>;
  readonly problems: readonly Problem[];
};

/**
 * Carries the transactions out in order of time: the one loop from which gains, lots, positions and
 * harvest plans all come.
 *
 * Problems: more units leave than are held (the rest of the row still counts), a named lot falls
 * short, a transition to wallets does not add up, losses fall into too many pieces to be matched.
 */
export function replayLedger(transactions: readonly Transaction[], rules: ReplayRules): Replay {
  const events = inEventOrder(transactions, rules.settings.transferFee);
  const state: ReplayState = {
    rules,
    book: emptyBook(events, rules.settings),
    disposals: [],
    matches: [],
    leftWithoutGain: new Map(),
    mostMatches: rules.mostMatches ?? 1_000_000 + 2 * transactions.length,
    problems: [],
  };
  const transition = walletTransition(transactions, rules);
  for (const event of events) {
    if (rules.until !== undefined && event.day > rules.until) break;
    transition.before(event, state);
    if (transition.defers(event)) continue;
    carryOut(event, state);
  }
  transition.atEnd(state);
  const { disposals, matches, leftWithoutGain, problems } = state;
  return { disposals, matches, lots: allLots(state.book), leftWithoutGain, problems };
}

function carryOut(event: Transaction, state: ReplayState): void {
  switch (event.kind) {
    case "acquisition":
      bookAcquisition(event, state);
      return;
    case "disposal":
      dispose(event, relieve(event, state), state);
      return;
    case "removal":
      remove(relieve(event, state).units, state);
      return;
    case "transfer":
      transfer(event, state);
      return;
  }
}

function remove(units: readonly RelievedUnits[], state: ReplayState): void {
  unitsLeft(state.book, units);
  for (const { tranche, basis } of units) noteBasis(state, tranche.acquisition.asset, basis);
}

function transfer(event: Transfer, state: ReplayState): void {
  if (!movesLots(event, state)) return;
  const relief = relieve(event, state);
  if (relief.units.length > 0) {
    moveLots(event, relief, state);
    return;
  }
  // No units moved that could carry a fee's basis: its units are disposed of after all.
  if (state.rules.settings.transferFee === "dispose") return;
  for (const fee of event.fees) carryOut(feeDisposal(event, fee), state);
}

/** Takes the units of an event out of their pool, and reports what the pool could not give. */
function relieve(event: Disposal | Removal | Transfer, state: ReplayState): Relief {
  const method = state.rules.methodAt(event.wallet, event.day);
  const pool = poolOf(state.book, event.asset, event.wallet, method);
  const relief = relieveLots(pool, event.quantity, { method, picks: event.picks });
  for (const shortfall of relief.shortfalls) state.problems.push(pickedLotShort(event, shortfall));
  if (relief.missing !== ZERO_QUANTITY) state.problems.push(oversold(event, relief.missing));
  return relief;
}

/** Shares the proceeds over the units sold and realizes the gain on those of each lot. */
function dispose(disposal: Disposal, relief: Relief, state: ReplayState): void {
  const { settings, listFrom } = state.rules;
  if (!isOnReturn(disposal.wallet.account, settings.filingStatus)) {
    remove(relief.units, state);
    return;
  }
  unitsLeft(state.book, relief.units);
  const isListed = listFrom === undefined || disposal.day >= listFrom;
  if (!isListed && state.book.replacements === undefined) return;
  let soldSoFar = ZERO_QUANTITY;
  let proceedsSoFar = ZERO_MONEY;
  const pieces: SoldPiece[] = [];
  for (const units of relief.units) {
    const { quantity } = units;
    soldSoFar = add(soldSoFar, quantity);
    const upTo = shareOf(disposal.proceeds, soldSoFar, disposal.quantity);
    const proceeds = subtract(upTo, proceedsSoFar);
    proceedsSoFar = upTo;
    const lot = realizeGain(units, proceeds, disposal.day);
    // A gift sold below the donor's basis is sold at another.
    if (units.lossBasis !== undefined) {
      noteBasis(state, disposal.asset, subtract(units.basis, lot.basis));
    }
    pieces.push({ disposal, quantity, proceeds, lot, disallowance: undefined });
  }
  disallowLosses(pieces, relief.units, state);
  if (!isListed) return;
  for (const piece of pieces) state.disposals.push(piece);
  if (relief.missing === ZERO_QUANTITY) return;
  state.disposals.push({
    disposal,
    quantity: relief.missing,
    proceeds: subtract(disposal.proceeds, proceedsSoFar),
    lot: undefined,
    disallowance: undefined,
  });
}
