import type { HarvestPlan } from "../harvest/harvestPlan.ts";
import { moneyNumber, quantityNumber } from "../money/amounts.ts";
import { whyPlanned } from "./planReason.ts";
import type { Column, Table } from "./table.ts";

const PLAN_COLUMNS = [
  { title: "Asset", format: "text", width: 14 },
  { title: "Wallet", format: "text", width: 18 },
  { title: "Account", format: "text", width: 12 },
  { title: "Quantity to sell", format: "quantity", width: 16 },
  { title: "Proceeds", format: "money", width: 15 },
  { title: "Realized loss", format: "money", width: 15 },
  { title: "Short-term", format: "signedMoney", width: 15 },
  { title: "Long-term", format: "signedMoney", width: 15 },
  { title: "Disallowed now", format: "money", width: 14 },
  { title: "Tax saved", format: "money", width: 13 },
  { title: "Why", format: "text", width: 60 },
] as const satisfies readonly Column[];

/** One row for each position that a plan sells from, in the order in which to sell. */
export const planTable = (plan: HarvestPlan): Table => ({
  columns: PLAN_COLUMNS,
  rows: plan.rows.map((row, index) => {
    const { asset, wallet, account } = row.position;
    return [
      asset.symbol,
      wallet,
      account,
      quantityNumber(row.quantity, asset.decimals),
      ...[row.proceeds, row.loss, row.shortGain, row.longGain, row.disallowed].map(moneyNumber),
      row.taxSaved === undefined ? null : moneyNumber(row.taxSaved),
      whyPlanned(row, { plan, isLast: index === plan.rows.length - 1 }),
    ];
  }),
});
