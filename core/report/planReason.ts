import type { HarvestPlan } from "../harvest/harvestPlan.ts";
import type { PricedLot } from "../harvest/planLot.ts";
import type { PlanRow } from "../harvest/planRows.ts";
import type { LotMethod } from "../ledger/settings.ts";
import {
  compare,
  MONEY_DECIMALS,
  moneyNumber,
  quantityText,
  ZERO_MONEY,
  type Money,
} from "../money/amounts.ts";
import { scaleDecimal } from "../money/decimalNumber.ts";

const FIRST_LOTS: Readonly<Record<Exclude<LotMethod, "SPECIFIC">, string>> = {
  FIFO: "oldest first",
  LIFO: "newest first",
  HIFO: "highest basis first",
  LOFO: "lowest basis first",
};

/** Lots named one by one in a sentence; of more, the rest are counted. */
const LOTS_NAMED = 8;

/**
 * Why a plan sells a row: which lots, what they lose for each dollar sold, what is washed, and in
 * the last row what is missing to the target.
 */
export function whyPlanned(
  row: PlanRow,
  { plan, isLast }: { readonly plan: HarvestPlan; readonly isLast: boolean },
): string {
  const sentences = [lotsSentence(row, plan.method), effectSentence(row)];
  if (row.part !== undefined && plan.target !== undefined && plan.missing === 0) {
    sentences.push("The last lot is sold in part, so that the plan meets its target.");
  }
  if (isLast && plan.missing > 0) {
    sentences.push(
      `The plan keeps ${dollars(plan.kept)} of loss; ${dollars(plan.missing)} are missing to the target, and nothing else is worth selling.`,
    );
  }
  return sentences.join(" ");
}

function lotsSentence(row: PlanRow, method: LotMethod): string {
  const { lots } = row;
  if (method === "SPECIFIC") {
    const named = lots.slice(0, LOTS_NAMED).map((lot) => lotWords(row, lot));
    const more = lots.length - named.length;
    const list = `${named.join(", ")}${more > 0 ? ` and ${count(more, "more lot")}` : ""}`;
    return `Name the lots before you sell: ${list}.`;
  }
  const { part } = row;
  const which = lots.length === 1 ? "the first lot" : `the first ${lots.length} lots`;
  const partly = part === undefined ? "" : `, and of the last one only ${units(row, part)}`;
  return `Sells ${which} in the order of ${method} (${FIRST_LOTS[method]})${partly}.`;
}

function effectSentence({ loss, kept, disallowed, proceeds }: PlanRow): string {
  if (compare(kept, ZERO_MONEY) <= 0) {
    return loss > 0
      ? "It keeps no loss of its own, but its units no longer wash other losses of the plan."
      : "It gains, but its units no longer wash other losses of the plan.";
  }
  const washed =
    disallowed > 0
      ? `; ${dollars(disallowed)} are disallowed, because units bought around the day replace those sold`
      : "";
  return `Keeps ${perDollar(kept, proceeds)} of loss for each dollar sold${washed}.`;
}

/** `row 5 (3.2 units in part)`. */
function lotWords(row: PlanRow, lot: PricedLot): string {
  const { row: sourceRow } = lot.lot.tranche.acquisition;
  return `${units(row, lot)} of row ${sourceRow}${lot === row.part ? " (a part)" : ""}`;
}

const units = ({ position }: PlanRow, { lot }: PricedLot): string =>
  `${quantityText(lot.quantity, position.asset.decimals)} ${position.asset.symbol}`;

const count = (many: number, what: string): string => `${many} ${what}${many === 1 ? "" : "s"}`;

/** Dollars and cents, in words that no sheet takes for a formula. */
function dollars(amount: Money): string {
  const cents = scaleDecimal({ coefficient: amount, decimals: MONEY_DECIMALS }, 2);
  const digits = cents.toString().padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
  return `$${whole}.${digits.slice(-2)}`;
}

/** What is kept of each dollar sold, to the cent; of worthless units everything. */
function perDollar(kept: Money, proceeds: Money): string {
  if (proceeds === ZERO_MONEY) return "all its basis";
  const share = moneyNumber(kept) / moneyNumber(proceeds);
  return share < 0.01 ? "less than $0.01" : `$${share.toFixed(2)}`;
}
