import type { Day } from "../calendar/day.ts";
import type { Term } from "../calendar/holdingPeriod.ts";
import type { LotDisposal } from "../disposals/lotDisposal.ts";
import { add, moneyNumber, ZERO_MONEY, type Money } from "../money/amounts.ts";
import { washWindow } from "../washSales/washWindow.ts";
import { provisionalLoss, type ProvisionalAs } from "./provisionalLoss.ts";
import type { Column, Table } from "./table.ts";

const OPEN_LOSSES_COLUMNS = [
  { title: "Open until", format: "date", width: 12 },
  { title: "Term", format: "text", width: 16 },
  { title: "What it is", format: "text", width: 62 },
  { title: "Amount", format: "money", width: 15 },
] as const satisfies readonly Column[];

/**
 * Losses that count as allowed and that a purchase after the as-of day can still wash: one row for
 * each last day of a window, asset and term, earliest first. Positive dollars.
 */
export function openLossesTable(disposals: readonly LotDisposal[], as: ProvisionalAs): Table {
  type Open = { readonly until: Day; readonly term: Term; readonly asset: string; loss: Money };
  const open = new Map<string, Open>();
  for (const piece of disposals) {
    const loss = provisionalLoss(piece, as);
    const term = piece.lot?.term;
    if (loss === ZERO_MONEY || term === undefined) continue;
    const { day, asset } = piece.disposal;
    const key = `${day}/${asset.index}/${term}`;
    const same = open.get(key);
    if (same !== undefined) same.loss = add(same.loss, loss);
    else open.set(key, { until: washWindow(day).last, term, asset: asset.symbol, loss });
  }
  return {
    columns: OPEN_LOSSES_COLUMNS,
    rows: [...open.values()]
      .sort((a, b) => a.until - b.until)
      .map(({ until, term, asset, loss }) => [
        until,
        term === "Short" ? "short-term" : "long-term",
        `Loss on ${asset} that a purchase up to this day can still disallow`,
        moneyNumber(loss),
      ]),
  };
}
