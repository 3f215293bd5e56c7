import { assetKey, type Asset } from "../ledger/asset.ts";
import { compareText } from "../ledger/compareText.ts";
import type { Problem } from "../ledger/problem.ts";
import type { LotMethod } from "../ledger/settings.ts";
import { isOnReturn } from "../ledger/wallet.ts";
import { always, methodsOnRecord } from "../replay/methodOnRecord.ts";
import { replayLedger, type Replay } from "../replay/replayLedger.ts";
import type { OpenedBooks } from "./openBooks.ts";
import type { Books } from "./books.ts";

/**
 * Every problem of the books: those of reading them, those that show when the whole ledger is
 * replayed (by the methods on record, else FIFO), and held assets without a price.
 *
 * `replayFor` gives replays up to the as-of day; where nothing comes later that is the whole ledger.
 */
export function problemsIn(
  { books, problems }: OpenedBooks,
  replayFor: (method: LotMethod) => Replay,
): readonly Problem[] {
  const { ledger, asOf } = books;
  const isWhole = ledger.transactions.every(({ day }) => day <= asOf);
  const replay = isWhole ? replayFor("FIFO") : wholeReplay(books);
  const found = [...problems, ...replay.problems, ...assetsWithoutPrice(books, replay)];
  const { places } = ledger;
  return places === undefined ? found : found.map((problem) => placed(problem, places));
}

/** Says of a row of a merged ledger from which file it is. */
function placed(problem: Problem, places: ReadonlyMap<number, string>): Problem {
  const { source, row } = problem;
  const place = source === "transactions" && row !== undefined ? places.get(row) : undefined;
  return place === undefined || problem.place !== undefined ? problem : { ...problem, place };
}

function wholeReplay({ ledger, settings }: Books): Replay {
  const methodAt =
    settings.methodSince.length > 0 ? methodsOnRecord(settings.methodSince) : always("FIFO");
  return replayLedger(ledger.transactions, { settings, methodAt, until: undefined });
}

function assetsWithoutPrice({ prices, settings }: Books, { lots }: Replay): readonly Problem[] {
  if (prices.prices.size === 0 && prices.problems.length === 0) return [];
  const held = new Set<Asset>();
  for (const { wallet, tranche } of lots) {
    if (isOnReturn(wallet.account, settings.filingStatus)) held.add(tranche.acquisition.asset);
  }
  const unpriced = [...held]
    .map(({ symbol }) => symbol)
    .filter((symbol) => !prices.prices.has(assetKey(symbol)));
  return unpriced.sort(compareText).map((asset) => ({
    source: "prices",
    row: undefined,
    severity: "Warning",
    facts: { code: "no-price", asset },
  }));
}
