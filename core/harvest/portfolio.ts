import { dayOf, partsOf, type Day } from "../calendar/day.ts";
import type { LotMethod } from "../ledger/settings.ts";
import { add, ZERO_MONEY } from "../money/amounts.ts";
import type { GainsByTerm } from "../netting/netGains.ts";
import type { Position, PositionLot } from "../positions/position.ts";
import { positionsAt } from "../positions/positionsAt.ts";
import { always, methodsOnRecord } from "../replay/methodOnRecord.ts";
import { replayLedger, type Replay } from "../replay/replayLedger.ts";
import { bestStop, type BestStop } from "./bestStop.ts";
import type { Books } from "./books.ts";
import { taxOutlook, type TaxEffect, type TaxOutlook } from "./taxOutlook.ts";
import type { WashExposure } from "./testSale.ts";
import { washOutlook, type WashOutlook } from "./washExposure.ts";

/** A position and what its sale down to the best stop would come to. */
export type Harvest = {
  readonly position: Position;
  /** Undefined without a price. */
  readonly stop: BestStop | undefined;
  /** By the policy of the settings; by lot as far as the best stop. */
  readonly now: WashExposure;
  /** If the wash-sale rule covered every asset. */
  readonly atRisk: WashExposure;
  /** First day on which nothing could wash the sale; undefined where there is none to state. */
  readonly clearToSell: Day | undefined;
  /** What the loss that is kept saves; undefined without a price, and without rates or income. */
  readonly tax: TaxEffect | undefined;
};

/** What is held as of a day, in the order in which one method would sell it. */
export type Portfolio = {
  readonly books: Books;
  readonly method: LotMethod;
  readonly replay: Replay;
  readonly harvests: readonly Harvest[];
  /** All best stops sold together: each replacement unit serves once. */
  readonly together: Pick<Harvest, "now" | "atRisk" | "tax">;
};

/**
 * The ledger replayed up to the as-of day, once for each way of relieving past disposals: by the
 * methods on record where there are any, and otherwise by the method asked for.
 *
 * They list the disposals of the tax year: the one in the settings, else that of the as-of day.
 * Decision: D-07.
 */
export function replaysOf({ ledger, settings, asOf }: Books): (method: LotMethod) => Replay {
  const replays = new Map<LotMethod | "on record", Replay>();
  const onRecord = settings.methodSince.length > 0;
  // Earlier years' gains are in no tab, and a long ledger has very many.
  const listFrom = dayOf(settings.taxYear ?? partsOf(asOf).year, 1, 1);
  return (method) => {
    const key = onRecord ? "on record" : method;
    let replay = replays.get(key);
    if (replay === undefined) {
      const methodAt = onRecord ? methodsOnRecord(settings.methodSince) : always(method);
      replay = replayLedger(ledger.transactions, { settings, methodAt, until: asOf, listFrom });
      replays.set(key, replay);
    }
    return replay;
  };
}

/** The portfolio by one method, from the replay of the past that goes with it. */
export function portfolioBy(method: LotMethod, books: Books, replay: Replay): Portfolio {
  const { settings, asOf } = books;
  const prices = books.prices.prices;
  const outlook = washOutlook(books, replay);
  const tax = taxOutlook(books, replay);
  const positions = positionsAt({ lots: replay.lots, prices, settings, asOf, method });
  const all: PositionLot[] = [];
  const harvests = positions.map((position): Harvest => {
    const stop = bestStop(position);
    const sold = position.lots.slice(0, stop?.lots ?? 0);
    for (const lot of sold) all.push(lot);
    const now = outlook.now(sold);
    return {
      position,
      stop,
      now,
      atRisk: outlook.atRisk(sold),
      clearToSell: outlook.clearToSell(sold),
      tax: stop === undefined ? undefined : tax(keptGains(sold, now)),
    };
  });
  return { books, method, replay, harvests, together: soldTogether(all, { outlook, tax }) };
}

/** What selling all these lots on the as-of day comes to: each replacement unit serves once. */
export function soldTogether(
  sold: readonly PositionLot[],
  { outlook, tax }: { readonly outlook: WashOutlook; readonly tax: TaxOutlook },
): Portfolio["together"] {
  const now = outlook.now(sold);
  return { now, atRisk: outlook.atRisk(sold), tax: tax(keptGains(sold, now)) };
}

/** The gains of a sale by term, without the losses that are disallowed. */
function keptGains(sold: readonly PositionLot[], { byLot }: WashExposure): GainsByTerm {
  let shortGain = ZERO_MONEY;
  let longGain = ZERO_MONEY;
  sold.forEach(({ sale }, place) => {
    if (sale === undefined) return;
    const { gain, term } = sale.realized;
    const kept = add(gain, byLot.get(place) ?? ZERO_MONEY);
    if (term === "Short") shortGain = add(shortGain, kept);
    if (term === "Long") longGain = add(longGain, kept);
  });
  return { shortGain, longGain };
}
