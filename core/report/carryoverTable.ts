import { moneyNumber, type Money } from "../money/amounts.ts";
import type { Carryover } from "../netting/carryover.ts";
import type { Column, Table } from "./table.ts";

const CARRYOVER_COLUMNS = [
  { title: "Worksheet line", format: "text", width: 10 },
  { title: "Goes to", format: "text", width: 16 },
  { title: "What it is", format: "text", width: 62 },
  { title: "Amount", format: "money", width: 15 },
] as const satisfies readonly Column[];

/**
 * The Capital Loss Carryover Worksheet, line by line. Lines 8 and 13 are the losses carried to the
 * next year, positive, 0 where none is; of the others those that the worksheet skips are blank.
 *
 * Source: Instructions for Schedule D (2025) p. 10. Decision: D-41.
 */
export function carryoverTable({ lines, short, long }: Carryover, taxYear: number): Table {
  const carried: ReadonlyMap<number, Carried> = new Map([
    [8, { amount: short, to: `${taxYear + 1} line 6` }],
    [13, { amount: long, to: `${taxYear + 1} line 14` }],
  ]);
  return {
    columns: CARRYOVER_COLUMNS,
    rows: LINE_WORDS.map((words, place) => {
      const line = place + 1;
      const ends = carried.get(line);
      return [String(line), ends?.to ?? null, words, dollars(ends?.amount ?? lines[place])];
    }),
  };
}

/** A line that ends in the next year's Schedule D. */
type Carried = { readonly amount: Money; readonly to: string };

const dollars = (amount: Money | undefined): number | null =>
  amount === undefined ? null : moneyNumber(amount);

const LINE_WORDS = [
  "Taxable income of Form 1040 line 15, below zero where it would be",
  "Loss on Schedule D line 21",
  "Lines 1 and 2 together, not below zero",
  "The smaller of lines 2 and 3: what the loss really saved",
  "Short-term loss on Schedule D line 7",
  "Long-term gain on Schedule D line 15",
  "Lines 4 and 6 together",
  "Short-term loss carried forward: line 5 less line 7, not below zero",
  "Long-term loss on Schedule D line 15",
  "Short-term gain on Schedule D line 7",
  "Line 4 less line 5, not below zero",
  "Lines 10 and 11 together",
  "Long-term loss carried forward: line 9 less line 12, not below zero",
] as const;
