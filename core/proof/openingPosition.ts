import type { Day } from "../calendar/day.ts";
import { assetKey, type Asset } from "../ledger/asset.ts";
import { compareText } from "../ledger/compareText.ts";
import type { Acquisition } from "../ledger/transaction.ts";
import type { Wallet } from "../ledger/wallet.ts";
import { add, ZERO_MONEY, ZERO_QUANTITY, type Money, type Quantity } from "../money/amounts.ts";
import { statedAllocation } from "../replay/walletTransition.ts";
import type { BalanceInputs } from "./unitBalances.ts";

/** Opening lots of one asset in one wallet; of a position with few lots a single lot. */
export type OpeningHolding = {
  readonly asset: Asset;
  readonly wallet: Wallet;
  readonly lots: number;
  readonly firstAcquired: Day;
  readonly lastAcquired: Day;
  readonly quantity: Quantity;
  readonly basis: Money;
  /** What the lots rest on in the user's words, each text once, in row order. */
  readonly evidence: readonly string[];
  /** How many of the lots have no evidence noted. */
  readonly withoutEvidence: number;
};

/** What the ledger opens with in place of the history before it, and what that rests on. */
export type OpeningPosition = {
  /** The day at whose beginning the lots were held; undefined where no setting says. */
  readonly opening: Day | undefined;
  readonly holdings: readonly OpeningHolding[];
  readonly lots: number;
  readonly basis: Money;
  readonly withoutEvidence: number;
  /** How many of the lots only state how an earlier history was allocated, and add no units (D-10). */
  readonly allocating: number;
};

/** Up to so many opening lots stand one by one; more by asset and wallet. */
export const MOST_SINGLE_LOTS = 30;

/**
 * The opening lots of a ledger up to a day with their evidence, by asset, wallet and account;
 * undefined where there are none. Rows that are Errors are no lots. Decision: D-67.
 */
export function openingPosition(inputs: BalanceInputs): OpeningPosition | undefined {
  const { transactions, settings, until } = inputs;
  const lots = transactions.filter(
    (event): event is Acquisition =>
      event.kind === "acquisition" && event.origin === "opening" && event.day <= until,
  );
  if (lots.length === 0) return undefined;
  const groups = lots.length <= MOST_SINGLE_LOTS ? lots.map((lot) => [lot]) : byPlace(lots);
  const allocations = settings.scope === "transition" ? statedAllocation(transactions) : undefined;
  return {
    opening: settings.opening,
    holdings: groups.map(holdingOf).sort(byAssetAndWallet),
    lots: lots.length,
    basis: basisOf(lots),
    withoutEvidence: lots.filter(isBare).length,
    allocating: allocations === undefined ? 0 : lots.filter((lot) => allocations.has(lot)).length,
  };
}

function byPlace(lots: readonly Acquisition[]): readonly (readonly Acquisition[])[] {
  const groups = new Map<string, Acquisition[]>();
  for (const lot of lots) {
    const key = `${lot.asset.index} ${lot.wallet.index}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [lot]);
    else group.push(lot);
  }
  return [...groups.values()];
}

function holdingOf(lots: readonly Acquisition[]): OpeningHolding {
  const [first] = lots as readonly [Acquisition, ...Acquisition[]];
  let { day: firstAcquired, day: lastAcquired } = first;
  for (const { day } of lots) {
    if (day < firstAcquired) firstAcquired = day;
    if (day > lastAcquired) lastAcquired = day;
  }
  return {
    asset: first.asset,
    wallet: first.wallet,
    lots: lots.length,
    firstAcquired,
    lastAcquired,
    quantity: lots.reduce((sum, { quantity }) => add(sum, quantity), ZERO_QUANTITY),
    basis: basisOf(lots),
    evidence: [...new Set(lots.flatMap(({ evidence }) => evidence ?? []))],
    withoutEvidence: lots.filter(isBare).length,
  };
}

const isBare = ({ evidence }: Acquisition): boolean => evidence === undefined;

const basisOf = (lots: readonly Acquisition[]): Money =>
  lots.reduce((sum, { basis }) => add(sum, basis), ZERO_MONEY);

/** The sort is stable: what is alike stays in row order. */
const byAssetAndWallet = (a: OpeningHolding, b: OpeningHolding): number =>
  compareText(assetKey(a.asset.symbol), assetKey(b.asset.symbol)) ||
  compareText(a.wallet.name.toUpperCase(), b.wallet.name.toUpperCase()) ||
  compareText(a.wallet.account, b.wallet.account) ||
  a.firstAcquired - b.firstAcquired;
