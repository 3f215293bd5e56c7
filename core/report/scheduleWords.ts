import type { DayStep } from "../harvest/plannedDays.ts";
import type { Schedule } from "../harvest/schedule.ts";
import { decimalToNumber } from "../money/decimalNumber.ts";
import { unitWords } from "./amountWords.ts";

/**
 * What recurs, in words: a plan as the user writes it, `BTC 100 USD weekly @Kraken`; what the ledger
 * shows with its last row.
 */
export function scheduleWords({ asset, wallet, source, step, units }: Schedule): string {
  if (source.kind === "planned") {
    const { amount, unit, every } = source.plan;
    const size = `${decimalToNumber(amount)}${unit === "dollars" ? " USD" : ""}`;
    return `${asset.symbol} ${size} ${every}${wallet === "" ? "" : ` @${wallet}`}`;
  }
  const amount = units === undefined ? asset.symbol : `about ${unitWords(units, asset)}`;
  const place = wallet === "" ? "" : ` at ${wallet}`;
  return `${source.kind} of ${amount} every ${stepWords(step)}${place} (last in row ${source.row})`;
}

function stepWords(step: DayStep): string {
  switch (step) {
    case "month":
      return "month";
    case 1:
      return "day";
    case 7:
      return "week";
    case 14:
      return "two weeks";
    default:
      return `${step} days`;
  }
}
