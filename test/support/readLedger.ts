import { dayText } from "../../core/calendar/day.ts";
import { UTC, type TimeZone } from "../../core/calendar/timeZone.ts";
import type { CellGrid } from "../../core/ledger/cells.ts";
import { parseLedger, type ParsedLedger } from "../../core/ledger/parseLedger.ts";
import { parseSettings } from "../../core/ledger/parseSettings.ts";
import type { Transaction } from "../../core/ledger/transaction.ts";
import { isUnreadable } from "../../core/ledger/unreadable.ts";
import { moneyText, quantityText } from "../../core/money/amounts.ts";

/** Parses a sheet that has a header row. */
export function readLedger(grid: CellGrid, options = "", zone: TimeZone = UTC): ParsedLedger {
  const parsed = parseLedger(grid, parseSettings(options).settings, zone);
  if (isUnreadable(parsed)) throw new Error(parsed.unreadable);
  return parsed;
}

/** The transactions in words, each with its row. */
export const linesOf = (ledger: ParsedLedger): string[] => ledger.transactions.map(lineOf);

/** The problems as `row severity code`. */
export const codesOf = (ledger: Pick<ParsedLedger, "problems">): string[] =>
  ledger.problems.map(
    ({ row, severity, facts }) =>
      `${row === undefined ? "-" : String(row)} ${severity} ${facts.code}`,
  );

function lineOf(transaction: Transaction): string {
  const { row, quantity, asset, wallet, day } = transaction;
  const units = `${quantityText(quantity, asset.decimals)} ${asset.symbol}`;
  const place = wallet.account === "Taxable" ? wallet.name : `${wallet.name} [${wallet.account}]`;
  const start = `${String(row)}: ${dayText(day)}`;
  switch (transaction.kind) {
    case "acquisition": {
      const { origin, basis, lossBasis, holdingPeriodStart } = transaction;
      const loss = lossBasis === undefined ? "" : `, for a loss ${moneyText(lossBasis)}`;
      const held = holdingPeriodStart === day ? "" : `, held from ${dayText(holdingPeriodStart)}`;
      return `${start} ${origin} ${units} for ${moneyText(basis)}${loss}${held} in ${place}`;
    }
    case "disposal": {
      const { reason, proceeds, brokerReport } = transaction;
      const report = brokerReport === "none" ? "" : `, ${brokerReport}`;
      return `${start} ${reason} ${units} for ${moneyText(proceeds)} from ${place}${picksOf(transaction)}${report}`;
    }
    case "removal":
      return `${start} ${transaction.reason} ${units} from ${place}${picksOf(transaction)}`;
    case "transfer": {
      const fees = transaction.fees.map(
        (fee) =>
          `, fee ${quantityText(fee.quantity, fee.asset.decimals)} ${fee.asset.symbol} worth ${moneyText(fee.value)} from ${fee.wallet.name}`,
      );
      return `${start} transfer ${units} from ${place} to ${transaction.to.name}${picksOf(transaction)}${fees.join("")}`;
    }
  }
}

function picksOf(transaction: Exclude<Transaction, { readonly kind: "acquisition" }>): string {
  const picks = transaction.picks.map(({ acquisition, quantity }) => {
    const lot = `row ${String(acquisition.row)}`;
    return quantity === undefined
      ? lot
      : `${quantityText(quantity, acquisition.asset.decimals)} of ${lot}`;
  });
  return picks.length === 0 ? "" : ` by ${picks.join(" and ")}`;
}
