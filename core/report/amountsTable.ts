import { moneyNumber, type Money } from "../money/amounts.ts";
import type { Column, Table } from "./table.ts";

const AMOUNTS_COLUMNS = [
  { title: "Label", format: "text", width: 30 },
  { title: "Amount", format: "money", width: 16 },
] as const satisfies readonly Column[];

/** An amount by name; undefined for a line that is skipped. */
export type LabelledAmount = readonly [label: string, amount: Money | undefined];

/** A table of labels and dollars. */
export const amountsTable = (amounts: readonly LabelledAmount[]): Table => ({
  columns: AMOUNTS_COLUMNS,
  rows: amounts.map(([label, amount]) => [
    label,
    amount === undefined ? null : moneyNumber(amount),
  ]),
});
