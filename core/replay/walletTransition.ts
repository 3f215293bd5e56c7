import { dayOf, type Day } from "../calendar/day.ts";
import type { Asset } from "../ledger/asset.ts";
import type { Problem } from "../ledger/problem.ts";
import type { Acquisition, Transaction } from "../ledger/transaction.ts";
import type { Wallet } from "../ledger/wallet.ts";
import { openLot, type OpenLot } from "../lots/lot.ts";
import { LOT_ORDERS } from "../lots/lotMethod.ts";
import {
  add,
  compare,
  quantityText,
  smaller,
  subtract,
  ZERO_QUANTITY,
  type Quantity,
} from "../money/amounts.ts";
import { bookAcquisition } from "./bookAcquisition.ts";
import { allLots, bookLot } from "./lotBook.ts";
import type { ReplayRules, ReplayState } from "./replayState.ts";

/** The first day on which lots are relieved wallet by wallet. */
export const FIRST_DAY_BY_WALLET = dayOf(2025, 1, 1) as Day;

/** The replay's steps that turn universal lots into lots of wallets; none under other scopes. */
export type WalletTransition = {
  /** Before an event: counts units by wallet, and parts the lots when the first day has come. */
  readonly before: (event: Transaction, state: ReplayState) => void;
  /** True for an opening lot that states the allocation: it takes effect on the first day. */
  readonly defers: (event: Transaction) => boolean;
  /** After the last event: parts the lots if the first day lies within the time replayed. */
  readonly atEnd: (state: ReplayState) => void;
};

/**
 * Lots pooled over all wallets until the end of 2024 and by wallet from 2025.
 *
 * The unused lots at the close of 2024-12-31 are allocated to the wallets that hold the units:
 * either as the ledger's opening lots of the asset say, which then replace what the history left,
 * or oldest lots first, to the wallets in the order of their first dealings in the asset, each as far
 * as its units go.
 *
 * Source: Rev. Proc. 2024-28 §§ 4.02, 5.02. Decisions: D-09, D-10.
 * Problems: opening lots whose units differ from what the wallet holds.
 */
export function walletTransition(
  transactions: readonly Transaction[],
  rules: ReplayRules,
): WalletTransition {
  if (rules.settings.scope !== "transition") {
    return { before: () => undefined, defers: () => false, atEnd: () => undefined };
  }
  const stated = statedAllocation(transactions);
  const balances: Balances = new Map();
  let done = false;
  const part = (state: ReplayState): void => {
    done = true;
    allocate({ state, stated, balances });
  };
  return {
    before: (event, state) => {
      if (!done && event.day >= FIRST_DAY_BY_WALLET) part(state);
      if (!done && !stated.has(event as Acquisition)) countUnits(event, balances, rules);
    },
    defers: (event) => !done && stated.has(event as Acquisition),
    atEnd: (state) => {
      if (!done && (rules.until === undefined || rules.until >= FIRST_DAY_BY_WALLET)) part(state);
    },
  };
}

/**
 * Opening lots of assets that also have a history of purchases before 2025: under `transition` they
 * state how that history is allocated, and add nothing to it.
 */
export function statedAllocation(transactions: readonly Transaction[]): ReadonlySet<Acquisition> {
  const early = transactions.filter(
    (event): event is Acquisition =>
      event.kind === "acquisition" && event.day < FIRST_DAY_BY_WALLET,
  );
  const withHistory = new Set(
    early.filter((event) => event.origin !== "opening").map((event) => event.asset),
  );
  return new Set(
    early.filter((event) => event.origin === "opening" && withHistory.has(event.asset)),
  );
}

/** Units by asset and wallet; a wallet that gave more than it had is below zero. */
type Balances = Map<Asset, Map<Wallet, Quantity>>;

function countUnits(event: Transaction, balances: Balances, { settings }: ReplayRules): void {
  const outgoing = subtract(ZERO_QUANTITY, event.quantity);
  switch (event.kind) {
    case "acquisition":
      changeBalance(balances, event, event.quantity);
      return;
    case "disposal":
    case "removal":
      changeBalance(balances, event, outgoing);
      return;
    case "transfer":
      changeBalance(balances, event, outgoing);
      changeBalance(balances, { asset: event.asset, wallet: event.to }, event.quantity);
      // Fees that are disposals come as events of their own.
      if (settings.transferFee === "dispose") return;
      for (const fee of event.fees) {
        changeBalance(balances, fee, subtract(ZERO_QUANTITY, fee.quantity));
      }
      return;
  }
}

function allocate({
  state,
  stated,
  balances,
}: {
  readonly state: ReplayState;
  readonly stated: ReadonlySet<Acquisition>;
  readonly balances: Balances;
}): void {
  const { book } = state;
  const lots = allLots(book).sort(LOT_ORDERS.FIFO);
  book.scope = "wallet";
  book.pools.clear();
  // The lots are booked anew, piece by piece.
  for (const replacement of book.replacements?.of.values() ?? []) replacement.lots = undefined;
  const restated = new Set([...stated].map((opening) => opening.asset));
  const places = new Map<Asset, Place[]>();
  for (const lot of lots) {
    const { asset } = lot.tranche.acquisition;
    if (restated.has(asset)) continue;
    let left = places.get(asset);
    if (left === undefined) {
      left = placesOf(balances.get(asset));
      places.set(asset, left);
    }
    placeLot(lot, left, state);
  }
  for (const opening of stated) bookAcquisition(opening, state);
  state.problems.push(...openingDifferences(stated, balances));
}

/** A wallet with units that still need lots. */
type Place = { readonly wallet: Wallet; left: Quantity };

/** The wallets with units, the first to deal in the asset last. */
function placesOf(balances: ReadonlyMap<Wallet, Quantity> | undefined): Place[] {
  return [...(balances ?? [])]
    .filter(([, units]) => compare(units, ZERO_QUANTITY) > 0)
    .map(([wallet, left]) => ({ wallet, left }))
    .reverse();
}

/** Spreads a lot over the places of its account; units beyond them stay where they were bought. */
function placeLot(lot: OpenLot, places: Place[], state: ReplayState): void {
  const { tranche, wallet } = lot;
  let { from } = lot;
  // Filled places leave from the end, so that no lot walks past them again.
  for (let i = places.length - 1; i >= 0 && from !== lot.to; i -= 1) {
    const place = places[i] as Place;
    if (place.wallet.account !== wallet.account) continue;
    const to = add(from, smaller(place.left, subtract(lot.to, from)));
    bookAt(state, openLot(tranche, place.wallet, { from, to }));
    place.left = subtract(place.left, subtract(to, from));
    if (place.left === ZERO_QUANTITY) places.splice(i, 1);
    from = to;
  }
  if (from !== lot.to) bookAt(state, openLot(tranche, wallet, { from, to: lot.to }));
}

function bookAt(state: ReplayState, lot: OpenLot): void {
  bookLot(state.book, lot, state.rules.methodAt(lot.wallet, FIRST_DAY_BY_WALLET));
}

function openingDifferences(
  stated: ReadonlySet<Acquisition>,
  balances: Balances,
): readonly Problem[] {
  const opened: Balances = new Map();
  const rows = new Map<Wallet, number>();
  for (const { asset, wallet, quantity, row } of stated) {
    changeBalance(opened, { asset, wallet }, quantity);
    rows.set(wallet, row);
  }
  const problems: Problem[] = [];
  for (const [asset, units] of opened) {
    const held = balances.get(asset);
    for (const wallet of new Set([...units.keys(), ...(held?.keys() ?? [])])) {
      const statedUnits = unitsIn(units, wallet);
      const heldUnits = unitsIn(held, wallet);
      if (statedUnits === heldUnits) continue;
      problems.push({
        source: "transactions",
        row: rows.get(wallet),
        severity: "Warning",
        facts: {
          code: "allocation-differs",
          asset: asset.symbol,
          wallet: wallet.name,
          stated: quantityText(statedUnits, asset.decimals),
          held: quantityText(heldUnits, asset.decimals),
        },
      });
    }
  }
  return problems;
}

function changeBalance(
  balances: Balances,
  { asset, wallet }: { readonly asset: Asset; readonly wallet: Wallet },
  units: Quantity,
): void {
  const ofAsset = balances.get(asset) ?? new Map<Wallet, Quantity>();
  balances.set(asset, ofAsset);
  ofAsset.set(wallet, add(unitsIn(ofAsset, wallet), units));
}

function unitsIn(balances: ReadonlyMap<Wallet, Quantity> | undefined, wallet: Wallet): Quantity {
  return balances?.get(wallet) ?? ZERO_QUANTITY;
}
