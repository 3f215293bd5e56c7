import { dayOf, partsOf, type Day } from "../calendar/day.ts";
import type { Asset } from "../ledger/asset.ts";
import type { Settings } from "../ledger/settings.ts";
import { always, methodsOnRecord } from "../replay/methodOnRecord.ts";
import { replayLedger, type Replay } from "../replay/replayLedger.ts";
import { isCovered } from "../washSales/replacementRules.ts";
import { washWindow } from "../washSales/washWindow.ts";
import type { Books } from "./books.ts";
import type { Portfolio } from "./portfolio.ts";

/** The past as one reading of the wash-sale rule makes it. */
export type WashView = {
  /** The user's, with the policy of this view. */
  readonly settings: Settings;
  readonly replay: Replay;
};

/** The past by each reading of the rule, worked out when first asked for. */
export type WashViews = {
  readonly by: (wash: Settings["wash"]) => WashView;
  /** By the policy of the settings where it covers the asset, else as if the rule covered all. */
  readonly of: (asset: Asset) => WashView;
};

/**
 * The ledger up to the as-of day, replayed by each reading of the rule: by the methods on record, or
 * by FIFO where there are none. `listFrom` is the first day whose disposals are asked for.
 *
 * Decision: D-35.
 */
export function washViews(books: Books, listFrom: Day | undefined): WashViews {
  return viewsWith(books, listFrom, new Map());
}

/**
 * The same for what is held, with the disposals of the last 30 days and perhaps earlier ones: all
 * whose windows are open.
 */
export function openWashViews({ books, replay }: Portfolio): WashViews {
  const { settings, asOf } = books;
  const views = new Map<Settings["wash"], WashView>();
  const listFrom = washWindow(asOf).first;
  const listed = dayOf(settings.taxYear ?? partsOf(asOf).year, 1, 1) as Day;
  // What is held comes from a replay of this kind, which lists the disposals of the tax year.
  if (listed <= listFrom) views.set(settings.wash, { settings, replay });
  return viewsWith(books, listFrom, views);
}

function viewsWith(
  books: Books,
  listFrom: Day | undefined,
  views: Map<Settings["wash"], WashView>,
): WashViews {
  const { ledger, settings, asOf } = books;
  const { methodSince } = settings;
  const methodAt = methodSince.length > 0 ? methodsOnRecord(methodSince) : always("FIFO");
  const by = (wash: Settings["wash"]): WashView => {
    let view = views.get(wash);
    if (view === undefined) {
      const rules = { settings: { ...settings, wash }, methodAt, until: asOf, listFrom };
      view = { settings: rules.settings, replay: replayLedger(ledger.transactions, rules) };
      views.set(wash, view);
    }
    return view;
  };
  return {
    by,
    of: (asset) => by(isCovered(asset, settings.wash) ? settings.wash : "conservative"),
  };
}
