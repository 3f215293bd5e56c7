import type { Day } from "../calendar/day.ts";
import { assetKey, type Asset } from "../ledger/asset.ts";
import { ledgerNames } from "../ledger/ledgerNames.ts";
import type { PlannedAcquisition } from "../ledger/settings.ts";
import type { Quantity } from "../money/amounts.ts";
import { moneyOf, quantityOf, valueAtPrice } from "../money/decimalNumber.ts";
import { multiplyDivideExact } from "../money/exact.ts";
import { canReplace, replaces } from "../washSales/replacementRules.ts";
import type { Books } from "./books.ts";
import type { DayStep } from "./plannedDays.ts";
import { recurringAcquisitions } from "./recurringAcquisitions.ts";
import type { Schedule } from "./schedule.ts";

/**
 * All that is known to recur: what the user has planned, and what the ledger shows beside it. A plan
 * stands in for what the ledger shows of the same asset in its wallet: for what recurs as often, and
 * with an amount of dollars for every purchase.
 *
 * Decision: D-37.
 */
export function knownSchedules(books: Books): readonly Schedule[] {
  const planned = plannedSchedules(books);
  const seen = recurringAcquisitions(books).filter(
    (schedule) => !planned.some((plan) => standsInFor(plan, schedule)),
  );
  return [...planned, ...seen];
}

/**
 * The user's plans from the day after the as-of day on. Steps are counted from the last such
 * acquisition in the ledger (a purchase for an amount of dollars), else from the as-of day.
 */
function plannedSchedules(books: Books): readonly Schedule[] {
  const { settings, asOf } = books;
  if (settings.planned.length === 0) return [];
  const latest = latestAcquisitions(books);
  return settings.planned.map((plan) => {
    const asset = plannedAsset(plan.asset, books);
    return {
      asset,
      wallet: plan.wallet ?? "",
      source: { kind: "planned", plan },
      step: STEPS[plan.every],
      from: lastLike(plan, latest) ?? asOf,
      units: unitsOfPlan(plan, asset, books),
    };
  });
}

const STEPS: Readonly<Record<PlannedAcquisition["every"], DayStep>> = {
  daily: 1,
  weekly: 7,
  monthly: "month",
};

/** The last day on which an asset came into a wallet, as purchase or as income. */
type Latest = { readonly wallet: string; readonly isIncome: boolean; day: Day };

/** By asset key; one entry for each wallet and kind. */
function latestAcquisitions({ ledger, settings, asOf }: Books): ReadonlyMap<string, Latest[]> {
  const wanted = new Set(settings.planned.map(({ asset }) => asset));
  const byAsset = new Map<string, Latest[]>();
  for (const event of ledger.transactions) {
    if (event.kind !== "acquisition" || event.day > asOf || !canReplace(event, settings)) continue;
    const key = assetKey(event.asset.symbol);
    if (!wanted.has(key)) continue;
    const wallet = walletKey(event.wallet.name);
    const isIncome = event.origin === "income";
    const ofAsset = byAsset.get(key) ?? [];
    byAsset.set(key, ofAsset);
    const same = ofAsset.find((one) => one.wallet === wallet && one.isIncome === isIncome);
    if (same === undefined) ofAsset.push({ wallet, isIncome, day: event.day });
    else if (event.day > same.day) same.day = event.day;
  }
  return byAsset;
}

function lastLike(
  { asset, wallet, unit }: PlannedAcquisition,
  latest: ReadonlyMap<string, readonly Latest[]>,
): Day | undefined {
  let last: Day | undefined;
  for (const one of latest.get(asset) ?? []) {
    if (wallet !== undefined && one.wallet !== walletKey(wallet)) continue;
    if (unit === "dollars" && one.isIncome) continue;
    if (last === undefined || one.day > last) last = one.day;
  }
  return last;
}

/** The ledger's asset, or one that the ledger does not name, counted like those it can replace. */
function plannedAsset(key: string, { ledger, settings }: Books): Asset {
  const known = ledger.assets.find(({ symbol }) => assetKey(symbol) === key);
  if (known !== undefined) return known;
  const named = ledgerNames(settings, new Map()).assetOf(key);
  const replaced = ledger.assets.find((asset) => replaces(named, asset, settings));
  return { ...named, index: -1, decimals: replaced?.decimals ?? named.decimals };
}

/** A thousand million units, so that the tiniest price still counts. */
const MANY = { coefficient: 1e9, decimals: 0 };

function unitsOfPlan(
  { amount, unit }: PlannedAcquisition,
  { symbol, decimals }: Asset,
  { prices }: Books,
): Quantity | undefined {
  if (unit === "units") return quantityOf(amount, decimals);
  const price = prices.prices.get(assetKey(symbol));
  if (price === undefined) return undefined;
  const many = quantityOf(MANY, decimals);
  const worth = valueAtPrice(price.price, many, decimals);
  if (worth <= 0) return undefined;
  return multiplyDivideExact(moneyOf(amount), many, worth) as Quantity;
}

function standsInFor(plan: Schedule, seen: Schedule): boolean {
  if (plan.asset !== seen.asset || plan.source.kind !== "planned") return false;
  if (plan.wallet !== "" && walletKey(plan.wallet) !== walletKey(seen.wallet)) return false;
  const isOfDollars = plan.source.plan.unit === "dollars";
  return plan.step === seen.step || (isOfDollars && seen.source.kind === "purchases");
}

const walletKey = (name: string): string => name.trim().toUpperCase();
