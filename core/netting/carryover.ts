import { add, larger, smaller, subtract, ZERO_MONEY, type Money } from "../money/amounts.ts";
import { gainPart, lossPart, type ScheduleD } from "./netGains.ts";

/** Losses carried to the next year, positive dollars, each of the character that it had. */
export type Carryover = {
  readonly short: Money;
  readonly long: Money;
  /** Lines 1 to 13 of the worksheet, by number; undefined for a line that is skipped. */
  readonly lines: readonly (Money | undefined)[];
};

/**
 * The Capital Loss Carryover Worksheet: what is left of a net loss after the part that reduced
 * other income, short-term losses used first.
 *
 * `taxableIncome` is line 15 of Form 1040 after the capital gain line, as it would be if it could
 * be negative: a deduction that reduced nothing is not used up. Undefined assumes that all of it
 * reduced income; lines 1 and 3 are then skipped.
 *
 * Source: 26 U.S.C. § 1212(b); Instructions for Schedule D (2025) p. 10. Decision: D-41.
 */
export function carryoverWorksheet(
  scheduleD: ScheduleD,
  taxableIncome: Money | undefined,
): Carryover {
  const { line7, line15, line16, line21 } = scheduleD;
  const isUsedUp =
    lossPart(line16) === line21 && (taxableIncome === undefined || taxableIncome >= 0);
  if (line16 >= 0 || isUsedUp) {
    return { short: ZERO_MONEY, long: ZERO_MONEY, lines: new Array<undefined>(13).fill(undefined) };
  }
  const l2 = line21;
  const l3 = taxableIncome === undefined ? undefined : gainPart(add(taxableIncome, l2));
  const l4 = l3 === undefined ? l2 : smaller(l2, l3);
  const shortLines = shortTermLines({ line7, line15, l4 });
  const [l5] = shortLines;
  const longLines = line15 < 0 ? longTermLines({ line7, line15, l4, l5 }) : NO_LONG_LINES;
  return {
    short: shortLines[3],
    long: longLines[4] ?? ZERO_MONEY,
    lines: [taxableIncome, l2, l3, l4, ...shortLines, ...longLines],
  };
}

const NO_LONG_LINES = [undefined, undefined, undefined, undefined, undefined] as const;

/** Lines 5 to 8. */
function shortTermLines(from: {
  readonly line7: Money;
  readonly line15: Money;
  readonly l4: Money;
}): readonly [Money, Money | undefined, Money | undefined, Money] {
  if (from.line7 >= 0) return [ZERO_MONEY, undefined, undefined, ZERO_MONEY];
  const l5 = lossPart(from.line7);
  const l6 = gainPart(from.line15);
  const l7 = add(from.l4, l6);
  return [l5, l6, l7, larger(subtract(l5, l7), ZERO_MONEY)];
}

/** Lines 9 to 13. */
function longTermLines(from: {
  readonly line7: Money;
  readonly line15: Money;
  readonly l4: Money;
  readonly l5: Money;
}): readonly [Money, Money, Money, Money, Money] {
  const l9 = lossPart(from.line15);
  const l10 = gainPart(from.line7);
  const l11 = larger(subtract(from.l4, from.l5), ZERO_MONEY);
  const l12 = add(l10, l11);
  return [l9, l10, l11, l12, larger(subtract(l9, l12), ZERO_MONEY)];
}
