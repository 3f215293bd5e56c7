import { partsOf } from "../calendar/day.ts";
import { add, moneyNumber, quantityNumber, type Money, type Quantity } from "../money/amounts.ts";
import type { MatchedLoss } from "../replay/replayState.ts";
import type { Column, Table, TableCell } from "./table.ts";

/** The columns of WASH_SALES. */
export const WASH_SALES_COLUMNS = [
  { title: "Asset", format: "text", width: 14 },
  { title: "Sold", format: "date", width: 12 },
  { title: "Sold row", format: "sourceRow", width: 9 },
  { title: "Quantity", format: "quantity", width: 16 },
  { title: "Loss", format: "money", width: 14 },
  { title: "Disallowed loss", format: "money", width: 14 },
  { title: "Replacement acquired", format: "date", width: 13 },
  { title: "Replacement row", format: "sourceRow", width: 12 },
  { title: "Replacement account", format: "text", width: 16 },
  { title: "Basis added", format: "money", width: 14 },
  { title: "Permanent", format: "text", width: 10 },
  { title: "Holding period start", format: "date", width: 12 },
] as const satisfies readonly Column[];

/**
 * One row for each match of units sold at a loss with units that replace them, in order of the
 * sales; of one tax year or, without it, of all. Quantity and loss are those of the matched units.
 *
 * Matches of one sale with units of one purchase that lie apart, but share account and holding
 * period, are one row.
 */
export const washSalesTable = (
  matches: readonly MatchedLoss[],
  taxYear: number | undefined,
): Table => ({
  columns: WASH_SALES_COLUMNS,
  rows: joinMatches(
    taxYear === undefined
      ? matches
      : matches.filter(({ disposal }) => partsOf(disposal.day).year === taxYear),
  ).map(washSalesRow),
});

type JoinedMatch = { readonly first: MatchedLoss; quantity: Quantity; disallowed: Money };

function joinMatches(matches: readonly MatchedLoss[]): readonly JoinedMatch[] {
  const joined = new Map<string, JoinedMatch>();
  for (const matched of matches) {
    const { disposal, match } = matched;
    const { asset, row } = disposal;
    const { replacement, account, holdingPeriodStart, quantity, disallowed } = match;
    const key = `${row}/${asset.index}/${replacement.row}/${replacement.asset.index}/${account}/${holdingPeriodStart}`;
    const same = joined.get(key);
    if (same === undefined) joined.set(key, { first: matched, quantity, disallowed });
    else {
      same.quantity = add(same.quantity, quantity);
      same.disallowed = add(same.disallowed, disallowed);
    }
  }
  return [...joined.values()];
}

function washSalesRow({ first, quantity, disallowed }: JoinedMatch): readonly TableCell[] {
  const { disposal, match } = first;
  return [
    disposal.asset.symbol,
    disposal.day,
    disposal.row,
    quantityNumber(quantity, disposal.asset.decimals),
    moneyNumber(disallowed),
    moneyNumber(disallowed),
    match.replacement.day,
    match.replacement.row,
    match.account,
    match.isPermanent ? 0 : moneyNumber(disallowed),
    match.isPermanent ? "Yes" : "No",
    match.holdingPeriodStart,
  ];
}
