import { dayOf, partsOf, type Day } from "../calendar/day.ts";
import type { Ledger } from "../ledger/parseLedger.ts";
import type { PriceList } from "../ledger/parsePrices.ts";
import type { LotMethod, Settings } from "../ledger/settings.ts";
import type { Position } from "../positions/position.ts";
import { positionsAt } from "../positions/positionsAt.ts";
import { always, methodsOnRecord } from "../replay/methodOnRecord.ts";
import { replayLedger, type Replay } from "../replay/replayLedger.ts";
import { bestStop, type BestStop } from "./bestStop.ts";

/** The user's ledger, prices and choices as of a day, read and complete. */
export type Books = {
  readonly ledger: Ledger;
  readonly prices: PriceList;
  readonly settings: Settings;
  /** Later transactions take no part in lots and positions. */
  readonly asOf: Day;
};

/** A position and what its sale down to the best stop would realize. */
export type Harvest = {
  readonly position: Position;
  /** Undefined without a price. */
  readonly stop: BestStop | undefined;
};

/** What is held as of a day, in the order in which one method would sell it. */
export type Portfolio = {
  readonly books: Books;
  readonly method: LotMethod;
  readonly replay: Replay;
  readonly harvests: readonly Harvest[];
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
  const harvests = positionsAt({ lots: replay.lots, prices, settings, asOf, method }).map(
    (position) => ({ position, stop: bestStop(position) }),
  );
  return { books, method, replay, harvests };
}
