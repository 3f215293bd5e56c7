import type { Day } from "../calendar/day.ts";
import type { Portfolio } from "../harvest/portfolio.ts";
import type { LotMethod, StandingOrder } from "../ledger/settings.ts";
import { compareWallets, isOnReturn, type Wallet } from "../ledger/wallet.ts";
import { methodsOnRecord } from "../replay/methodOnRecord.ts";
import { STANDING_ORDER_VERSION, standingOrderText } from "./standingOrderText.ts";
import type { TabSection } from "./tab.ts";
import { LAW_CHECKED } from "./tabHeading.ts";
import type { Column, TableCell } from "./table.ts";

const ORDER_COLUMNS = [
  { title: "Method", format: "text", width: 12 },
  { title: "Wallet", format: "text", width: 18 },
  { title: "Account", format: "text", width: 12 },
  { title: "From", format: "date", width: 12 },
  { title: "Law checked", format: "text", width: 13 },
  { title: "Text version", format: "integer", width: 10 },
] as const satisfies readonly Column[];

/**
 * What to keep beside a Summary: the text of each standing order on record for its method and, for
 * the wallets whose order it is not, the text with which to make it so from the as-of day on.
 *
 * FIFO needs no text where nothing is on record: it is what the law does without one.
 * Decisions: D-07, D-49.
 */
export function standingOrderSections(portfolio: Portfolio): readonly TabSection[] {
  const { settings } = portfolio.books;
  const kept = settings.methodSince
    .filter(({ method }) => method === portfolio.method)
    .map((order) => keptOrder(order, settings.timeZone));
  return [...kept, ...newOrder(portfolio)];
}

function keptOrder({ method, since, wallet }: StandingOrder, zone: string | undefined): TabSection {
  const place = wallet ?? "every wallet and account of mine";
  return {
    title: "Standing order to keep",
    remark: `${standingOrderText({ method, from: since, zone, place })} ${KEEP}`,
    table: {
      columns: ORDER_COLUMNS,
      rows: [orderRow({ method, from: since, wallet: wallet ?? "every wallet", account: null })],
    },
  };
}

/** The order that would make the tab's method the one on record for what is held. */
function newOrder({ books, method, replay }: Portfolio): readonly TabSection[] {
  const { settings, asOf } = books;
  const methodAt = methodsOnRecord(settings.methodSince);
  const isNeeded =
    method !== "SPECIFIC" && !(method === "FIFO" && settings.methodSince.length === 0);
  if (!isNeeded) return [];
  const wallets = [...new Set<Wallet>(replay.lots.map(({ wallet }) => wallet))]
    .filter(({ account }) => isOnReturn(account, settings.filingStatus))
    .filter((wallet) => methodAt(wallet, asOf) !== method)
    .sort(compareWallets);
  if (wallets.length === 0) return [];
  const place = "each wallet and account listed here, by itself";
  const text = standingOrderText({ method, from: asOf, zone: settings.timeZone, place });
  return [
    {
      title: `To adopt ${method} for future sales`,
      remark: `${text} ${ADOPT} ${KEEP}`,
      table: {
        columns: ORDER_COLUMNS,
        rows: wallets.map(({ name, account }) =>
          orderRow({ method, from: asOf, wallet: name, account }),
        ),
      },
    },
  ];
}

const orderRow = (order: {
  readonly method: LotMethod;
  readonly from: Day;
  readonly wallet: string;
  readonly account: string | null;
}): readonly TableCell[] => [
  order.method,
  order.wallet === "" ? null : order.wallet,
  order.account,
  order.from,
  LAW_CHECKED,
  STANDING_ORDER_VERSION,
];

/** Source: Treas. Reg. § 1.1012-1(c)(10), (j)(4). */
const ADOPT =
  "Record it before the first sale that it is for, with the day and time at which you do; it never works backwards. Then add it to method_since in the settings.";

/** Source: Notice 2026-20 §§ 3.03, 4.02; Treas. Reg. § 1.1012-1(j)(3)(ii). */
const KEEP =
  "You may change your standing order for future sales. You cannot change lots already identified; keep the record. For digital assets at a broker your own books are enough through 2026-12-31, the last year of Notice 2026-20; from 2027-01-01 the broker must have the instruction before the sale, as for securities already.";
