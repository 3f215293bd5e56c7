import type { LotMethod } from "../ledger/settings.ts";
import type { PositionLot } from "../positions/position.ts";
import { methodsOnRecord } from "../replay/methodOnRecord.ts";
import type { Books } from "./books.ts";
import { soldTogether, type Harvest, type Portfolio } from "./portfolio.ts";
import { taxOutlook } from "./taxOutlook.ts";
import { washOutlook } from "./washExposure.ts";

/**
 * What is held, each position in the order of the method on record for its wallet on the as-of day;
 * in that of FIFO where none is on record.
 *
 * `portfolio` gives the portfolio by one method. Decision: D-07.
 */
export function portfolioOnRecord(
  books: Books,
  portfolio: (method: LotMethod) => Portfolio,
): Portfolio {
  const fifo = portfolio("FIFO");
  const { settings, asOf } = books;
  if (settings.methodSince.length === 0) return fifo;
  const methodAt = methodsOnRecord(settings.methodSince);
  const methods = new Set<LotMethod>();
  // The same positions stand in every portfolio, in one order.
  const harvests = fifo.harvests.map((harvest, place): Harvest => {
    const wallet = harvest.position.lots[0]?.lot.wallet;
    const method = wallet === undefined ? "FIFO" : methodAt(wallet, asOf);
    methods.add(method);
    return portfolio(method).harvests[place] ?? harvest;
  });
  const [method = "FIFO"] = methods;
  if (methods.size < 2) return portfolio(method);
  const { replay } = fifo;
  const sold = harvests.flatMap(({ position, stop }): readonly PositionLot[] =>
    position.lots.slice(0, stop?.lots ?? 0),
  );
  const by = { outlook: washOutlook(books, replay), tax: taxOutlook(books, replay) };
  return { books, method, replay, harvests, together: soldTogether(sold, by) };
}
