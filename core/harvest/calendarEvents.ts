import { addDays, dayOf, partsOf, type Day } from "../calendar/day.ts";
import type { Asset } from "../ledger/asset.ts";
import { isOnReturn, compareWallets, type Wallet } from "../ledger/wallet.ts";
import {
  add,
  magnitude,
  ZERO_MONEY,
  ZERO_QUANTITY,
  type Money,
  type Quantity,
} from "../money/amounts.ts";
import { isCovered } from "../washSales/replacementRules.ts";
import { washWindow } from "../washSales/washWindow.ts";
import type { Books } from "./books.ts";
import type { ComingTaint } from "./comingTaint.ts";
import { DOLLAR, doNotBuy, exposedSales, type DoNotBuy } from "./doNotBuy.ts";
import { doNotSell, type DoNotSell } from "./doNotSell.ts";
import { longTermTurns, type LongTermTurn } from "./longTermTurns.ts";
import { knownSchedules } from "./plannedSchedules.ts";
import type { Portfolio } from "./portfolio.ts";
import { comingAcquisitions } from "./schedule.ts";
import type { TaxEffect } from "./taxOutlook.ts";
import { openWashViews, type WashViews } from "./washViews.ts";

/** A day to come that matters, and what it is about. Losses are positive dollars. */
export type CalendarEvent =
  | ({ readonly kind: "long-term" } & LongTermTurn)
  | {
      readonly kind: "window ends";
      /** The last day of the window. */
      readonly day: Day;
      readonly asset: Asset;
      readonly sold: Day;
      readonly units: Quantity;
      readonly loss: Money;
      /** False where only a rule for every asset would wash the loss. */
      readonly isCoveredNow: boolean;
    }
  | { readonly kind: "clear to sell"; readonly day: Day; readonly entry: DoNotSell }
  | { readonly kind: "rebuy"; readonly day: Day; readonly loss: Money }
  | {
      readonly kind: "coming";
      readonly day: Day;
      readonly entry: DoNotBuy;
      readonly taint: ComingTaint;
    }
  | {
      readonly kind: "year end";
      readonly day: Day;
      readonly loss: Money;
      /** Of selling all together; undefined without rates or income, and for another tax year. */
      readonly tax: TaxEffect | undefined;
    }
  | {
      readonly kind: "orders with brokers";
      readonly day: Day;
      /** Wallets that hold coins and for which the ledger shows a broker's form. */
      readonly wallets: readonly Wallet[];
    };

/** Days ahead that the calendar looks: a lot turns long-term within them, or it is already. */
export const HORIZON_DAYS = 366;

/**
 * The days to come that matter for what is held, and for what was sold at a loss. What stands for
 * less than a dollar is left out.
 *
 * Decisions: D-30, D-36, D-38, D-39.
 */
export function calendarEvents(held: Portfolio): readonly CalendarEvent[] {
  const { books } = held;
  const { asOf } = books;
  const views = openWashViews(held);
  const coming = comingAcquisitions(knownSchedules(books), asOf);
  const toSell = doNotSell(held, coming);
  return [
    ...longTermTurns(held)
      .filter(({ gain }) => gain === undefined || magnitude(gain) >= DOLLAR)
      .map((turn) => ({ kind: "long-term", ...turn }) as const),
    ...windowEnds(books, views),
    ...toSell.flatMap(clearToSell(asOf)),
    ...doNotBuy(books, views, coming).flatMap(comingInWindow),
    ...rebuyDay(toSell, asOf),
    ...yearEnd(held, toSell),
    ...ordersWithBrokers(held),
  ].filter(({ day }) => day >= asOf);
}

/** One event for each asset and day of sale. */
function windowEnds(books: Books, views: WashViews): readonly CalendarEvent[] {
  const byDay = new Map<string, Extract<CalendarEvent, { kind: "window ends" }>>();
  for (const { disposal, unitsExposed, lossExposed } of exposedSales(books, views)) {
    const { asset, day: sold } = disposal;
    const key = `${asset.index}/${sold}`;
    const same = byDay.get(key);
    byDay.set(key, {
      kind: "window ends",
      day: washWindow(sold).last,
      asset,
      sold,
      units: add(same?.units ?? ZERO_QUANTITY, unitsExposed),
      loss: add(same?.loss ?? ZERO_MONEY, lossExposed),
      isCoveredNow: isCovered(asset, books.settings.wash),
    });
  }
  return [...byDay.values()].filter(({ loss }) => loss >= DOLLAR);
}

const clearToSell =
  (asOf: Day) =>
  (entry: DoNotSell): readonly CalendarEvent[] => {
    const day = entry.harvest.clearToSell;
    return day === undefined || day <= asOf ? [] : [{ kind: "clear to sell", day, entry }];
  };

const comingInWindow = (entry: DoNotBuy): readonly CalendarEvent[] =>
  entry.coming
    .filter(({ dollars, units }) => units === undefined || dollars >= DOLLAR)
    .map((taint) => ({ kind: "coming", day: taint.first, entry, taint }));

function rebuyDay(toSell: readonly DoNotSell[], asOf: Day): readonly CalendarEvent[] {
  if (toSell.length === 0) return [];
  return [{ kind: "rebuy", day: addDays(washWindow(asOf).last, 1), loss: totalLoss(toSell) }];
}

function yearEnd({ books, together }: Portfolio, toSell: readonly DoNotSell[]): CalendarEvent[] {
  const { settings, asOf } = books;
  const { year } = partsOf(asOf);
  const taxYear = Math.max(year, settings.taxYear ?? year);
  const day = dayOf(taxYear, 12, 31) as Day;
  if (day - asOf > HORIZON_DAYS) return [];
  const isTaxYear = taxYear === (settings.taxYear ?? year);
  const tax = isTaxYear ? together.tax : undefined;
  return [{ kind: "year end", day, loss: totalLoss(toSell), tax }];
}

const totalLoss = (toSell: readonly DoNotSell[]): Money =>
  toSell.reduce((sum, { harvest }) => add(sum, harvest.stop?.loss ?? ZERO_MONEY), ZERO_MONEY);

/**
 * The day from which a broker must have been told which units are sold. Until then an order on the
 * taxpayer's own books counts.
 *
 * Source: Treas. Reg. § 1.1012-1(j)(3)(ii); Notice 2026-20. Decision: D-39.
 */
const FIRST_DAY_WITH_BROKERS = dayOf(2027, 1, 1) as Day;

function ordersWithBrokers({ books, replay }: Portfolio): readonly CalendarEvent[] {
  const { ledger, settings, asOf } = books;
  const ahead = FIRST_DAY_WITH_BROKERS - asOf;
  if (ahead <= 0 || ahead > HORIZON_DAYS) return [];
  const reporting = new Set<Wallet>();
  for (const event of ledger.transactions) {
    if (event.kind === "disposal" && event.brokerReport !== "none") reporting.add(event.wallet);
  }
  const holding = new Set<Wallet>();
  for (const { wallet, tranche } of replay.lots) {
    if (tranche.acquisition.asset.isSecurity) continue;
    if (isOnReturn(wallet.account, settings.filingStatus)) holding.add(wallet);
  }
  if (holding.size === 0) return [];
  const wallets = [...holding].filter((wallet) => reporting.has(wallet)).sort(compareWallets);
  return [{ kind: "orders with brokers", day: FIRST_DAY_WITH_BROKERS, wallets }];
}
