import type { FilingStatus } from "../ledger/settings.ts";
import { add, subtract, ZERO_MONEY, type Money } from "../money/amounts.ts";
import { atRate, type DecimalNumber } from "../money/decimalNumber.ts";
import { carryoverWorksheet } from "./carryover.ts";
import { federalTax, type OtherIncome } from "./federalTax.ts";
import { netGains, type GainsByTerm } from "./netGains.ts";
import { TAX_YEARS } from "./taxParameters.ts";

/** What a harvest is measured against. Dollars; losses are negative. */
export type TaxSituation = {
  readonly taxYear: number;
  readonly filingStatus: FilingStatus;
  /** Ordinary taxable income before gains. */
  readonly ordinaryIncome: Money;
  /** Modified adjusted gross income before gains; undefined adds the standard deduction. */
  readonly magi: Money | undefined;
  readonly stateRate: DecimalNumber | undefined;
  /** Gains of the year, net of losses carried in. */
  readonly gains: GainsByTerm;
};

/** What a harvest saves this year, and what of it waits for later years. Positive dollars. */
export type TaxSaved = {
  readonly federal: Money;
  readonly state: Money;
  readonly carriedShort: Money;
  readonly carriedLong: Money;
};

/**
 * The tax without the harvest less the tax with it, both computed in full; undefined for a year
 * whose figures are not known. What is carried forward is not valued.
 *
 * State tax is a flat rate on the same change of taxable income. Decisions: D-42, D-43.
 */
export function taxSaved(situation: TaxSituation, harvested: GainsByTerm): TaxSaved | undefined {
  const year = TAX_YEARS.get(situation.taxYear);
  if (year === undefined) return undefined;
  const { filingStatus, ordinaryIncome, gains } = situation;
  const magi = situation.magi ?? add(ordinaryIncome, year.standardDeduction[filingStatus]);
  const income: OtherIncome = { filingStatus, ordinary: ordinaryIncome, magi };
  const net = (of: GainsByTerm) =>
    netGains(of, { short: ZERO_MONEY, long: ZERO_MONEY }, filingStatus);
  const before = federalTax(income, net(gains), year);
  const scheduleD = net({
    shortGain: add(gains.shortGain, harvested.shortGain),
    longGain: add(gains.longGain, harvested.longGain),
  });
  const after = federalTax(income, scheduleD, year);
  const carryover = carryoverWorksheet(scheduleD, add(ordinaryIncome, scheduleD.capitalGain));
  const lessIncome = subtract(before.taxableIncome, after.taxableIncome);
  return {
    federal: subtract(before.tax, after.tax),
    state: situation.stateRate === undefined ? ZERO_MONEY : atRate(lessIncome, situation.stateRate),
    carriedShort: carryover.short,
    carriedLong: carryover.long,
  };
}
