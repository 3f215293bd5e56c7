import type { Settings } from "../ledger/settings.ts";
import { add, moneyNumber, subtract, ZERO_MONEY } from "../money/amounts.ts";
import { atRate } from "../money/decimalNumber.ts";
import { federalTax, type OtherIncome } from "../netting/federalTax.ts";
import { netGains, type ScheduleD } from "../netting/netGains.ts";
import { TAX_YEARS } from "../netting/taxParameters.ts";
import type { Column, Table } from "./table.ts";

const GAINS_TAX_COLUMNS = [
  { title: "Tax", format: "text", width: 10 },
  { title: "On", format: "text", width: 16 },
  { title: "What it is", format: "text", width: 62 },
  { title: "Amount", format: "money", width: 15 },
] as const satisfies readonly Column[];

/**
 * What a year's gains add to the tax on the taxable income of the settings, recomputed in full with
 * and without them; a loss takes off. Undefined without that income, where the settings choose flat
 * rates instead of brackets, and for a year whose figures are not known.
 *
 * Decisions: D-42, D-43.
 */
export function gainsTaxTable(
  settings: Settings,
  scheduleD: ScheduleD,
  taxYear: number,
): Table | undefined {
  const year = TAX_YEARS.get(taxYear);
  const { taxableIncome: ordinary, filingStatus, shortRate, longRate, stateRate } = settings;
  if (year === undefined || ordinary === undefined) return undefined;
  if (shortRate !== undefined || longRate !== undefined) return undefined;
  const magi = settings.magi ?? add(ordinary, year.standardDeduction[filingStatus]);
  const income: OtherIncome = { filingStatus, ordinary, magi };
  const none = { short: ZERO_MONEY, long: ZERO_MONEY };
  const noGains = netGains({ shortGain: ZERO_MONEY, longGain: ZERO_MONEY }, none, filingStatus);
  const without = federalTax(income, noGains, year);
  const withGains = federalTax(income, scheduleD, year);
  const moreIncome = subtract(withGains.taxableIncome, without.taxableIncome);
  return {
    columns: GAINS_TAX_COLUMNS,
    rows: [
      ["Federal", "all income", "Tax with these gains and losses", moneyNumber(withGains.tax)],
      ["Federal", "other income", "Tax without them", moneyNumber(without.tax)],
      [
        "Federal",
        "gains",
        "What they add; below zero, what they save",
        moneyNumber(subtract(withGains.tax, without.tax)),
      ],
      ...(stateRate === undefined
        ? []
        : [
            [
              "State",
              "gains",
              "The same change of income at state_rate",
              moneyNumber(atRate(moreIncome, stateRate)),
            ],
          ]),
    ],
  };
}
