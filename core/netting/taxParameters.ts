import type { FilingStatus } from "../ledger/settings.ts";
import { moneyOf, type DecimalNumber } from "../money/decimalNumber.ts";
import type { Money } from "../money/amounts.ts";

/** The figures of one tax year, dollars of taxable income unless said otherwise. */
export type TaxParameters = {
  /** Where each ordinary rate ends; the last rate has no end. */
  readonly ordinaryTo: Readonly<Record<FilingStatus, readonly Money[]>>;
  /** Where the rates of 0% and 15% on long-term gains end. */
  readonly longTermTo: Readonly<Record<FilingStatus, readonly Money[]>>;
  readonly standardDeduction: Readonly<Record<FilingStatus, Money>>;
};

const percent = (whole: number, tenths = 0): DecimalNumber => ({
  coefficient: whole * 10 + tenths,
  decimals: 3,
});

/** The ordinary rates of every year so far. Source: 26 U.S.C. § 1(j)(2). */
export const ORDINARY_RATES: readonly DecimalNumber[] = [10, 12, 22, 24, 32, 35, 37].map((rate) =>
  percent(rate),
);

/** The rates on net long-term gain. Source: 26 U.S.C. § 1(h)(1). */
export const LONG_TERM_RATES: readonly DecimalNumber[] = [0, 15, 20].map((rate) => percent(rate));

/** The rate on net investment income. Source: 26 U.S.C. § 1411(a)(1). */
export const INVESTMENT_RATE = percent(3, 8);

const dollars = (amount: number): Money => moneyOf({ coefficient: amount, decimals: 0 });

/** Modified adjusted gross income above which it applies; not indexed. Source: § 1411(b). */
export const INVESTMENT_THRESHOLD: Readonly<Record<FilingStatus, Money>> = {
  single: dollars(200_000),
  mfj: dollars(250_000),
  mfs: dollars(125_000),
  hoh: dollars(200_000),
};

/** The most of a net loss that other income can be reduced by. Source: 26 U.S.C. § 1211(b). */
export const LOSS_LIMIT: Readonly<Record<FilingStatus, Money>> = {
  single: dollars(3_000),
  mfj: dollars(3_000),
  mfs: dollars(1_500),
  hoh: dollars(3_000),
};

type Figures = Readonly<Record<FilingStatus, readonly number[]>>;

function parameters(
  ordinaryTo: Figures,
  longTermTo: Figures,
  standardDeduction: Readonly<Record<FilingStatus, number>>,
): TaxParameters {
  const each = <T, R>(of: Readonly<Record<FilingStatus, T>>, make: (from: T) => R) => ({
    single: make(of.single),
    mfj: make(of.mfj),
    mfs: make(of.mfs),
    hoh: make(of.hoh),
  });
  return {
    ordinaryTo: each(ordinaryTo, (edges) => edges.map(dollars)),
    longTermTo: each(longTermTo, (edges) => edges.map(dollars)),
    standardDeduction: each(standardDeduction, dollars),
  };
}

/** The figures by tax year. */
export const TAX_YEARS: ReadonlyMap<number, TaxParameters> = new Map([
  // Rev. Proc. 2023-34 §§ 3.01, 3.03, 3.15.
  [
    2024,
    parameters(
      {
        single: [11600, 47150, 100525, 191950, 243725, 609350],
        mfj: [23200, 94300, 201050, 383900, 487450, 731200],
        hoh: [16550, 63100, 100500, 191950, 243700, 609350],
        mfs: [11600, 47150, 100525, 191950, 243725, 365600],
      },
      {
        single: [47025, 518900],
        mfj: [94050, 583750],
        hoh: [63000, 551350],
        mfs: [47025, 291850],
      },
      { single: 14600, mfj: 29200, hoh: 21900, mfs: 14600 },
    ),
  ],
  // Rev. Proc. 2024-40; long-term: Instructions for Schedule D (2025); deduction: Form 1040 (2025).
  [
    2025,
    parameters(
      {
        single: [11925, 48475, 103350, 197300, 250525, 626350],
        mfj: [23850, 96950, 206700, 394600, 501050, 751600],
        hoh: [17000, 64850, 103350, 197300, 250500, 626350],
        mfs: [11925, 48475, 103350, 197300, 250525, 375800],
      },
      {
        single: [48350, 533400],
        mfj: [96700, 600050],
        hoh: [64750, 566700],
        mfs: [48350, 300000],
      },
      { single: 15750, mfj: 31500, hoh: 23625, mfs: 15750 },
    ),
  ],
  // Rev. Proc. 2025-32 §§ 4.01, 4.03, 4.14, as corrected on 2025-10-17.
  [
    2026,
    parameters(
      {
        single: [12400, 50400, 105700, 201775, 256225, 640600],
        mfj: [24800, 100800, 211400, 403550, 512450, 768700],
        hoh: [17700, 67450, 105700, 201750, 256200, 640600],
        mfs: [12400, 50400, 105700, 201775, 256225, 384350],
      },
      {
        single: [49450, 545500],
        mfj: [98900, 613700],
        hoh: [66200, 579600],
        mfs: [49450, 306850],
      },
      { single: 16100, mfj: 32200, hoh: 24150, mfs: 16100 },
    ),
  ],
]);
