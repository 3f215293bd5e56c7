import type { FilingStatus } from "../ledger/settings.ts";
import { add, larger, smaller, subtract, ZERO_MONEY, type Money } from "../money/amounts.ts";
import { atRate, type DecimalNumber } from "../money/decimalNumber.ts";
import { gainPart, type ScheduleD } from "./netGains.ts";
import {
  INVESTMENT_RATE,
  INVESTMENT_THRESHOLD,
  LONG_TERM_RATES,
  ORDINARY_RATES,
  type TaxParameters,
} from "./taxParameters.ts";

/** Income before capital gains. Dollars. */
export type OtherIncome = {
  readonly filingStatus: FilingStatus;
  /** Ordinary taxable income; may be negative. */
  readonly ordinary: Money;
  /** Modified adjusted gross income. */
  readonly magi: Money;
};

/** Federal tax on a year's income, and the taxable income that it is on. Dollars. */
export type FederalTax = { readonly tax: Money; readonly taxableIncome: Money };

/**
 * Income tax by brackets, long-term gain stacked on top at 0, 15 and 20 percent, and the tax on net
 * investment income. Alternative minimum tax, credits and the deduction for qualified business
 * income are left out, and the Tax Table's bands of 50 dollars are not imitated.
 *
 * Source: 26 U.S.C. §§ 1(h), 1(j), 1411. Decisions: D-42, D-43.
 */
export function federalTax(income: OtherIncome, gains: ScheduleD, year: TaxParameters): FederalTax {
  const { filingStatus, ordinary, magi } = income;
  const taxableIncome = gainPart(add(ordinary, gains.capitalGain));
  const preferred = smaller(preferredGain(gains), taxableIncome);
  const rest = subtract(taxableIncome, preferred);
  const onOrdinary = onSlice(ZERO_MONEY, rest, ORDINARY_RATES, year.ordinaryTo[filingStatus]);
  const onGain = onSlice(rest, taxableIncome, LONG_TERM_RATES, year.longTermTo[filingStatus]);
  const investment = smaller(
    gainPart(gains.capitalGain),
    gainPart(subtract(add(magi, gains.capitalGain), INVESTMENT_THRESHOLD[filingStatus])),
  );
  return {
    tax: add(add(onOrdinary, onGain), atRate(investment, INVESTMENT_RATE)),
    taxableIncome,
  };
}

/** Net long-term gain, less a net short-term loss: what the lower rates are for. */
const preferredGain = ({ line15, line16 }: ScheduleD): Money => gainPart(smaller(line15, line16));

/** Tax on the income between two amounts, by rates that each end at an edge. */
function onSlice(
  from: Money,
  to: Money,
  rates: readonly DecimalNumber[],
  edges: readonly Money[],
): Money {
  let tax = ZERO_MONEY;
  let low = from;
  for (const [place, rate] of rates.entries()) {
    const edge = edges[place];
    const high = edge === undefined ? to : larger(low, smaller(to, edge));
    tax = add(tax, atRate(subtract(high, low), rate));
    low = high;
  }
  return tax;
}
