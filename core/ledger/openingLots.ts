import { dayOf, dayText, type Day } from "../calendar/day.ts";
import type { Asset } from "./asset.ts";
import type { OpeningFacts } from "./openingLotsFacts.ts";
import type { Problem, Severity } from "./problem.ts";
import type { Settings } from "./settings.ts";
import type { Acquisition, Transaction } from "./transaction.ts";
import type { Wallet } from "./wallet.ts";

/** The transactions that count, and what the user is told of those that do not. */
export type OpenedLedger = {
  readonly transactions: readonly Transaction[];
  readonly problems: readonly Problem[];
};

/**
 * Starts the books of each asset and wallet that has opening lots on the opening day: what happened
 * there before is in the lots already, and takes no part. Wallets without opening lots keep their whole
 * history. Where lots are pooled over all wallets, the opening lots of an asset are those of all.
 *
 * Under the transition to wallets, opening lots of 2025-01-01 are the allocation of what the history
 * left, and the history stays (D-10).
 *
 * Problems: a row from before the opening day (Error); lots without evidence, units of which have left
 * since; an opening day without lots. Decisions: D-60, D-61.
 */
export function openingLots(
  transactions: readonly Transaction[],
  { opening, scope }: Pick<Settings, "opening" | "scope">,
): OpenedLedger {
  if (opening === undefined) return { transactions, problems: [] };
  const lots = transactions.filter(isOpening);
  if (lots.length === 0) {
    const facts = { code: "opening-without-lots", opening: dayText(opening) } as const;
    return { transactions, problems: [problemAt(undefined, "Warning", facts)] };
  }
  const isPooled = scope === "universal" || (scope === "transition" && opening < BY_WALLET);
  const places = placesOf(lots, isPooled);
  const evidence = lotsWithoutEvidence(transactions, lots, opening);
  if (scope === "transition" && opening === BY_WALLET) return { transactions, problems: evidence };
  const kept: Transaction[] = [];
  const problems: Problem[] = [];
  for (const transaction of transactions) {
    const place = isOpening(transaction) ? undefined : openedPlace(transaction, places, isPooled);
    if (place === undefined || transaction.day >= opening) kept.push(transaction);
    else problems.push(beforeOpening(transaction, place, opening));
  }
  return { transactions: kept, problems: [...problems, ...evidence] };
}

/** The first day on which lots are relieved wallet by wallet. */
const BY_WALLET = dayOf(2025, 1, 1) as Day;

const isOpening = (transaction: Transaction): transaction is Acquisition =>
  transaction.kind === "acquisition" && transaction.origin === "opening";

/** The wallets with opening lots, by asset; undefined among them stands for all. */
type Places = ReadonlyMap<Asset, ReadonlySet<Wallet>>;

function placesOf(lots: readonly Acquisition[], isPooled: boolean): Places {
  const places = new Map<Asset, Set<Wallet>>();
  for (const { asset, wallet } of lots) {
    const wallets = places.get(asset) ?? new Set();
    if (!isPooled) wallets.add(wallet);
    places.set(asset, wallets);
  }
  return places;
}

/** The wallet of the transaction whose opening lots speak of it. */
function openedPlace(
  transaction: Transaction,
  places: Places,
  isPooled: boolean,
): Wallet | undefined {
  const { asset, wallet } = transaction;
  const wallets = places.get(asset);
  if (wallets === undefined) return undefined;
  if (isPooled || wallets.has(wallet)) return wallet;
  return transaction.kind === "transfer" && wallets.has(transaction.to)
    ? transaction.to
    : undefined;
}

function beforeOpening(transaction: Transaction, wallet: Wallet, opening: Day): Problem {
  const { row, kind, asset } = transaction;
  return problemAt(row, "Error", {
    code: "before-opening",
    what: kind === "disposal" ? "sale" : kind,
    asset: asset.symbol,
    wallet: wallet.name,
    opening: dayText(opening),
  });
}

/** Lots are asked for their evidence once their units are sold, given away or moved. */
function lotsWithoutEvidence(
  transactions: readonly Transaction[],
  lots: readonly Acquisition[],
  opening: Day,
): readonly Problem[] {
  const used = new Map<Asset, Set<Wallet>>();
  for (const { kind, day, asset, wallet } of transactions) {
    if (kind === "acquisition" || day < opening) continue;
    used.set(asset, (used.get(asset) ?? new Set()).add(wallet));
  }
  const bare = new Map<string, Acquisition[]>();
  for (const lot of lots) {
    if (lot.evidence !== undefined || used.get(lot.asset)?.has(lot.wallet) !== true) continue;
    const key = `${lot.asset.index} ${lot.wallet.index}`;
    const others = bare.get(key);
    if (others === undefined) bare.set(key, [lot]);
    else others.push(lot);
  }
  return [...bare.values()].map((group) => withoutEvidence(group));
}

function withoutEvidence(group: readonly Acquisition[]): Problem {
  const [first] = group;
  return problemAt(first?.row, "Warning", {
    code: "opening-without-evidence",
    count: group.length,
    asset: first?.asset.symbol ?? "",
    wallet: first?.wallet.name ?? "",
  });
}

const problemAt = (row: number | undefined, severity: Severity, facts: OpeningFacts): Problem => ({
  source: "transactions",
  row,
  severity,
  facts,
});
